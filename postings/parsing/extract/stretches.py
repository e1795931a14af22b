"""Stretches of a text, each from one offset to another."""

from collections.abc import Iterable, Iterator

Stretch = tuple[int, int]


def joined(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Yield them in order, those that touch as one: a pattern reads no word twice."""
    first, last = -1, -1
    for start, end in sorted(stretches):
        if start <= last:
            last = max(last, end)
            continue
        if last >= 0:
            yield first, last
        first, last = start, end
    if last >= 0:
        yield first, last
