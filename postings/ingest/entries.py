"""Postings in, index entries out: everything that a posting can be found, counted and ordered by.

Read from the rows, never handed over, so that publishing, renaming and rebuilding all give the same.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from django.db import connection

from postings.bitmaps import LARGEST, NOT_STATED, Band, Entry, Zones, code_of
from postings.query.tokenise import stems_of
from postings.vocabulary import OFFERS, Basis, KeyFact, Kind, Section, State, Statement, Strength

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
REQUIRED = {Section.REQUIRED, Section.ELIGIBILITY}

# One row a posting, whatever it has several of in arrays beside each other.
POSTINGS = """
SELECT posting.id, posting.public_id, posting.first_published_at, posting.kind, posting.level,
    posting.family, posting.work_mode, posting.education, posting.visa_sponsorship,
    posting.employment_types, posting.remote_scope, posting.company_id, posting.language, posting.title,
    posting.experience_min, posting.experience_max, posting.posted_on, posting.closes_on,
    CASE WHEN posting.span_start IS NULL THEN run.text
        ELSE substr(run.text, posting.span_start + 1, posting.span_end - posting.span_start) END AS text,
    places.ids AS places, skills.ids AS skills, skills.strengths,
    pay.lows, pay.highs, pay.currencies, pay.bases, pay.open_tops,
    items.sections, items.texts, known.fields, known.states
FROM postings_posting AS posting
JOIN postings_parserun AS run ON run.id = posting.run_id
CROSS JOIN LATERAL (
    SELECT array_agg(place_id) AS ids FROM postings_postingplace
    WHERE posting_id = posting.id AND place_id IS NOT NULL
) AS places
CROSS JOIN LATERAL (
    SELECT array_agg(skill_id) AS ids, array_agg(strength) AS strengths FROM postings_postingskill
    WHERE posting_id = posting.id
) AS skills
CROSS JOIN LATERAL (
    SELECT array_agg(yearly_min ORDER BY position) AS lows, array_agg(yearly_max ORDER BY position) AS highs,
        array_agg(currency ORDER BY position) AS currencies, array_agg(basis ORDER BY position) AS bases,
        array_agg(open_top ORDER BY position) AS open_tops
    FROM postings_payband WHERE posting_id = posting.id
) AS pay
CROSS JOIN LATERAL (
    SELECT array_agg(section ORDER BY position) AS sections, array_agg(text ORDER BY position) AS texts
    FROM postings_requirement WHERE posting_id = posting.id
) AS items
CROSS JOIN LATERAL (
    SELECT array_agg(field) AS fields, array_agg(state) AS states FROM postings_evidence
    WHERE posting_id = posting.id AND field IN ('pay', 'experience_years', 'locations', 'education')
) AS known
WHERE posting.id = ANY(%s::bigint[]) AND posting.state = 'published'
ORDER BY posting.id
"""

ABOVE = """
WITH RECURSIVE above AS (
    SELECT id AS place, id, parent_id FROM postings_place WHERE id = ANY(%s::bigint[])
    UNION ALL
    SELECT above.place, parent.id, parent.parent_id
    FROM above JOIN postings_place AS parent ON parent.id = above.parent_id
)
SELECT place, array_agg(id) FROM above GROUP BY place
"""


class _Row(NamedTuple):
    """A row of POSTINGS, its columns in order."""

    posting: int
    public_id: str
    first_published_at: datetime
    kind: str
    level: str
    family: str
    mode: str
    education: str
    visa: str
    types: list[str]
    remote: list[str]
    company: int | None
    language: str
    title: str
    experience_min: Decimal | None
    experience_max: Decimal | None
    posted_on: Any
    closes_on: Any
    text: str
    places: list[int] | None
    skills: list[int] | None
    strengths: list[str] | None
    lows: list[Decimal | None] | None
    highs: list[Decimal | None] | None
    currencies: list[str] | None
    bases: list[str] | None
    open_tops: list[bool] | None
    sections: list[str] | None
    texts: list[str] | None
    fields: list[str] | None
    states: list[str] | None


def entries_of(postings: Collection[int], *, first: int = 0) -> list[Entry]:
    """Return the entries of those that are published, numbered from `first` on."""
    with connection.cursor() as cursor:
        cursor.execute(POSTINGS, [list(postings)])
        rows = [_Row(*row) for row in cursor.fetchall()]
        places = {place for row in rows for place in row.places or ()}
        above: dict[int, list[int]] = {}
        if places:
            cursor.execute(ABOVE, [list(places)])
            above = dict(cursor.fetchall())
    return [_entry(number, row, above) for number, row in enumerate(rows, first)]


def numbered(entries: Iterable[Entry], first: int) -> list[Entry]:
    return [replace(entry, number=number) for number, entry in enumerate(entries, first)]


def _entry(number: int, row: _Row, above: dict[int, list[int]]) -> Entry:
    return Entry(
        number=number,
        posting=row.posting,
        public_id=row.public_id,
        published=(row.first_published_at - EPOCH) // timedelta(microseconds=1),
        codes=tuple(sorted(set(_codes(row, above)))),
        years=_years(row),
        posted=(row.posted_on or row.first_published_at).toordinal(),
        closes=row.closes_on.toordinal() if row.closes_on else 0,
        bands=tuple(_bands(row)),
        zones=_zones(row),
    )


def _codes(row: _Row, above: dict[int, list[int]]) -> Iterator[int]:
    single = {
        "kind": row.kind,
        "level": row.level,
        "family": row.family,
        "mode": row.mode,
        "education": row.education,
        "visa": row.visa,
        "company": row.company,
    }
    for dimension, value in single.items():
        if value:
            yield code_of(dimension, value)
    several = {"type": row.types, "remote": row.remote, "skill": row.skills or ()}
    for dimension, values in several.items():
        for each in values:
            yield code_of(dimension, each)
    for place in row.places or ():
        for around in above[place]:
            yield code_of("place", around)
    for skill, strength in zip(row.skills or (), row.strengths or (), strict=True):
        if strength in {Strength.REQUIRED, Strength.PREFERRED}:
            yield code_of(strength, skill)
    for fact, states in _states(row).items():
        for state in states or {Statement.NOT_STATED}:
            yield code_of("quality", f"{fact}:{state}")


def _states(row: _Row) -> dict[KeyFact, set[str]]:
    """Return how each field that can be asked about is known; what a person has set counts as stated."""
    states: defaultdict[str, set[str]] = defaultdict(set)
    for field, state in zip(row.fields or (), row.states or (), strict=True):
        states[field].add(State.STATED if state == State.EDITED else state)
    return {
        KeyFact.PAY: states["pay"],
        KeyFact.YEARS: states["experience_years"],
        KeyFact.PLACE: states["locations"],
        KeyFact.EDUCATION: states["education"],
    }


def _years(row: _Row) -> int:
    """Return the least experience that will do: "up to three years" asks for none."""
    if row.experience_min is not None:
        return int(row.experience_min * 10)
    return NOT_STATED if row.experience_max is None else 0


def _bands(row: _Row) -> Iterator[Band]:
    columns = (row.lows, row.highs, row.currencies, row.bases, row.open_tops)
    for low, high, currency, basis, is_open in zip(*(one or () for one in columns), strict=True):
        if basis in OFFERS or (row.kind == Kind.GUIDE and basis == Basis.MARKET_ESTIMATE):
            bottom = 0 if low is None else min(int(low), LARGEST)
            yield Band(currency, bottom, bottom if high is None else min(int(high), LARGEST), is_open)


def _zones(row: _Row) -> Zones:
    items = list(zip(row.sections or (), row.texts or (), strict=True))
    required = [text for section, text in items if section in REQUIRED]
    preferred = [text for section, text in items if section == Section.PREFERRED]
    zones = ([row.title], required, preferred, row.text.splitlines())
    return tuple(_stems(lines, row.language) for lines in zones)


def _stems(lines: Sequence[str], language: str) -> str:
    """Return the stems of each line, in order and with a space on either side, so that phrases are found."""
    return "\n".join(f" {' '.join(stems)} " for line in lines if (stems := stems_of(line, language)))
