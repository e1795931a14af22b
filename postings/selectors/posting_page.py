"""All that the page of one posting shows."""

from dataclasses import dataclass
from datetime import datetime

from postings.facts import Finding, Item, PostingFacts
from postings.models import Posting
from postings.selectors.fact_words import ALWAYS_SHOWN, LABELS, FactWords, anchor, facts_in_words
from postings.selectors.marked_text import Mark, Segment, marked_text
from postings.stored import facts_of
from postings.vocabulary import Section


@dataclass(frozen=True, slots=True)
class ListedItem:
    anchor: str
    text: str
    theme: str


@dataclass(frozen=True, slots=True)
class PostingPage:
    public_id: str
    title: str
    company: str
    revision: int
    first_published_at: datetime | None
    published_at: datetime | None
    facts: list[tuple[str, list[FactWords]]]
    sections: list[tuple[str, list[ListedItem]]]
    skills: list[tuple[str, str]]
    findings: list[tuple[str, Finding]]
    text: list[Segment]


def posting_page(posting: Posting) -> PostingPage:
    """Return the page of a published posting whose company and run are loaded: six queries more."""
    facts = facts_of(posting)
    listed = [
        (label, words) for field, label, words in facts_in_words(facts) if words or field in ALWAYS_SHOWN
    ]
    return PostingPage(
        public_id=posting.public_id,
        title=posting.title,
        company=posting.company.name if posting.company else posting.organization,
        revision=posting.revision,
        first_published_at=posting.first_published_at,
        published_at=posting.published_at,
        facts=listed,
        sections=_sections(facts.items),
        skills=[(use.name, use.strength.label) for use in facts.skills],
        findings=[
            (anchor("finding", number) if finding.span else "", finding)
            for number, finding in enumerate(facts.findings, 1)
        ],
        text=marked_text(posting.run.text, list(_marks(facts))),
    )


def _sections(items: tuple[Item, ...]) -> list[tuple[str, list[ListedItem]]]:
    """Group the items as readers look for them: what is asked first, in the order of the text."""
    order = [
        Section.REQUIRED,
        Section.PREFERRED,
        Section.ELIGIBILITY,
        Section.RESPONSIBILITY,
        Section.BENEFIT,
    ]
    groups = []
    for section in order:
        members = [
            ListedItem(anchor("item", number), item.text, item.theme)
            for number, item in enumerate(items, 1)
            if item.section is section
        ]
        if members:
            groups.append((section.label, members))
    return groups


def _marks(facts: PostingFacts) -> list[Mark]:
    marks = []
    for field in ("title", *LABELS):
        known = getattr(facts, field)
        for number, fact in enumerate(known if isinstance(known, tuple) else (known,), 1):
            if fact is not None and fact.span is not None:
                marks.append(Mark(anchor(field, number), LABELS.get(field, "Title"), fact.span))
    marks += [
        Mark(anchor("finding", number), "Finding", finding.span)
        for number, finding in enumerate(facts.findings, 1)
        if finding.span is not None
    ]
    marks += [
        Mark(anchor("item", number), item.section.label, item.span, quiet=True)
        for number, item in enumerate(facts.items, 1)
    ]
    return marks
