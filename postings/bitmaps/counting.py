"""How many of a set have each value of a dimension: exact, in the cheaper of two ways.

Few postings: their values are looked up. Many: each value's set is held against theirs, from the largest
down, until no smaller one can be among the most frequent. Companies have no sets and are always looked up.
"""

import heapq
from dataclasses import dataclass, field

import numpy as np
from pyroaring import BitMap

from postings.bitmaps.codes import code_of, value_of
from postings.bitmaps.library import Library, numbers_of
from postings.bitmaps.money import spread
from postings.bitmaps.segment import IN_A_COLUMN, SEVERAL, Array

# Up to so many postings their values are looked up; measured at a million postings.
LOOKED_UP = {"skill": 15_000, "place": 60_000}
STALE = 0.01  # the sizes of all sets are taken anew when the library has grown by this share

Count = tuple[int, int]  # value, how many


@dataclass(slots=True)
class Counter:
    """Counts in one library; it remembers which values have the largest sets."""

    library: Library
    _largest: dict[str, tuple[int, list[tuple[int, int]]]] = field(default_factory=dict)

    def of_each(self, within: BitMap, dimension: str) -> dict[int, int]:
        """Count all values of a dimension that has few."""
        codes = self.library.codes[dimension]
        return {value_of(code): within.intersection_cardinality(self.library.sets[code]) for code in codes}

    def most_frequent(self, within: BitMap, dimension: str, most: int) -> list[Count]:
        """Return the values that most of these have, and of equally frequent ones the oldest first."""
        if not within:
            return []
        if dimension in IN_A_COLUMN or len(within) <= LOOKED_UP.get(dimension, 0):
            return self._looked_up(within, dimension, most)
        return self._held_against(within, dimension, most)

    def chosen(self, within: BitMap, dimension: str, values: list[int]) -> dict[int, int]:
        if dimension in IN_A_COLUMN and values:
            counts = np.bincount(self._values(within, dimension), minlength=max(values) + 1)
            return {value: int(counts[value]) for value in values}
        return {
            value: within.intersection_cardinality(self.library.having(code_of(dimension, value)))
            for value in values
        }

    def _values(self, within: BitMap, dimension: str) -> Array:
        """Return all values that these have, one after the other."""
        numbers, column = numbers_of(within), self.library.column(dimension)
        if dimension in SEVERAL:
            return column[spread(self.library.starts(dimension), numbers)]
        return column[numbers]

    def _looked_up(self, within: BitMap, dimension: str, most: int) -> list[Count]:
        values = self._values(within, dimension)
        values = values[values > 0]
        if not len(values):
            return []
        if int(values.max()) > 4 * len(values):
            found, counts = np.unique(values, return_counts=True)
        else:
            counts = np.bincount(values)
            found = np.flatnonzero(counts)
            counts = counts[found]
        best = np.lexsort((found, -counts))[:most]
        return list(zip(found[best].tolist(), counts[best].tolist(), strict=True))

    def _held_against(self, within: BitMap, dimension: str, most: int) -> list[Count]:
        size_then, largest = self._largest_of(dimension)
        since = self.library.size - size_then  # any set may have grown by so many
        best: list[tuple[int, int]] = []  # a heap of (count, -value), the least of the best first
        for size, code in largest:
            if len(best) == most and size + since < best[0][0]:
                break
            count = within.intersection_cardinality(self.library.sets[code])
            if count:
                found = (count, -value_of(code))
                if len(best) < most:
                    heapq.heappush(best, found)
                else:
                    heapq.heappushpop(best, found)
        return [(-value, count) for count, value in sorted(best, reverse=True)]

    def _largest_of(self, dimension: str) -> tuple[int, list[tuple[int, int]]]:
        known = self._largest.get(dimension)
        codes = self.library.codes[dimension]
        if known is None or len(known[1]) != len(codes) or self.library.size > known[0] * (1 + STALE):
            sizes = sorted(((len(self.library.sets[code]), code) for code in codes), reverse=True)
            known = self._largest[dimension] = (self.library.size, sizes)
        return known
