"""How well each of some postings answers words, in numbers."""

from collections.abc import Iterable, Sequence

import numpy as np
from pyroaring import BitMap

from postings.bitmaps.library import NONE, Library, numbers_of
from postings.bitmaps.segment import Array


def scored(library: Library, within: BitMap, hits: Iterable[tuple[int, BitMap]]) -> Array:
    """Return for every entry the sum of the weights of the sets that it is in; 0 outside of `within`."""
    scores = np.zeros(library.size, np.int64)
    for weight, having in hits:
        scores[numbers_of(within & having)] += weight
    return scores


def add_shares(
    scores: Array, library: Library, parts: Sequence[BitMap], lengths: Sequence[BitMap], whole: int
) -> None:
    """Add `whole` to whoever consists of the parts that it has, and the less the more else it has.

    `lengths` says who is one long, who two, and so on.
    """
    having = BitMap.union(NONE, *parts)
    numbers = numbers_of(having)
    counts, sizes = (np.zeros(library.size, np.int64) for _ in range(2))
    for part in parts:
        counts[numbers_of(part)] += 1
    for size, entries in enumerate(lengths, 1):
        sizes[numbers_of(entries & having)] = size
    known = numbers[sizes[numbers] > 0]
    scores[known] += whole * np.minimum(counts[known], sizes[known]) // sizes[known]
