"""Facts as rows and rows as facts: `facts_from_rows(rows_from_facts(facts)) == facts`.

Pure: values in, values out. `postings.ingest.publishing` inserts these rows, `postings.ingest.bulk` copies
them by the million, and both give back the same facts.
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any, NamedTuple

from postings.facts import Fact, Finding, Item, Location, Pay, PostingFacts, SkillUse, Span, Years
from postings.vocabulary import (
    Education,
    EmploymentType,
    Family,
    Kind,
    Level,
    Section,
    Severity,
    Sponsorship,
    State,
    Strength,
    WorkMode,
)

# Facts whose value is a column of the same name, with what makes the value from the column again.
COLUMNS: dict[str, Any] = {
    "title": str,
    "organization": str,
    "department": str,
    "grade": str,
    "job_family": str,
    "language": str,
    "level": Level,
    "family": Family,
    "work_mode": WorkMode,
    "remote_scope": tuple,
    "education": Education,
    "visa_sponsorship": Sponsorship,
    "bonus": str,
    "equity": str,
    "apply_url": str,
    "posted_on": lambda day: day,
    "closes_on": lambda day: day,
}
NOTHING: dict[str, Any] = {"remote_scope": [], "posted_on": None, "closes_on": None}  # the others are ""


class EvidenceRow(NamedTuple):
    field: str
    position: int
    state: str
    span_start: int | None
    span_end: int | None
    raw: str


class RequirementRow(NamedTuple):
    position: int
    section: str
    theme: str
    text: str
    any_of: list[str]
    span_start: int
    span_end: int


class SkillRow(NamedTuple):
    position: int
    slug: str
    name: str
    strength: str
    spans: list[int]
    items: list[int]


class FindingRow(NamedTuple):
    position: int
    rule: str
    severity: str
    message: str
    span_start: int | None
    span_end: int | None
    raw: str
    fix: str


@dataclass(frozen=True, slots=True)
class FactRows:
    """The rows of one posting; `columns` are those of the posting itself."""

    columns: dict[str, Any]
    evidence: list[EvidenceRow]
    places: list[tuple[int, Location]]
    pay: list[tuple[int, Pay]]
    requirements: list[RequirementRow]
    skills: list[SkillRow]
    findings: list[FindingRow]


def rows_from_facts(facts: PostingFacts) -> FactRows:
    singles = ((field, 0, getattr(facts, field)) for field in (*COLUMNS, "experience_years"))
    several = (
        (field, position, fact)
        for field in ("locations", "employment_types", "pay")
        for position, fact in enumerate(getattr(facts, field))
    )
    return FactRows(
        columns=_columns(facts),
        evidence=[
            EvidenceRow(field, position, fact.state, *_ends(fact.span), fact.raw)
            for field, position, fact in (*singles, *several)
            if fact is not None
        ],
        places=[(n, fact.value) for n, fact in enumerate(facts.locations) if fact.value is not None],
        pay=[(n, fact.value) for n, fact in enumerate(facts.pay) if fact.value is not None],
        requirements=[
            RequirementRow(n, item.section, item.theme, item.text, list(item.any_of), *_ends(item.span))
            for n, item in enumerate(facts.items)
        ],
        skills=_skill_rows(facts),
        findings=[
            FindingRow(n, found.rule, found.severity, found.message, *_ends(found.span), found.raw, found.fix)
            for n, found in enumerate(facts.findings)
        ],
    )


def _columns(facts: PostingFacts) -> dict[str, Any]:
    start, end = _ends(facts.span)
    years = _value(facts.experience_years) or Years()
    columns = {"kind": facts.kind, "part": facts.part, "span_start": start, "span_end": end}
    for field in COLUMNS:
        value = _value(getattr(facts, field))
        columns[field] = NOTHING.get(field, "") if value is None else value
    columns["remote_scope"] = list(columns["remote_scope"])
    columns["employment_types"] = [fact.value for fact in facts.employment_types if fact.value is not None]
    columns["experience_min"], columns["experience_max"] = years.min, years.max
    return columns


def _skill_rows(facts: PostingFacts) -> list[SkillRow]:
    """Give each skill the positions of the items that name it: one table instead of two."""
    items: dict[str, list[int]] = defaultdict(list)
    for position, item in enumerate(facts.items):
        for slug in item.skills:
            items[slug].append(position)
    return [
        SkillRow(
            n,
            use.slug,
            use.name,
            use.strength,
            [end for span in use.spans for end in _ends(span)],
            items[use.slug],
        )
        for n, use in enumerate(facts.skills)
    ]


def facts_from_rows(rows: FactRows) -> PostingFacts:
    columns = rows.columns
    known: dict[str, dict[int, EvidenceRow]] = defaultdict(dict)
    for row in rows.evidence:
        known[row.field][row.position] = row
    types = [row.position for row in rows.evidence if row.field == "employment_types" and _has_value(row)]
    years = {0: Years(columns["experience_min"], columns["experience_max"])}
    singles = {
        field: _first(_facts(known[field], {0: make(columns[field]) if columns[field] else None}))
        for field, make in COLUMNS.items()
    }
    return PostingFacts(
        kind=Kind(columns["kind"]),
        part=columns["part"],
        span=_span(columns["span_start"], columns["span_end"]),
        **singles,
        experience_years=_first(_facts(known["experience_years"], years)),
        locations=_facts(known["locations"], dict(rows.places)),
        employment_types=_facts(
            known["employment_types"],
            dict(zip(sorted(types), map(EmploymentType, columns["employment_types"]), strict=True)),
        ),
        pay=_facts(known["pay"], dict(rows.pay)),
        items=_items(rows.requirements, rows.skills),
        skills=tuple(
            SkillUse(
                row.slug, row.name, Strength(row.strength), tuple(map(Span, row.spans[::2], row.spans[1::2]))
            )
            for row in rows.skills
        ),
        findings=tuple(
            Finding(
                row.rule,
                Severity(row.severity),
                row.message,
                _span(row.span_start, row.span_end),
                row.raw,
                row.fix,
            )
            for row in rows.findings
        ),
    )


def _facts(known: dict[int, EvidenceRow], values: dict[int, Any]) -> tuple[Fact[Any], ...]:
    return tuple(
        Fact(
            values[position] if _has_value(row) else None,
            State(row.state),
            _span(row.span_start, row.span_end),
            row.raw,
        )
        for position, row in sorted(known.items())
    )


def _items(requirements: list[RequirementRow], skills: list[SkillRow]) -> tuple[Item, ...]:
    named: dict[int, list[str]] = defaultdict(list)
    for skill in skills:
        for position in skill.items:
            named[position].append(skill.slug)
    return tuple(
        Item(
            Section(row.section),
            row.text,
            Span(row.span_start, row.span_end),
            row.theme,
            tuple(row.any_of),
            tuple(named[row.position]),
        )
        for row in requirements
    )


def _has_value(row: EvidenceRow) -> bool:
    return row.state != State.PLACEHOLDER


def _first(facts: tuple[Fact[Any], ...]) -> Fact[Any] | None:
    return facts[0] if facts else None


def _value(fact: Fact[Any] | None) -> Any:
    return None if fact is None else fact.value


def _ends(span: Span | None) -> tuple[Any, Any]:
    return (None, None) if span is None else (span.start, span.end)


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)
