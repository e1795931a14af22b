"""What one job description says, as values: the contract between reading, storing and showing.

Every fact keeps the words it was read from and where they stand: `text[fact.span.start:fact.span.end]
== fact.raw`. What the text does not state is None or an empty tuple, never a guess. A fact may also be
known without a value: an unfilled placeholder is a fact about the document.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Generic, NamedTuple, TypeVar

from postings.vocabulary import (
    Basis,
    Education,
    EmploymentType,
    Family,
    Kind,
    Level,
    Period,
    Section,
    Severity,
    Sponsorship,
    State,
    Strength,
    WorkMode,
)

Value = TypeVar("Value")


class Span(NamedTuple):
    """Where words stand in the repaired text: characters, the end excluded."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Fact(Generic[Value]):
    """A value, how it is known, and the words that say so.

    An edited fact has no span when its editor took it from nowhere in the text.
    """

    value: Value | None
    state: State = State.STATED
    span: Span | None = None
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Location:
    """A place of work: as it reads, and as geography where that is known (`country` is an ISO code)."""

    text: str
    city: str = ""
    region: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Years:
    """Years of experience; `Years(min=5)` is "at least five"."""

    min: Decimal | None = None
    max: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Pay:
    """A pay band in its own currency and period; nothing is converted here.

    Without `max` the band is open ("from 50,000") or a single sum: `open_top` tells which.
    """

    min: Decimal | None
    max: Decimal | None
    currency: str
    period: Period
    basis: Basis = Basis.BASE
    open_top: bool = False
    scope: str = ""  # whom or where it is for: "California", "Level II"


@dataclass(frozen=True, slots=True)
class Item:
    """A bullet or a sentence: one thing that is done, asked or offered."""

    section: Section
    text: str
    span: Span
    theme: str = ""
    any_of: tuple[str, ...] = ()  # alternatives that the text offers: "Python, R or Java"
    skills: tuple[str, ...] = ()  # slugs, in the order of the posting's skills


@dataclass(frozen=True, slots=True)
class SkillUse:
    """A skill that the text names, and how strongly it asks for it anywhere."""

    slug: str
    name: str
    strength: Strength
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault of the document that a person should see, with its remedy."""

    rule: str
    severity: Severity
    message: str
    span: Span | None = None
    raw: str = ""
    fix: str = ""


@dataclass(frozen=True, slots=True)
class PostingFacts:
    """All that one part of a document says."""

    kind: Kind = Kind.POSTING
    part: int = 1
    span: Span | None = None  # of the part within its document

    title: Fact[str] | None = None
    organization: Fact[str] | None = None
    department: Fact[str] | None = None
    grade: Fact[str] | None = None
    job_family: Fact[str] | None = None  # in the document's own words
    language: Fact[str] | None = None  # ISO code

    level: Fact[Level] | None = None
    family: Fact[Family] | None = None
    locations: tuple[Fact[Location], ...] = ()
    work_mode: Fact[WorkMode] | None = None
    remote_scope: Fact[tuple[str, ...]] | None = None  # ISO codes or "worldwide"
    employment_types: tuple[Fact[EmploymentType], ...] = ()

    experience_years: Fact[Years] | None = None
    education: Fact[Education] | None = None
    visa_sponsorship: Fact[Sponsorship] | None = None

    pay: tuple[Fact[Pay], ...] = ()
    bonus: Fact[str] | None = None  # the value repeats what is offered, in short
    equity: Fact[str] | None = None

    apply_url: Fact[str] | None = None
    posted_on: Fact[date] | None = None
    closes_on: Fact[date] | None = None

    items: tuple[Item, ...] = ()
    skills: tuple[SkillUse, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def errors(self) -> int:
        """How many findings speak against publishing."""
        return sum(finding.severity is Severity.ERROR for finding in self.findings)
