"""All published postings in memory: columns to compute with and sets to combine. It only grows.

A posting that changes gets a new number; its old one is struck off `live` and stays in all the other sets,
so whoever combines them begins with `live`.
"""

from array import array
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable

import numpy as np
from pyroaring import BitMap

from postings.bitmaps.codes import code_of, dimension_of, value_of
from postings.bitmaps.entry import NOT_STATED
from postings.bitmaps.growing import Growing
from postings.bitmaps.segment import COLUMNS, COUNTS, IN_A_COLUMN, Array, Segment

NONE: BitMap = BitMap()
MICROSECONDS = 1_000_000
DAYS = 12  # that are remembered: today, and those from which postings are counted


class Library:
    def __init__(self, expected: int = 0) -> None:
        """`expected` entries will be added at once: room for them is made once, and not bit by bit."""
        self.size, self._expected = 0, expected
        self.live = BitMap()
        self.sets: dict[int, BitMap] = {}
        self.codes: dict[str, list[int]] = defaultdict(list)  # of each dimension, those that are in use
        kept = {name: dtype for name, dtype in COLUMNS.items() if name not in {*COUNTS, "published"}}
        self._columns = {name: Growing(dtype) for name, dtype in kept.items()}
        # Where the values of each posting begin; the last one is where those of the next will.
        self._starts = {name: Growing(np.int32, [0]) for name in ("skill", "place", "band")}
        self._band_owner = Growing(np.int32)
        # When each was published: seconds to order by, since dividing a million times is most of ordering
        # them, and the microseconds beyond.
        self._seconds, self._microseconds = Growing(np.uint32), Growing(np.uint32)
        # Who of so many entries is open on a day, or was posted since.
        self._by_day: OrderedDict[tuple[str, int], tuple[int, BitMap]] = OrderedDict()

    def extend(self, segment: Segment) -> None:
        """Add entries that follow upon those that are here."""
        if segment.first != self.size:
            raise ValueError(f"a segment from {segment.first} on cannot follow {self.size} entries")
        size = self.size + segment.size
        expected = max(self._expected / max(size, 1), 1)
        for name, column in self._columns.items():
            column.extend(segment.columns[name], expected=expected)
        seconds, rest = np.divmod(segment.columns["published"], MICROSECONDS)
        self._seconds.extend(seconds.astype(np.uint32), expected=expected)
        self._microseconds.extend(rest.astype(np.uint32), expected=expected)
        for name, starts in self._starts.items():
            counts = segment.columns[f"{name}_counts"]
            starts.extend(np.cumsum(counts, dtype=np.int32) + starts.values[-1], expected=expected)
        owners = np.repeat(np.arange(self.size, size, dtype=np.int32), segment.columns["band_counts"])
        self._band_owner.extend(owners, expected=expected)
        for code, having in segment.sets.items():
            if code in self.sets:
                self.sets[code] |= having
            else:
                self.sets[code] = having.copy()
                self.codes[dimension_of(code)].append(code)
        self.live.add_range(self.size, size)
        self.size = size

    def end(self, numbers: Iterable[int]) -> None:
        self.live.difference_update(BitMap(numbers))

    def column(self, name: str) -> Array:
        return self._columns[name].values

    def starts(self, name: str) -> Array:
        return self._starts[name].values

    @property
    def seconds(self) -> Array:
        """When each was published, by the second."""
        return self._seconds.values

    def published(self, numbers: Array) -> Array:
        """Return when these were published, in microseconds."""
        times: Array = self._seconds.values[numbers].astype(np.int64) * MICROSECONDS
        times += self._microseconds.values[numbers]
        return times

    @property
    def band_owner(self) -> Array:
        return self._band_owner.values

    def having(self, code: int) -> BitMap:
        if (dimension := dimension_of(code)) in IN_A_COLUMN:
            return _where(self.column(dimension) == value_of(code))
        return self.sets.get(code, NONE)

    def having_any(self, dimension: str, values: Iterable[int | str]) -> BitMap:
        return BitMap.union(NONE, *(self.having(code_of(dimension, value)) for value in values))

    def having_all(self, dimension: str, values: Iterable[int | str]) -> BitMap:
        return BitMap.intersection(self.live, *(self.having(code_of(dimension, value)) for value in values))

    def asking_years(self, low: int | None, high: int | None) -> BitMap:
        """Return who asks for this much experience; who does not say how much is not among them."""
        years = self.column("years")
        return _where((years > NOT_STATED) & _between(years, low, high))

    def posted_since(self, day: int) -> BitMap:
        return self._remembered("posted", day, lambda posted: posted >= day)

    def open_on(self, day: int) -> BitMap:
        """Return who has not closed before this day."""
        return self._remembered("closes", day, lambda closes: (closes == 0) | (closes >= day))

    def _remembered(self, column: str, day: int, holds: Callable[[Array], Array]) -> BitMap:
        """Return where a column meets a condition of this day; every page asks that of the same few days."""
        known, having = self._by_day.pop((column, day), (0, BitMap()))
        if known < self.size:
            having.update(_where(holds(self.column(column)[known:])).shift(known))
        self._by_day[column, day] = self.size, having
        if len(self._by_day) > DAYS:
            self._by_day.popitem(last=False)
        return having


def numbers_of(entries: BitMap) -> Array:
    """Return a set as an array, in ascending order."""
    return np.frombuffer(entries.to_array(), np.uint32) if entries else np.empty(0, np.uint32)


def _between(values: Array, low: int | None, high: int | None) -> Array:
    inside = np.ones(len(values), np.bool_)
    if low is not None:
        inside &= values >= low
    if high is not None:
        inside &= values <= high
    return inside


def _where(mask: Array) -> BitMap:
    return set_of(np.flatnonzero(mask))


def set_of(numbers: Array) -> BitMap:
    """Return an array as a set; BitMap takes the standard library's arrays eight times as fast as numpy's."""
    return BitMap(array("I", numbers.astype(np.uint32).tobytes()))
