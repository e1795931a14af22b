"""What some postings pay, by groups of them: quarters of each, from one pass over their bands."""

from math import ceil

import numpy as np
from pyroaring import BitMap

from postings.bitmaps.library import Library, numbers_of
from postings.bitmaps.money import Offers, PaySpread
from postings.bitmaps.segment import Array


class Paid:
    """The middles of the highest bands of some postings in one currency."""

    def __init__(self, library: Library, within: BitMap, currency: str) -> None:
        self._size, self.currency = library.size, currency
        self._owners, self._middles = Offers(library, within).paid(currency)

    def spread(self) -> PaySpread:
        return self._spread(self._middles)

    def among(self, group: BitMap) -> Array:
        """Return which of the bands these postings offer, to be asked for with `of`."""
        members = np.zeros(self._size, np.bool_)
        members[numbers_of(group)] = True
        inside: Array = members[self._owners]
        return inside

    def of(self, inside: Array) -> PaySpread:
        return self._spread(self._middles[inside])

    def _spread(self, middles: Array) -> PaySpread:
        if not len(middles):
            return PaySpread(self.currency, 0, (0, 0, 0))
        places = [ceil(len(middles) * quarter / 4) - 1 for quarter in (1, 2, 3)]
        lower, median, upper = (int(amount) for amount in np.partition(middles, places)[places])
        return PaySpread(self.currency, len(middles), (lower, median, upper))
