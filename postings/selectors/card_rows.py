"""What a list shows of each posting, read in one statement: a page of cards costs one question, not six."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from functools import partial
from typing import Any, NamedTuple

from django.db import connection

from postings.facts import Pay
from postings.query import Sentences
from postings.search.answer import Moment
from postings.selectors.known import Known
from postings.vocabulary import Basis, Period, Strength

# LATERAL: a planner that finds a table small reads it whole otherwise, once for each card.
CARDS = """
SELECT posting.id, posting.public_id, posting.title, coalesce(company.name, posting.organization),
    coalesce(company.slug, ''),
    posting.work_mode, posting.level, posting.family, posting.language,
    posting.experience_min, posting.experience_max,
    posting.first_published_at,
    ARRAY(
        SELECT text FROM postings_postingplace WHERE posting_id = posting.id ORDER BY position
    ) AS places,
    ARRAY(
        SELECT ARRAY[skill.name, skill.slug, use.strength]
        FROM postings_postingskill AS use
        JOIN LATERAL (SELECT name, slug FROM postings_skill WHERE id = use.skill_id LIMIT 1) AS skill ON true
        WHERE use.posting_id = posting.id
        ORDER BY array_position(%(strengths)s::text[], use.strength::text), use.position
    ) AS skills,
    (
        SELECT message FROM postings_finding WHERE posting_id = posting.id AND severity <> 'info'
        ORDER BY position LIMIT 1
    ) AS finding,
    ARRAY(
        SELECT ARRAY[min::text, max::text, open_top::text, currency, period, basis, scope]
        FROM postings_payband WHERE posting_id = posting.id
        ORDER BY coalesce(yearly_max, yearly_min) DESC NULLS LAST, position
    ) AS bands,
    CASE WHEN %(with_items)s THEN ARRAY(
        SELECT text FROM postings_requirement WHERE posting_id = posting.id ORDER BY position
    ) ELSE '{}' END AS items
FROM postings_posting AS posting
LEFT JOIN LATERAL (
    SELECT name, slug FROM postings_company WHERE id = posting.company_id LIMIT 1
) AS company ON true
WHERE posting.id = ANY(%(ids)s::bigint[]) AND posting.state = 'published'
"""


class CardRow(NamedTuple):
    posting: int
    public_id: str
    title: str
    company: str
    company_slug: str
    mode: str
    level: str
    family: str
    language: str
    experience_min: Decimal | None
    experience_max: Decimal | None
    first_published_at: datetime
    places: list[str]
    uses: list[list[str]]  # of skills: name, slug, strength; those that are asked for most strongly first
    finding: str | None
    bands: list[list[Any]]
    items: Sentences  # none, where nothing is looked for in them

    @property
    def skills(self) -> list[str]:
        return [name for name, _, _ in self.uses]

    @property
    def pay(self) -> Pay | None:
        """The band that pays most."""
        return _pay(*self.bands[0]) if self.bands else None

    @property
    def offers(self) -> list[Pay]:
        """All bands, the one that pays most first."""
        return [_pay(*band) for band in self.bands]


def _pay(low: str, high: str, is_open: str, currency: str, period: str, basis: str, scope: str) -> Pay:
    return Pay(
        min=None if low is None else Decimal(low),
        max=None if high is None else Decimal(high),
        currency=currency,
        period=Period(period),
        basis=Basis(basis),
        open_top=is_open == "true",
        scope=scope,
    )


_known: dict[bool, Known[CardRow]] = {False: Known(2_000), True: Known(1_000)}  # by whether they have items


def card_rows(postings: Sequence[int], *, with_items: bool, moment: Moment | None = None) -> list[CardRow]:
    """Return the rows of those that are still published, in the order of `postings`.

    At a `moment` of the index, nothing is read that was read at the same one before.
    """
    read = partial(_read, with_items=with_items)
    rows = _known[with_items].get(postings, moment, read) if moment else read(postings)
    return [rows[posting] for posting in postings if posting in rows]


def _read(postings: Sequence[int], with_items: bool) -> dict[int, CardRow]:
    with connection.cursor() as cursor:
        cursor.execute(
            CARDS,
            {"ids": list(postings), "with_items": with_items, "strengths": [one.value for one in Strength]},
        )
        return {row.posting: row for row in map(_row, cursor.fetchall())}


def _row(columns: tuple[Any, ...]) -> CardRow:
    row = CardRow(*columns)
    return row._replace(items=Sentences(columns[-1], row.language))
