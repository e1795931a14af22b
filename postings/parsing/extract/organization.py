"""The employer: from the head of the posting, else from a line of its own, else from the sentences."""

import re

from postings.facts import Fact
from postings.parsing.extract.employer_lines import employer_in_lines
from postings.parsing.extract.employer_sentences import employer_in_sentences
from postings.parsing.header import Header
from postings.parsing.lexicon.not_employers import load_not_employers
from postings.parsing.part import Part

DESCRIBED = re.compile(
    r" \((?=[^()]* [^()]* )[^()]{10,}\)\s*\Z"
)  # "Acme (a maker of ovens)", not "Acme (UK)"
MARKS = " \n\t\"'*_#|,-"


def read_organization(part: Part, header: Header) -> Fact[str] | None:
    return _labelled(part, header) or employer_in_lines(part, header) or employer_in_sentences(part)


def _labelled(part: Part, header: Header) -> Fact[str] | None:
    """A board that knows no employer prints "None", which is none."""
    if not header.organization:
        return None
    start, end = header.organization
    if (said := DESCRIBED.search(part.view.text, start, end)) is not None:
        end = said.start()
    words = part.view.text[start:end]
    start, end = start + len(words) - len(words.lstrip(MARKS)), start + len(words.rstrip(MARKS))
    name = " ".join(part.view.words[start:end].split())
    if start >= end or name.casefold() in load_not_employers():
        return None
    return part.view.fact(name, start, end)
