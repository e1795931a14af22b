"""How long things take: times in milliseconds, and what is said of many of them."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median
from typing import TypeVar

SLOW = 1_000  # milliseconds; of others' answers that take longer, one time is enough

T = TypeVar("T")


class TimeLimit(Exception):
    """A side has not answered within the time that it was given."""


@dataclass(frozen=True, slots=True)
class Timing:
    first: float
    again: tuple[float, ...] = ()
    limited: bool = False  # not answered at all: `first` is the limit

    @property
    def typical(self) -> float:
        """The median when all is warm; the only time there is of what was too slow to be asked again."""
        return median(self.again) if self.again else self.first


def measured(ask: Callable[[], T], repeats: int, *, slow: float = SLOW) -> tuple[T | None, Timing]:
    """Ask once, then so many times again; an answer that is slow is not asked for again."""
    try:
        answer, first = clocked(ask)
    except TimeLimit as limit:
        return None, Timing(float(limit.args[0]), limited=True)
    again = () if first > slow else tuple(clocked(ask)[1] for _ in range(repeats))
    return answer, Timing(first, again)


def clocked(ask: Callable[[], T]) -> tuple[T, float]:
    start = time.perf_counter()
    answer = ask()
    return answer, (time.perf_counter() - start) * 1000


def percentile(values: Sequence[float], percent: float) -> float:
    """Return the value that so many percent do not exceed, one of those given."""
    ordered = sorted(values)
    return ordered[max(ceil(len(ordered) * percent / 100) - 1, 0)]


@dataclass(frozen=True, slots=True)
class Spread:
    median: float
    p95: float

    @classmethod
    def of(cls, times: Sequence[float]) -> "Spread":
        return cls(median(times), percentile(times, 95))
