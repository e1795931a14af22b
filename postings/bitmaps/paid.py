"""What some postings pay, by groups of them: quarters of each, from one pass over their bands.

Figures are of bands whose middle is known and can be true. One end ("from 50,000") has no middle, and what is
twenty times the median, or a twentieth of it, is a slip: both are counted, and left out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

import numpy as np
from pyroaring import BitMap

from postings.bitmaps.library import Library, numbers_of
from postings.bitmaps.money import Histogram, Offered, Offers, PaySpread, histogram_of
from postings.bitmaps.segment import Array

FAR = 20  # times the median, or a part of it: an hour's pay taken for a year's, a slip of the keys
WIDE = 10  # times its lower end: a band that says nothing


# What stands in the place of an amount that no figure may rest on.
ONE_END, TOO_FAR, NO_BAND = -1, -2, -3


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many postings are in no figure, since their highest band is not fit for it."""

    one_end: int = 0
    far: int = 0


class Paid:
    """The middles of the highest bands of some postings, in one currency.

    With `rates`, which say what one unit of another currency buys of this one, those who pay only in such
    another are among them, with the most that their bands come to.
    """

    def __init__(
        self, library: Library, within: BitMap, currency: str, rates: Mapping[str, float] | None = None
    ) -> None:
        offers, self._size, self.currency = Offers(library, within), library.size, currency
        own = offers.offered(currency)
        owners, amounts = own.owners, _amounts(own)
        if rates:
            of_all = np.full(library.size, NO_BAND, np.int64)
            for other, rate in rates.items():
                offered = offers.offered(other)
                found = _amounts(offered)
                found = np.where(found < 0, found, (found * rate).astype(np.int64))
                of_all[offered.owners] = np.maximum(of_all[offered.owners], found)
            of_all[owners] = amounts
            owners = np.flatnonzero(of_all != NO_BAND)
            amounts = of_all[owners]
        self.left_out = LeftOut(*(int(np.count_nonzero(amounts == why)) for why in (ONE_END, TOO_FAR)))
        self._owners, self._middles = owners[amounts >= 0], amounts[amounts >= 0]

    def spread(self) -> PaySpread:
        return self._spread(self._middles)

    def histogram(self) -> Histogram:
        return histogram_of(self.currency, self._middles)

    def among(self, group: BitMap) -> Array:
        """Return which of the bands these postings offer, to be asked for with `of`."""
        members = np.zeros(self._size, np.bool_)
        members[numbers_of(group)] = True
        inside: Array = members[self._owners]
        return inside

    def of(self, inside: Array) -> PaySpread:
        return self._spread(self._middles[inside])

    def _spread(self, middles: Array) -> PaySpread:
        return PaySpread(self.currency, len(middles), _quarters(middles))


def _amounts(offered: Offered) -> Array:
    """Return the middle of each band, or why no figure may rest on it."""
    middles = offered.middles.astype(np.int64)
    whole = (offered.lows > 0) & ~offered.opens
    _, median, _ = _quarters(middles[whole])
    near = (middles >= -(-median // FAR)) & (middles <= median * FAR)
    near &= offered.highs <= offered.lows * np.int64(WIDE)
    amounts: Array = np.where(whole, np.where(near, middles, TOO_FAR), ONE_END)
    return amounts


def _quarters(middles: Array) -> tuple[int, int, int]:
    if not len(middles):
        return 0, 0, 0
    places = [ceil(len(middles) * quarter / 4) - 1 for quarter in (1, 2, 3)]
    lower, median, upper = (int(amount) for amount in np.partition(middles, places)[places])
    return lower, median, upper
