"""Pages of a set in a total order: a key, then the newest first, then the public id.

A page is found by what stands at its edge, not by counting, so a posting that is published meanwhile
neither repeats nor skips another one.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from pyroaring import BitMap

from postings.bitmaps.entry import LARGEST, NOT_STATED, currency_number
from postings.bitmaps.growing import Growing
from postings.bitmaps.library import MICROSECONDS, Library, numbers_of
from postings.bitmaps.segment import Array

SECONDS = 32  # bits
ORDERS = 6  # of the last questions that are kept


class Edge(NamedTuple):
    """What orders a posting: the larger key first, then the later, then the smaller id."""

    key: int
    published: int
    public_id: str

    @property
    def rank(self) -> tuple[int, int, str]:
        return -self.key, -self.published, self.public_id


@dataclass(frozen=True, slots=True)
class Page:
    numbers: list[int]
    edges: list[Edge]
    before: bool  # there are some before these
    after: bool


class Orders:
    """The keys of the orders that were asked for last, kept and lengthened as the library grows."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: OrderedDict[tuple[str, str], Growing] = OrderedDict()

    def newest(self) -> Array:
        return np.broadcast_to(np.int32(0), self._library.size)  # one number, seen from everywhere

    def by_years(self) -> Array:
        """Least experience first; who does not say comes last."""
        return self._keys("years", "", self._years)

    def by_pay(self, currency: str, *, highest: bool) -> Array:
        """By the highest band in this currency: its top from the highest down, or its bottom upwards."""
        if highest:
            return self._keys("highest", currency, lambda start: self._amounts(start, currency, "band_high"))
        return self._keys(
            "lowest", currency, lambda start: _reversed(self._amounts(start, currency, "band_low", -1))
        )

    def _keys(self, order: str, currency: str, make: Callable[[int], Array]) -> Array:
        keys = self._known.setdefault((order, currency), Growing(np.int32))
        self._known.move_to_end((order, currency))
        if len(self._known) > ORDERS:
            self._known.popitem(last=False)
        start = len(keys.values)
        if start < self._library.size:
            keys.extend(make(start))
        return keys.values

    def _years(self, start: int) -> Array:
        years = self._library.column("years")[start:].astype(np.int64)
        return np.where(years == NOT_STATED, 0, LARGEST - years)

    def _amounts(self, start: int, currency: str, column: str, nothing: int = 0) -> Array:
        first = self._library.starts("band")[start]
        main = self._library.column("band_main")[first:].copy()
        main &= self._library.column("band_currency")[first:] == currency_number(currency)
        amounts = np.full(self._library.size - start, nothing, np.int64)
        amounts[self._library.band_owner[first:][main] - start] = self._library.column(column)[first:][main]
        return amounts


def _reversed(amounts: Array) -> Array:
    """The smallest amount gets the largest key; none at all, -1, gets the least."""
    return np.where(amounts < 0, 0, LARGEST - amounts)


def page_of(
    library: Library,
    within: BitMap,
    keys: Array,
    *,
    limit: int,
    after: Edge | None = None,
    before: Edge | None = None,
) -> Page:
    """Return up to `limit` of these postings, next to an edge or from the beginning.

    `keys` has a key, from 0 to LARGEST, for every entry of the library.
    """
    numbers = numbers_of(within)
    coarse = (keys[numbers].astype(np.int64) << SECONDS) + library.seconds[numbers]
    edge = after or before
    wanted = limit + 1  # the last of which tells that there is more
    if edge:
        there = (edge.key << SECONDS) + edge.published // MICROSECONDS
        beyond = coarse <= there if after else coarse >= there
        numbers, coarse = numbers[beyond], coarse[beyond]
        wanted += int(np.count_nonzero(coarse == there))  # some of these lie on the edge's other side
    nearest = _nearest(coarse if before else -coarse, wanted)
    found = _exactly(library, numbers[nearest], coarse[nearest] >> SECONDS)
    if after:
        found = [one for one in found if one[0].rank > after.rank]
        return _page(found[:limit], before=True, after=len(found) > limit)
    if before:
        found = [one for one in found if one[0].rank < before.rank]
        return _page(found[-limit:], before=len(found) > limit, after=True)
    return _page(found[:limit], before=False, after=len(found) > limit)


def in_order(library: Library, within: BitMap, keys: Array) -> Array:
    """Return all of these entries in the order in which `page_of` has them."""
    numbers = numbers_of(within)
    by = library.column("public_id")[numbers], -library.published(numbers), -keys[numbers].astype(np.int64)
    ordered: Array = numbers[np.lexsort(by)]
    return ordered


def _nearest(distance: Array, wanted: int) -> Array:
    """Return the places of the smallest so many values, and of all that are equal to the last of them."""
    if len(distance) <= wanted:
        return np.arange(len(distance))
    last = np.partition(distance, wanted - 1)[wanted - 1]
    return np.flatnonzero(distance <= last)


def _exactly(library: Library, numbers: Array, keys: Array) -> list[tuple[Edge, int]]:
    published = library.published(numbers).tolist()
    ids = library.column("public_id")[numbers].tolist()
    edges = [
        (Edge(key, at, public_id.decode()), number)
        for key, at, public_id, number in zip(keys.tolist(), published, ids, numbers.tolist(), strict=True)
    ]
    return sorted(edges, key=lambda one: one[0].rank)


def _page(found: list[tuple[Edge, int]], *, before: bool, after: bool) -> Page:
    return Page([number for _, number in found], [edge for edge, _ in found], before, after)
