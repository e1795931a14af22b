"""Publishing while others search: what one costs, with and without the index, and a steady stream of them.

Generated postings are published again with the facts that they have, by the door that everybody uses. What
readers find stays the same, and every time is a new entry, a new revision and a tick of the clock.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle
from typing import Any

from django.db import transaction

from postings.bench.library import some_postings
from postings.bench.timing import Spread, clocked
from postings.ingest import StaleRevision, clock, facts_of, publish
from postings.ingest.sealing import sealed_until
from postings.models import IndexClock, Posting

RATE = 10  # a second
POSTINGS = 500  # that take turns
TAIL = 19_000  # entries that no segment has yet; the stream brings it near 20,000
PORTION = 500


def publish_again(posting: int) -> None:
    known = Posting.objects.get(pk=posting)
    publish(posting=known, facts=facts_of(known), expected_revision=known.revision, reason="Measuring")


def cost_of_publishing(rounds: int) -> dict[str, Spread]:
    """Publish by turns with and without the index, so that both meet the same machine."""
    times: dict[str, list[float]] = {"with": [], "without": []}
    for _, posting in zip(range(rounds), cycle(some_postings(POSTINGS)), strict=False):
        times["with"].append(clocked(lambda posting=posting: publish_again(posting))[1])  # type: ignore[misc]
        with _no_index():
            times["without"].append(clocked(lambda posting=posting: publish_again(posting))[1])  # type: ignore[misc]
    return {name: Spread.of(each) for name, each in times.items()}


@contextmanager
def _no_index() -> Iterator[None]:
    """Leave the clock alone: the facts stay as they are, so the entries that are there stay true."""
    advance: Any = clock.advance
    clock.advance = lambda **_: 0
    try:
        yield
    finally:
        clock.advance = advance


def publish_steadily(stopped: Callable[[], bool]) -> list[float]:
    """Publish RATE times a second until told to stop; return how many milliseconds each took.

    A turn that comes late is followed by the next at once: a stream that waited would hide what it waits for.
    """
    times, due = [], time.monotonic()
    for posting in cycle(some_postings(POSTINGS)):
        if stopped():
            break
        time.sleep(max(due - time.monotonic(), 0))
        try:
            times.append(clocked(lambda posting=posting: publish_again(posting))[1])  # type: ignore[misc]
        except StaleRevision:  # somebody edits this one
            continue
        due += 1 / RATE
    return times


def lengthen_tail(to: int = TAIL) -> int:
    """Give postings new entries until so many are unsealed; return how many then are."""
    length = tail_length()
    missing = max(to - length, 0)
    ids = some_postings(missing)
    for start in range(0, missing, PORTION):
        with transaction.atomic():
            clock.advance(live=ids[start : start + PORTION])
    return tail_length()


def tail_length() -> int:
    now = IndexClock.objects.get()
    return now.next_docno - sealed_until(now.generation)
