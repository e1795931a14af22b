"""Cards as data: what a list says of each posting, from the one statement that pages read theirs with."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.http import HttpRequest

from postings import facts
from postings.query import Word
from postings.salary import yearly
from postings.search.answer import Moment
from postings.selectors.addresses import posting_url
from postings.selectors.card_rows import CardRow, card_rows
from postings.selectors.cards import snippet

Json = dict[str, Any]


def items(request: HttpRequest, ids: Sequence[int], words: Sequence[Word], moment: Moment) -> list[Json]:
    """Return those of these postings that are still published; a query, or none where all are known."""
    if not ids:
        return []
    site = request.build_absolute_uri("/").removesuffix("/")
    return [_item(row, site, words) for row in card_rows(ids, with_items=bool(words), moment=moment)]


def _item(row: CardRow, site: str, words: Sequence[Word]) -> Json:
    low, high = row.experience_min, row.experience_max
    return {
        "id": row.public_id,
        "url": f"{site}{posting_url(row.public_id, row.title)}",
        "title": row.title,
        "company": {"name": row.company, "slug": row.company_slug or None} if row.company else None,
        "places": row.places,
        "mode": row.mode or None,
        "level": row.level or None,
        "family": row.family or None,
        "skills": [{"name": name, "slug": slug, "strength": strength} for name, slug, strength in row.uses],
        "pay": [_pay(band) for band in row.offers],
        "years": None if low is None and high is None else {"min": number(low), "max": number(high)},
        "first_published_at": row.first_published_at.isoformat(),
        "snippet": "".join(part.text for part in snippet(row, words)) or None if words else None,
        "warning": row.finding,
    }


def _pay(band: facts.Pay) -> Json:
    yearly_min, yearly_max = yearly(band)
    return {
        "min": number(band.min),
        "max": number(band.max),
        "currency": band.currency,
        "period": band.period.value,
        "basis": band.basis.value,
        "open_top": band.open_top,
        "scope": band.scope,
        "yearly_min": number(yearly_min),
        "yearly_max": number(yearly_max),
    }


def number(amount: Decimal | None) -> int | float | None:
    if amount is None:
        return None
    return int(amount) if amount == amount.to_integral_value() else float(amount)
