"""All that the page of one posting shows."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from postings import search
from postings.facts import Finding
from postings.models import Posting
from postings.own_part import own_part
from postings.selectors.cards import Card, cards
from postings.selectors.fact_words import FactWords
from postings.selectors.job_posting import job_posting
from postings.selectors.marked_text import Segment
from postings.selectors.preview import Preview, preview_of
from postings.selectors.revisions import Revision, revisions
from postings.selectors.shown_facts import ListedItem, shown_facts
from postings.selectors.standing import Standing, standing
from postings.stored import facts_of
from postings.vocabulary import Kind, Section

# A reader wants to know that these are not stated; of the rest, only what is.
ALWAYS_SHOWN = {
    *("organization", "locations", "work_mode", "level"),
    *("pay", "experience_years", "education", "visa_sponsorship"),
}
SIMILAR = 5
LEFT_TO_THE_TEXT = {Section.ABOUT, Section.PROCESS, Section.OTHER}


@dataclass(frozen=True, slots=True)
class PostingPage:
    public_id: str
    is_guide: bool
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
    standing: Standing | None
    similar: list[Card]
    revisions: list[Revision]
    structured: dict[str, Any]  # for search engines, as schema.org has it
    lacking: list[str]  # why it is not shown to them
    preview: Preview


def posting_page(posting: Posting, *, now: datetime, url: str) -> PostingPage:
    """Return the page of a published posting whose company and run are loaded."""
    facts, text = own_part(facts_of(posting), posting.run.text)
    shown = shown_facts(facts, text)
    structured, lacking = job_posting(facts, text=text, url=url, identifier=posting.public_id)
    return PostingPage(
        public_id=posting.public_id,
        is_guide=posting.kind == Kind.GUIDE,
        title=posting.title,
        company=posting.company.name if posting.company else posting.organization,
        revision=posting.revision,
        first_published_at=posting.first_published_at,
        published_at=posting.published_at,
        facts=[
            (label, words)
            for field, label, words in shown.facts
            if field != "title" and (words or field in ALWAYS_SHOWN)
        ],
        sections=[
            (section.label, items) for section, items in shown.sections if section not in LEFT_TO_THE_TEXT
        ],
        skills=shown.skills,
        findings=shown.findings,
        text=shown.text,
        standing=standing(facts, timezone.localdate(now)),
        similar=cards(search.similar(posting.pk, posting.title, limit=SIMILAR), now=now),
        revisions=revisions(posting),
        structured=structured,
        lacking=lacking,
        preview=preview_of(facts, url),
    )
