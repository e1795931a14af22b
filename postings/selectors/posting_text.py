"""The facts of a posting as Markdown: what its page says, to be pasted elsewhere. Pure."""

from collections.abc import Iterator

from postings.facts import PostingFacts
from postings.selectors.fact_words import facts_in_words
from postings.selectors.shown_facts import SECTIONS


def as_markdown(facts: PostingFacts, url: str) -> str:
    return "\n".join(_lines(facts, url)) + "\n"


def _lines(facts: PostingFacts, url: str) -> Iterator[str]:
    title = facts.title.value if facts.title and facts.title.value else "No title"
    yield f"# {_escaped(title)}"
    yield ""
    yield f"<{url}>"
    yield ""
    for field, label, words in facts_in_words(facts):
        stated = [_escaped(one.text) for one in words if one.text]
        if field != "title" and stated:
            yield f"- **{label}**: {'; '.join(stated)}"
    if facts.skills:
        yield from ("", "## Skills", "")
        yield from (f"- {_escaped(use.name)} ({use.strength.label.lower()})" for use in facts.skills)
    for section in SECTIONS:
        items = [item.text for item in facts.items if item.section is section]
        if items:
            yield from ("", f"## {section.label}", "")
            yield from (f"- {_escaped(text)}" for text in items)


def _escaped(text: str) -> str:
    """Return the text on one line, with what Markdown would take for a sign of its own made plain."""
    return "".join(f"\\{letter}" if letter in "\\`*_[]<>#|" else letter for letter in " ".join(text.split()))
