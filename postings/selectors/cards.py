"""Ids in, cards out, in the same order: what a list of results shows of each posting."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from django.utils.timesince import timesince

from postings.facts import Years
from postings.query import Word, snippet_of, stems_of
from postings.salary import pay_in_words, years_in_words
from postings.search.answer import Moment
from postings.selectors.addresses import posting_url
from postings.selectors.card_rows import CardRow, card_rows
from postings.selectors.pay_chart import Market, yearly_in_words
from postings.selectors.shown import Badge, Band, Piece, Shown, Tag
from postings.vocabulary import Level, WorkMode

HOUR = timedelta(hours=1)
MOST_PLACES = 2
MOST_SKILLS = 5


@dataclass(frozen=True, slots=True)
class Card(Shown):
    """One posting in a list; templates/_components/card.html says what each part is."""

    id: str
    url: str
    title: str
    company: str
    places: str
    places_more: int
    mode: str
    level: str
    pay: str
    pay_yearly: str
    band: Band | None
    experience: str
    posted: str
    posted_on: str
    skills: tuple[Tag, ...]
    skills_more: int
    snippet: tuple[Piece, ...]
    badges: tuple[Badge, ...]
    chosen: bool


def cards(
    ids: Sequence[int],
    *,
    now: datetime,
    chosen: Collection[str] = (),
    words: Sequence[Word] = (),
    skills: Collection[str] = (),
    market: Market | None = None,
    moment: Moment | None = None,
) -> list[Card]:
    """Return the cards of those of these postings that are still published: one query for any number.

    `words` and names of `skills` were looked for, and are marked; bands are held against the `market`. At a
    `moment` of the index, what was read at the same one is not read again.
    """
    if not ids:
        return []
    return [
        _card(row, now, chosen, words, _matched(row.skills, words) | set(skills), market)
        for row in card_rows(ids, with_items=bool(words), moment=moment)
    ]


def _card(
    row: CardRow,
    now: datetime,
    chosen: Collection[str],
    words: Sequence[Word],
    matched: set[str],
    market: Market | None,
) -> Card:
    skills = sorted(row.skills, key=lambda name: name not in matched)
    pay, bands = row.pay, len(row.bands)
    return Card(
        id=row.public_id,
        url=posting_url(row.public_id, row.title),
        title=row.title,
        company=row.company,
        places=" · ".join(row.places[:MOST_PLACES]),
        places_more=max(0, len(row.places) - MOST_PLACES),
        mode=WorkMode(row.mode).label if row.mode else "",
        level=Level(row.level).label if row.level else "",
        pay=f"{pay_in_words(pay)}{f' +{bands - 1}' if bands > 1 else ''}" if pay else "",
        pay_yearly=yearly_in_words(pay) if pay else "",
        band=market.place(pay) if market and pay else None,
        experience=experience_of(row),
        posted=_ago(row.first_published_at, now.replace(minute=0, second=0, microsecond=0)),
        posted_on=row.first_published_at.date().isoformat(),
        skills=tuple(Tag(name, name in matched) for name in skills[:MOST_SKILLS]),
        skills_more=max(0, len(skills) - MOST_SKILLS),
        snippet=snippet(row, words),
        badges=(Badge(row.finding, "warning"),) if row.finding else (),
        chosen=row.public_id in chosen,
    )


@lru_cache(maxsize=10_000)
def _ago(then: datetime, hour: datetime) -> str:
    """Return how long ago it was at the beginning of this hour; a page may be kept until its end."""
    return "within the hour" if hour - then < HOUR else f"{timesince(then, hour, depth=1)} ago"


def _matched(names: Iterable[str], words: Sequence[Word]) -> set[str]:
    """Return the names all of whose words were looked for."""
    stems = {stem for word in words for stem in word.stems}
    return {name for name in names if stems and stems.issuperset(_stems(name))}


@lru_cache(maxsize=10_000)
def _stems(name: str) -> frozenset[str]:
    return frozenset(stems_of(name, "en"))


def snippet(row: CardRow, words: Sequence[Word]) -> tuple[Piece, ...]:
    """Return the item that says most of what was looked for, if one says any of it."""
    parts = snippet_of(row.items, words)
    return (
        tuple(Piece(part.text, marked=part.hit) for part in parts) if any(part.hit for part in parts) else ()
    )


def experience_of(row: Any) -> str:
    if row.experience_min is None and row.experience_max is None:
        return ""
    return years_in_words(Years(row.experience_min, row.experience_max))
