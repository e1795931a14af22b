"""Which postings pay so much, and how what is paid is spread. A figure is yearly, of one currency."""

from dataclasses import dataclass

import numpy as np
from pyroaring import BitMap

from postings.bitmaps.entry import LARGEST, currency_code, currency_number
from postings.bitmaps.library import Library, numbers_of, set_of
from postings.bitmaps.segment import Array

BINS = 24
FEW = 20_000  # up to here the bands of each posting are looked up; beyond, all bands are gone through
FARTHEST = 99.5  # the percentile at which a histogram ends: the last bin takes what lies beyond


@dataclass(frozen=True, slots=True)
class Histogram:
    """How many postings offer a band whose middle lies in each bin; the last has all that lies beyond."""

    currency: str
    width: int
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class PaySpread:
    """How many postings pay in a currency, and what a quarter, half and three quarters do not exceed."""

    currency: str
    total: int
    quarters: tuple[int, int, int]


def paying(library: Library, currency: str, low: int | None, high: int | None) -> BitMap:
    """Return who offers, in this currency, a band that reaches into the range."""
    fits = library.column("band_currency") == currency_number(currency)
    if low is not None:
        fits &= library.column("band_reach") >= low
    if high is not None:
        fits &= library.column("band_low") <= high
    return set_of(library.band_owner[fits])


@dataclass(frozen=True, slots=True)
class Offered:
    """Bands beside each other, at most one a posting."""

    owners: Array
    lows: Array
    highs: Array
    opens: Array  # whether more than the high end may be paid

    @property
    def middles(self) -> Array:
        # Two amounts fit into 32 bits without a sign, and those are divided five times as fast as 64.
        middles: Array = (self.lows.view(np.uint32) + self.highs.view(np.uint32)) >> np.uint32(1)
        return middles

    def of(self, chosen: Array) -> "Offered":
        return Offered(self.owners[chosen], self.lows[chosen], self.highs[chosen], self.opens[chosen])


class Offers:
    """The highest bands of some postings, one a currency."""

    def __init__(self, library: Library, within: BitMap) -> None:
        self._library = library
        self._bands = _main_bands(library, within)
        self._currencies = library.column("band_currency")[self._bands]

    def currencies(self) -> list[tuple[str, int]]:
        """Return the currencies in which these pay, with how many postings do, the commonest first."""
        counts = np.bincount(self._currencies)
        found = [(currency_code(number), int(counts[number])) for number in np.flatnonzero(counts).tolist()]
        return sorted(found, key=lambda one: (-one[1], one[0]))

    def offered(self, currency: str) -> Offered:
        """Return each posting's highest band in this currency."""
        bands = self._bands[self._currencies == currency_number(currency)]
        lows, highs, reach = (
            self._library.column(f"band_{part}")[bands] for part in ("low", "high", "reach")
        )
        return Offered(self._library.band_owner[bands], lows, highs, reach > highs)

    def histogram(self, currency: str) -> Histogram:
        """Count each posting once, at the middle of its highest band in this currency."""
        return histogram_of(currency, self.offered(currency).middles)


def histogram_of(currency: str, middles: Array) -> Histogram:
    if not len(middles):
        return Histogram(currency, 0, ())
    width = _round_width(_percentile(middles, FARTHEST) / BINS)
    places = np.minimum(middles // middles.dtype.type(width), BINS - 1).astype(np.int64)
    return Histogram(currency, width, tuple(np.bincount(places, minlength=BINS).tolist()))


def _percentile(values: Array, percent: float) -> int:
    place = int((len(values) - 1) * percent / 100)
    return int(np.partition(values, place)[place])


def _round_width(least: float) -> int:
    """Return the next of 1, 2, 5, 10, 20, 50 … that is as wide: bins then begin at numbers people read."""
    for power in range(len(str(LARGEST))):
        for digit in (1, 2, 5):
            if digit * 10**power >= least:
                return int(digit * 10**power)
    return LARGEST


def _main_bands(library: Library, within: BitMap) -> Array:
    """Return the places of these postings' highest bands, one a currency."""
    main = library.column("band_main")
    if len(within) > FEW:
        chosen = np.zeros(library.size, np.bool_)
        chosen[numbers_of(within)] = True
        return np.flatnonzero(chosen[library.band_owner] & main)
    bands = spread(library.starts("band"), numbers_of(within))
    return bands[main[bands]]


def spread(starts: Array, owners: Array) -> Array:
    """Return the places of the values that these owners have, one after the other."""
    begin = starts[owners]
    counts = starts[owners + np.uint32(1)] - begin
    ends = np.cumsum(counts)
    total = int(ends[-1]) if len(ends) else 0
    places: Array = np.arange(total) + np.repeat(begin - (ends - counts), counts)
    return places
