"""How well each of some postings answers words: by where they stand and how rare they are."""

from collections.abc import Iterable

import numpy as np
from pyroaring import BitMap

from postings.bitmaps.library import Library, numbers_of
from postings.bitmaps.segment import Array


def scored(library: Library, within: BitMap, hits: Iterable[tuple[int, BitMap]]) -> Array:
    """Return for every entry the sum of the weights of the sets that it is in; 0 outside of `within`."""
    scores = np.zeros(library.size, np.int64)
    for weight, having in hits:
        scores[numbers_of(within & having)] += weight
    return scores
