"""All that the page of one posting shows."""

from dataclasses import dataclass
from datetime import datetime

from postings.facts import Finding
from postings.models import Posting
from postings.selectors.fact_words import FactWords
from postings.selectors.marked_text import Segment
from postings.selectors.shown_facts import ListedItem, shown_facts
from postings.stored import facts_of
from postings.vocabulary import Section

# A reader wants to know that these are not stated; of the rest, only what is.
ALWAYS_SHOWN = {
    *("organization", "locations", "work_mode", "level"),
    *("pay", "experience_years", "education", "visa_sponsorship"),
}
LEFT_TO_THE_TEXT = {Section.ABOUT, Section.PROCESS, Section.OTHER}


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
    shown = shown_facts(facts_of(posting), posting.run.text)
    return PostingPage(
        public_id=posting.public_id,
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
    )
