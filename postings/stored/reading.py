"""The rows of postings, read back as the facts that they are."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from django.db import connection

from postings.facts import Location, Pay, PostingFacts
from postings.models import Posting
from postings.stored.rows import (
    EvidenceRow,
    FactRows,
    FindingRow,
    RequirementRow,
    SkillRow,
    facts_from_rows,
)
from postings.vocabulary import Basis, Period

ROWS = "SELECT row.posting_id, {columns} FROM {table} WHERE row.posting_id = ANY(%s) ORDER BY row.position"
PLACES = ROWS.format(
    columns="row.position, row.text, coalesce(city, ''), coalesce(region, ''), coalesce(country, '')",
    table="postings_postingplace AS row LEFT JOIN postings_place AS place ON place.id = row.place_id",
)
PAY = ROWS.format(
    columns="row.position, row.min, row.max, currency, period, basis, open_top, scope",
    table="postings_payband AS row",
)
SKILLS = ROWS.format(
    columns="row.position, skill.slug, skill.name, row.strength, row.spans, row.items",
    table="postings_postingskill AS row JOIN postings_skill AS skill ON skill.id = row.skill_id",
)
EVIDENCE, REQUIREMENTS, FINDINGS = (
    ROWS.format(columns=", ".join(kind._fields), table=f"postings_{table} AS row")
    for kind, table in ((EvidenceRow, "evidence"), (RequirementRow, "requirement"), (FindingRow, "finding"))
)


def facts_of(posting: Posting) -> PostingFacts:
    """Return what the posting was last published with."""
    return facts_of_all([posting])[posting.pk]


def facts_of_all(postings: Collection[Posting]) -> dict[int, PostingFacts]:
    """Return what each of them was last published with: six queries, however many they are."""
    pks = [posting.pk for posting in postings]
    with connection.cursor() as cursor:
        evidence, places, pay, requirements, skills, findings = (
            _rows(cursor, statement, pks)
            for statement in (EVIDENCE, PLACES, PAY, REQUIREMENTS, SKILLS, FINDINGS)
        )
    return {
        posting.pk: facts_from_rows(
            FactRows(
                columns=_columns(posting),
                evidence=[EvidenceRow(*row) for row in evidence[posting.pk]],
                places=[(position, Location(*place)) for position, *place in places[posting.pk]],
                pay=[_pay(*row) for row in pay[posting.pk]],
                requirements=[RequirementRow(*row) for row in requirements[posting.pk]],
                skills=[SkillRow(*row) for row in skills[posting.pk]],
                findings=[FindingRow(*row) for row in findings[posting.pk]],
            )
        )
        for posting in postings
    }


def _columns(posting: Posting) -> dict[str, Any]:
    unread = posting.get_deferred_fields()
    names = (field.attname for field in posting._meta.concrete_fields)
    return {name: getattr(posting, name) for name in names if name not in unread}


def _rows(cursor: Any, statement: str, postings: list[int]) -> dict[int, list[Any]]:
    """Return rows by posting, in order. Statements are written out: to make one takes longer than it does."""
    rows: dict[int, list[Any]] = defaultdict(list)
    cursor.execute(statement, [postings])
    for posting, *values in cursor.fetchall():
        rows[posting].append(values)
    return rows


def _pay(
    position: int, low: Any, high: Any, currency: str, period: str, basis: str, is_open: bool, scope: str
) -> tuple[int, Pay]:
    return position, Pay(low, high, currency, Period(period), Basis(basis), is_open, scope)
