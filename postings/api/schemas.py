"""What answers look like, for OpenAPI. Nothing is validated by them when it is answered: tests do that."""

from datetime import date, datetime
from typing import Annotated, Any

from ninja import Schema
from pydantic import ConfigDict, Field, WithJsonSchema

from postings.api.fact_schema import FACTS
from postings.compare.relation import Relation
from postings.vocabulary import Basis, Family, Level, Period, Section, Strength, WorkMode


class Said(Schema):
    model_config = ConfigDict(extra="forbid")


class Note(Said):
    """What was understood otherwise than it was written."""

    parameter: str
    detail: str


class Company(Said):
    name: str
    slug: str | None = Field(description="To filter by; none where the text's employer is no known company.")


class Skill(Said):
    name: str
    slug: str
    strength: Strength


class Pay(Said):
    min: float | None
    max: float | None
    currency: str
    period: Period
    basis: Basis
    open_top: bool = Field(description="“From 50,000”, not a single sum.")
    scope: str = Field(description="Whom or where it is for.")
    yearly_min: float | None = Field(description="In a year of 52 weeks of 40 hours.")
    yearly_max: float | None


class Years(Said):
    min: float | None
    max: float | None


class Item(Said):
    """One posting in a list."""

    id: str
    url: str = Field(description="Its page.")
    title: str
    company: Company | None
    places: list[str]
    mode: WorkMode | None
    level: Level | None
    family: Family | None
    skills: list[Skill] = Field(description="Those that are asked for most strongly first.")
    pay: list[Pay] = Field(description="The band that pays most first.")
    years: Years | None
    first_published_at: datetime
    snippet: str | None = Field(description="The sentence that says most of the words that were looked for.")
    warning: str | None = Field(description="What is wrong with the document.")


class Postings(Said):
    total: int
    items: list[Item]
    next: str | None = Field(description="Give it as `after` for the next page; none: this is the last.")
    previous: str | None = Field(description="Give it as `before` for the page before.")
    nearly: list[Item] = Field(description="The best of those that lack one word, where few have them all.")
    rescued: dict[str, str] = Field(description="Words that nobody has, and what was looked for instead.")
    notes: list[Note]


class Posting(Said):
    id: str
    url: str
    revision: int
    published_at: datetime
    facts: Annotated[dict[str, Any], WithJsonSchema(FACTS)]
    text: str = Field(description="What spans point into: characters, the end excluded.")


class Column(Said):
    id: str
    revision: int
    title: str
    company: str | None
    url: str


class FactRow(Said):
    field: str
    label: str
    values: list[list[str] | None] = Field(description="A list a posting, in words; none: not stated.")


class SkillRow(Said):
    name: str
    slug: str
    strengths: list[Strength | None]


class Cell(Said):
    section: Section
    text: str
    relation: Relation | None = Field(description="To the row's first; of the first itself, none.")
    why: str


class Comparison(Said):
    """Postings as columns: each list of a row has one entry a posting, in the order that was asked for."""

    columns: list[Column]
    facts: list[FactRow]
    skills: list[SkillRow]
    asks: list[list[Cell | None]] = Field(
        description="Requirements and duties, a row an idea; what several ask comes first."
    )


class Name(Said):
    name: str
    slug: str
    postings: int = Field(description="How many are published, role guides and closed ones included.")


class Names(Said):
    items: list[Name]
    next: str | None


class Fault(Said):
    parameter: str
    detail: str


class Problem(Schema):
    """RFC 9457. `errors` name parameters, `since` is of a posting that was archived."""

    type: str
    title: str
    status: int
    detail: str
    request_id: str = ""
    errors: list[Fault] = Field(default_factory=list)
    since: date | None = None
