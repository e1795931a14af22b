"""What review shows of a posting: the text with its marks, and the facts as they were read from it.

Facts and text in, values out. A draft has no rows yet, so nothing here asks the database.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from postings.facts import Fact, Finding, PostingFacts, Span
from postings.selectors.fact_words import LABELS, FactWords, anchor, facts_in_words
from postings.selectors.marked_text import Mark, Segment, marked_text
from postings.vocabulary import Section, Severity


@dataclass(frozen=True, slots=True)
class Review:
    """`facts` are label and wording of every field, `items` the section's label, anchor and text of each."""

    kind: str
    facts: list[tuple[str, list[FactWords]]]
    sections: list[tuple[str, list[tuple[str, str]]]]
    skills: list[tuple[str, str]]
    findings: list[tuple[str, Finding]]
    errors: int
    text: list[Segment]


def review_of(facts: PostingFacts, text: str) -> Review:
    return Review(
        kind=facts.kind.label,
        facts=[
            ("Title", [_title(facts.title)] if facts.title else []),
            *((label, words) for _, label, words in facts_in_words(facts)),
        ],
        sections=list(_sections(facts)),
        skills=[(use.name, use.strength.label) for use in facts.skills],
        findings=[
            (anchor("finding", number) if finding.span else "", finding)
            for number, finding in enumerate(facts.findings, 1)
        ],
        errors=errors_in(facts),
        text=marked_text(text, list(_marks(facts))),
    )


def errors_in(facts: PostingFacts) -> int:
    """Return how many findings speak against publishing."""
    return sum(finding.severity is Severity.ERROR for finding in facts.findings)


def _title(fact: Fact[str]) -> FactWords:
    return FactWords(fact.value or "", fact.state, fact.raw, anchor("title", 1) if fact.span else "")


def _sections(facts: PostingFacts) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    for section in Section:
        members = [
            (anchor("item", number), item.text)
            for number, item in enumerate(facts.items, 1)
            if item.section is section
        ]
        if members:
            yield section.label, members


def _marks(facts: PostingFacts) -> Iterator[Mark]:
    for field, label in {"title": "Title", **LABELS}.items():
        known = getattr(facts, field)
        listed = known if isinstance(known, tuple) else (known,) if known else ()
        for number, fact in enumerate(listed, 1):
            yield from _mark(field, number, label, fact.span)
    for number, finding in enumerate(facts.findings, 1):
        yield from _mark("finding", number, finding.severity.label, finding.span)
    for number, item in enumerate(facts.items, 1):
        yield Mark(anchor("item", number), item.section.label, item.span, quiet=True)


def _mark(field: str, number: int, label: str, span: Span | None) -> Iterator[Mark]:
    if span is not None:
        yield Mark(anchor(field, number), label, span)
