"""Postings side by side: their asks in rows, each row one idea that some of them share.

Two lists are paired so that all pairs together are worth most, not the best pair first. A third posting is
paired with the rows of the first two, and so on; a row has one ask of each posting at most.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from postings.compare.asks import Ask, asks_of
from postings.compare.assignment import best_pairs
from postings.compare.kinship import kinship
from postings.compare.relation import Related, relation_of
from postings.compare.words import Array
from postings.facts import Item
from postings.vocabulary import Section

ALIGNED = (Section.REQUIRED, Section.PREFERRED, Section.ELIGIBILITY, Section.RESPONSIBILITY)
FLOOR = 0.22  # of kinship: below, two asks are no pair


@dataclass(slots=True)
class Row:
    """Which ask of each posting, by its place among that posting's asks."""

    members: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Link:
    earlier: tuple[int, int]  # posting, ask
    later: tuple[int, int]
    related: Related


@dataclass(frozen=True, slots=True)
class Alignment:
    asks: list[list[Ask]]
    rows: list[Row]  # those that several share first, then what only one asks
    links: list[Link]


def aligned_items(items: Sequence[Item]) -> list[Item]:
    """Return what is compared, in the order of the text."""
    return [item for item in items if item.section in ALIGNED]


def align(postings: Sequence[Sequence[Item]]) -> Alignment:
    """Align the items of two postings or more."""
    asks = [asks_of(aligned_items(items)) for items in postings]
    nearness = kinship([ask for each in asks for ask in each])
    starts = [sum(map(len, asks[:number])) for number in range(len(asks))]
    rows: list[Row] = []
    for posting in range(len(asks)):
        _take_in(posting, rows, asks, starts, nearness)
    rows.sort(key=lambda row: (-len(row.members), min(row.members), row.members[min(row.members)]))
    return Alignment(asks, rows, list(_links(rows, asks, starts, nearness)))


def _take_in(
    posting: int, rows: list[Row], asks: list[list[Ask]], starts: list[int], nearness: Array
) -> None:
    first, size = starts[posting], len(asks[posting])
    worth: dict[tuple[int, int], float] = {}
    for number, row in enumerate(rows):
        places = [starts[other] + place for other, place in row.members.items()]
        nearest = nearness[places, first : first + size].max(axis=0) if size else ()
        for place, near in enumerate(nearest):
            if near > FLOOR:
                worth[number, place] = float(near) - FLOOR
    paired = {place: number for number, place in best_pairs(worth)}
    for place in range(size):
        if place in paired:
            rows[paired[place]].members[posting] = place
        else:
            rows.append(Row({posting: place}))


def _links(rows: Sequence[Row], asks: list[list[Ask]], starts: list[int], nearness: Array) -> Iterator[Link]:
    for row in rows:
        members = sorted(row.members.items())
        for at, (one, i) in enumerate(members):
            for other, j in members[at + 1 :]:
                near = float(nearness[starts[one] + i, starts[other] + j])
                yield Link((one, i), (other, j), relation_of(asks[one][i], asks[other][j], near))
