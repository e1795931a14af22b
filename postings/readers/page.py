"""An HTML page → its text, headed by the JobPosting that it declares (schema.org, JSON-LD).

In: the page's markup. Out: for each document (header, text): one, or one for each of several JobPostings.
A description is printed once: from the page where the page shows it, else from the declaration.
"""

import json
import re

from postings.readers.boards import declared_postings
from postings.readers.declared import Declared
from postings.readers.markup import parsed, text_of_tree

WORD = re.compile(r"\w+")
RUN = 4  # words in a row that must stand in both for a text to count as shown
SHOWN = 0.6  # of a description's runs found on the page: boards shorten and re-punctuate
REPEATED = 0.9  # of a block's runs found in the description: it says nothing new


def read_page(markup: str) -> list[tuple[Declared, str]]:
    tree = parsed(markup)
    page = text_of_tree(tree)
    declared = []
    for script in tree.css("script"):
        if "ld+json" in (script.attributes.get("type") or "").lower():
            declared += declared_postings(_json(script.text()))
    declared = [(facts, text) for facts, text in declared if facts or text]
    if len(declared) > 1 and len({text for _, text in declared if text}) > 1:
        return declared
    if not declared:
        return [(Declared(), page)]
    facts, description = declared[0]
    return [(facts, _together(description, page))]


def _json(text: str) -> object:
    """Return the structure; what does not parse declares nothing, and the page is read without it."""
    try:
        return json.loads(text.strip().removeprefix("<!--").removesuffix("-->"), strict=False)
    except (ValueError, RecursionError):
        return None


def _together(description: str, page: str) -> str:
    """Return the page's text if it shows the description, else both, without saying anything twice."""
    if not description or _share(description, page) >= SHOWN:
        return page
    told = _runs(description)
    rest = [block for block in page.split("\n\n") if not _told(block, told, description)]
    return "\n\n".join([description, *rest])


def _told(block: str, told: set[tuple[str, ...]], description: str) -> bool:
    runs = _runs(block)
    if not runs:
        return block.strip("#-* ") in description
    return len(runs & told) >= REPEATED * len(runs)


def _share(text: str, other: str) -> float:
    runs = _runs(text)
    return len(runs & _runs(other)) / len(runs) if runs else 1.0


def _runs(text: str) -> set[tuple[str, ...]]:
    words = WORD.findall(text.casefold())
    return set(zip(*(words[start:] for start in range(RUN)), strict=False))
