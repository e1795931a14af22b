"""The stretches of a text around certain words, so that a slow pattern is asked only where it can match."""

from collections.abc import Iterator


def stretches_around(lower: str, hints: tuple[str, ...], reach: int) -> Iterator[tuple[int, int]]:
    """Yield where the words stand, with `reach` characters on each side; stretches that meet are one."""
    start, end = -1, -1
    for at in sorted(_places(lower, hints)):
        if at - reach > end:
            if end >= 0:
                yield start, min(end, len(lower))
            start = max(0, at - reach)
        end = at + reach
    if end >= 0:
        yield start, min(end, len(lower))


def _places(lower: str, hints: tuple[str, ...]) -> set[int]:
    places = set()
    for hint in hints:
        at = lower.find(hint)
        while at >= 0:
            places.add(at)
            at = lower.find(hint, at + len(hint))
    return places
