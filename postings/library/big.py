"""Any number of postings: the i-th depends on the seed and on i alone, so that ranges can be made apart."""

from collections.abc import Iterator
from datetime import date
from random import Random

from postings.library.draft import Draft
from postings.library.drawing import draw_brief
from postings.library.employers import wide_employers
from postings.library.writing import write

MASK = (1 << 64) - 1


def mixed(seed: int, number: int) -> int:
    """Neighbouring numbers give seeds that have nothing in common (the finisher of splitmix64)."""
    value = (seed * 0x9E3779B97F4A7C15 + (number + 1) * 0xBF58476D1CE4E5B9) & MASK
    value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & MASK
    return value ^ (value >> 31)


def big_library(*, seed: int, count: int, today: date, start: int = 0) -> Iterator[Draft]:
    employers = wide_employers()
    for number in range(start, start + count):
        base = mixed(seed, number)
        draw = Random(base).random  # noqa: S311 - believable documents, no secrets
        yield write(draw_brief(base ^ MASK, draw, employers, today), f"big-{seed}-{number}")
