"""Where a text is worth a closer look, when the places are known: stretches as those of near.py, from offsets."""

from collections.abc import Iterable

from postings.parsing.extract.near import Stretch


def stretches_around(places: Iterable[int], length: int, before: int, after: int) -> list[Stretch]:
    """Return what stands around the places in a text of this length, in order; stretches that touch are one."""
    merged: list[Stretch] = []
    for at in sorted(places):
        start, end = max(0, at - before), min(length, at + after)
        if merged and start <= merged[-1][1]:
            start = merged.pop()[0]
        merged.append((start, end))
    return merged
