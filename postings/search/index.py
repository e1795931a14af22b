"""The index of this process: loaded once, then kept up to date by what has changed.

One lock a process, from catching up to the last number of an answer: the sets are not for two threads at
once, and computing with them holds the interpreter anyway.
"""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from threading import RLock
from uuid import UUID

import psycopg
from django.db import DatabaseError, connection, connections

from postings.bitmaps import Counter, Library, Orders, Segment
from postings.models import SearchGeneration, SearchSegment
from postings.search.answer import Moment
from postings.search.changes import Changes, changes_beyond, changes_since, moment
from postings.search.words import AnotherEpoch, Words, fetched

LONG_TAIL = 5_000  # entries whose words are held in memory before it is asked which are sealed by now
FAR = 50_000  # entries behind which loading all segments is faster than catching up
ATTEMPTS = 3

SEGMENTS = """
SELECT clock.epoch, segment.id, segment.last
FROM postings_indexclock AS clock
LEFT JOIN postings_searchsegment AS segment ON segment.generation = clock.generation
ORDER BY segment.first
"""
PACKED = "SELECT packed FROM postings_searchsegment WHERE id = %s"


class Index:
    """What was published at one time of one epoch."""

    def __init__(self) -> None:
        self.epoch, segments, last = _segments()
        self.library = Library(expected=last)
        for segment in segments:
            self.library.extend(_loaded_segment(segment))
        self.counter, self.orders = Counter(self.library), Orders(self.library)
        self.sealed = self.library.size
        changes = changes_beyond(self.sealed)
        if changes.epoch != self.epoch:
            raise AnotherEpoch
        self.seq = changes.seq
        decided = SearchGeneration.objects.filter(number=changes.generation).first()
        self.words = Words(changes.epoch, changes.generation, self.sealed, decided.common if decided else ())
        self._apply(changes)

    @property
    def moment(self) -> Moment:
        return str(self.epoch), self.seq

    def catch_up(self, *, backwards: bool) -> bool:
        """Take in what has happened; return False when this index is of another life of the database, or
        so far behind that another is loaded sooner."""
        most = self.library.size + FAR
        changes = changes_since(self.seq, most=most)
        if changes.seq < self.seq and changes.epoch == self.epoch and not backwards:
            raise SeesThePast
        if changes.epoch != self.epoch or changes.seq < self.seq or changes.size > most:
            return False
        self._apply(changes)
        self.seq = changes.seq
        if self.library.size - self.words.first > LONG_TAIL:
            self._shorten_tail()
        return True

    def _apply(self, changes: Changes) -> None:
        entries = [life.entry for life in changes.lives if life.entry is not None]
        if entries:
            self.library.extend(Segment.of(entries, self.library.size))
            self.words.add(entries)
        self.library.end(life.number for life in changes.lives if life.ended)

    def _shorten_tail(self) -> None:
        segments = SearchSegment.objects.filter(generation=self.words.generation)
        last = segments.order_by("-first").values_list("last", flat=True).first() or 0
        if last - self.words.first > LONG_TAIL // 2:
            self.words.sealed_until(min(last, self.library.size))


def _segments() -> tuple[UUID, list[int], int]:
    """Return the epoch, the segments that there are, and how many entries they have."""
    with connection.cursor() as cursor:
        cursor.execute(SEGMENTS)
        rows = cursor.fetchall()
    if not rows:
        return UUID(int=0), [], 0
    segments = [segment for _, segment, _ in rows if segment is not None]
    return rows[0][0], segments, rows[-1][2] or 0


def _loaded_segment(segment: int) -> Segment:
    packed = fetched(PACKED, [segment])
    if not packed:
        raise AnotherEpoch  # it was joined or replaced since: what there is now is as good
    return Segment.from_bytes(packed[0][0])


_lock = RLock()
_known: list[Index] = []  # one at most: the index of this process
_now: ContextVar[Moment | None] = ContextVar("now", default=None)  # as whoever asks has read it


class SeesThePast(Exception):
    """This transaction's picture of the database is older than the index."""


@contextmanager
def one_moment() -> Iterator[Moment]:
    """Read the clock, once for all that is asked inside.

    Answers are no older than that, and all of that moment unless another thread has asked for a later one.
    """
    now = moment()
    before = _now.set(now)
    try:
        yield now
    finally:
        _now.reset(before)


@contextmanager
def current_index(*, backwards: bool = True) -> Iterator[Index]:
    """Give the index as of now, to this thread alone.

    Where the database stands still before the time of the index, because it lags behind or a transaction
    keeps an old picture, the index is loaded anew, unless it must not go `backwards`.
    """
    with _lock:
        known = _known.pop() if _known else None  # one that fails while it catches up is not used again
        try:
            is_current = known is not None and (
                known.moment == _now.get() or known.catch_up(backwards=backwards)
            )
        except SeesThePast:
            _known.extend([known] if known else [])
            raise
        if known is None or not is_current:
            known = _loaded()
            _give_back_memory()
        _known.append(known)
        try:
            yield known
        except AnotherEpoch:
            _known.clear()  # whatever moment it is of: who asks again gets another
            raise


def load_ahead() -> None:
    """Load the index of this process before anybody asks; without a database, the first page loads it.

    Processes that are forked from this one then share it with each other. They make connections of their own.
    """
    with suppress(DatabaseError, psycopg.Error, AnotherEpoch), current_index():
        pass
    connections.close_all()


def _loaded() -> Index:
    for _ in range(ATTEMPTS):
        with suppress(AnotherEpoch):
            return Index()
    return Index()


def _give_back_memory() -> None:
    """Let go of what loading needed beside the index, half of its size: the C library keeps it otherwise."""
    with suppress(OSError, AttributeError):  # of systems whose C library has no such function
        ctypes.CDLL(None).malloc_trim(0)
