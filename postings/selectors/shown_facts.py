"""Facts beside the text that they were read from, in words and with links between the two. Pure.

The page of a posting shows them, and so does review, where a draft has no rows yet.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from postings.facts import Fact, Finding, PostingFacts, Span
from postings.selectors.fact_words import LABELS, FactWords, anchor, facts_in_words
from postings.selectors.marked_text import Mark, Segment, marked_text
from postings.selectors.shown import Shown
from postings.vocabulary import Section

# As readers look for them: what is asked first, then what is done, then what is offered.
SECTIONS = (
    Section.REQUIRED,
    Section.PREFERRED,
    Section.ELIGIBILITY,
    Section.RESPONSIBILITY,
    Section.BENEFIT,
    Section.ABOUT,
    Section.PROCESS,
    Section.OTHER,
)


@dataclass(frozen=True, slots=True)
class ListedItem(Shown):
    anchor: str
    text: str
    theme: str


@dataclass(frozen=True, slots=True)
class ShownFacts:
    facts: list[tuple[str, str, list[FactWords]]]  # field, label, wording; nothing stated: no wording
    sections: list[tuple[Section, list[ListedItem]]]
    skills: list[tuple[str, str]]
    findings: list[tuple[str, Finding]]  # where it stands in the text, if anywhere
    errors: int
    text: list[Segment]


def shown_facts(facts: PostingFacts, text: str) -> ShownFacts:
    return ShownFacts(
        facts=list(facts_in_words(facts)),
        sections=list(_sections(facts)),
        skills=[(use.name, use.strength.label) for use in facts.skills],
        findings=[
            (anchor("finding", number) if finding.span else "", finding)
            for number, finding in enumerate(facts.findings, 1)
        ],
        errors=facts.errors,
        text=marked_text(text, list(_marks(facts))),
    )


def _sections(facts: PostingFacts) -> Iterator[tuple[Section, list[ListedItem]]]:
    for section in SECTIONS:
        members = [
            ListedItem(anchor("item", number), item.text, item.theme)
            for number, item in enumerate(facts.items, 1)
            if item.section is section
        ]
        if members:
            yield section, members


def _marks(facts: PostingFacts) -> Iterator[Mark]:
    for field, label in LABELS.items():
        known: Any = getattr(facts, field)
        listed: tuple[Fact[Any], ...] = known if isinstance(known, tuple) else (known,) if known else ()
        for number, fact in enumerate(listed, 1):
            yield from _mark(field, number, label, fact.span)
    for number, finding in enumerate(facts.findings, 1):
        yield from _mark("finding", number, finding.severity.label, finding.span)
    for number, item in enumerate(facts.items, 1):
        yield Mark(anchor("item", number), item.section.label, item.span, quiet=True)


def _mark(field: str, number: int, label: str, span: Span | None) -> Iterator[Mark]:
    if span is not None:
        yield Mark(anchor(field, number), label, span)
