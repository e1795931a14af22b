"""The whole index made anew from the postings, beside the one that is in use, while the site runs.

The new generation is filled in portions, each committed by itself, by as many processes as there are cores;
nobody reads it yet. What is published meanwhile goes into the old one; the last transaction holds the clock,
catches up with that, and points the clock to the new one. Killed before, all is as it was, and the next
attempt clears away what is left.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import count

from django.db import connection, transaction
from django.db.models import Q

from postings.bitmaps import Entry
from postings.ingest.clock import copy_entries
from postings.ingest.entries import entries_of
from postings.ingest.refusal import Refused
from postings.ingest.sealing import common_words, store_segment
from postings.models import IndexClock, Posting, SearchDoc, SearchGeneration, SearchSegment
from postings.sharing import cores, shared_out

ONE_AT_A_TIME = 0x6A6F6275  # an advisory lock
PORTION = 1_000
SEGMENT = 100_000  # entries are held in memory until there are so many, with their terms
MANY = 20_000  # postings that are worth the start of another process
GENERATIONS = 30_000  # then from 1 on again: their numbers are small integers
FEW = 200  # changes that may be caught up with while everybody waits for the clock

SAMPLE = 4_000  # postings that are looked at for
COMMON = 0.01  # the words that at least this share of them has

Progress = Callable[[int, int], None]  # done, of how many


WHOLE = """
SELECT (SELECT count(*) FROM postings_posting WHERE state = 'published') = (
    SELECT count(*) FROM postings_searchdoc
    WHERE died IS NULL AND generation = (SELECT generation FROM postings_indexclock)
)
"""

WANTED = "SELECT 1 FROM postings_searchgeneration WHERE number = %s AND made_at = %s FOR KEY SHARE"


def index_is_whole() -> bool:
    """Whether there are as many entries as published postings, at one moment while others publish."""
    with connection.cursor() as cursor:
        cursor.execute(WHOLE)
        return bool(cursor.fetchone()[0])


def reindex(*, progress: Progress = lambda done, total: None, processes: int | None = None) -> int:
    """Make the index anew; return how many postings it has. Refused while another process does it."""
    with _alone():
        clock = IndexClock.objects.first() or _first_clock()
        old, since = clock.generation, clock.seq
        new = old % GENERATIONS + 1
        _clear_others_than(old)
        order = Posting.objects.published().order_by("first_published_at")
        ids = list(order.values_list("pk", flat=True))
        begun = SearchGeneration.objects.create(number=new, common=sorted(_common_words(ids)))
        shares = [
            (new, begun.made_at, since, first, ids[first : first + SEGMENT])
            for first in range(0, len(ids), SEGMENT)
        ]
        done = 0
        for more in shared_out(f"{__name__}.fill", shares, processes or _processes(len(ids))):
            done += more
            progress(done, len(ids))
        size = len(ids)
        while len(changed := _changed(old, since)) > FEW:
            now = IndexClock.objects.get().seq
            size = _replace(new, changed, size, now)
            since = now
        _switch(old, new, since, size)
        _clear_others_than(new)
    return IndexClock.objects.get().next_docno


def _processes(postings: int) -> int:
    return max(min(cores(), postings // MANY), 1)


def _first_clock() -> IndexClock:
    """A library without any published posting has no clock yet."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO postings_indexclock (id, epoch, generation, seq, next_docno)"
            " VALUES (1, gen_random_uuid(), 0, 1, 0) ON CONFLICT DO NOTHING"
        )
    return IndexClock.objects.get()


def fill(generation: int, begun: datetime, since: int, first: int, ids: Sequence[int]) -> Iterator[int]:
    """Store the entries of these postings, each as it is when its turn comes, and their segment."""
    common, waiting = common_words(generation), []
    for start in range(0, len(ids), PORTION):
        portion = ids[start : start + PORTION]
        entries, vanished = _as_many_entries(portion, first + start)
        with transaction.atomic():
            _still_wanted(generation, begun)
            copy_entries(entries, generation=generation, born=since)
            gone = SearchDoc.objects.filter(generation=generation, docno__in=vanished)
            gone.update(died=since + 1)
            waiting += entries
            if len(waiting) == len(ids):
                store_segment(waiting, generation=generation, common=common)
        yield len(portion)


def _as_many_entries(postings: Sequence[int], first: int) -> tuple[list[Entry], list[int]]:
    """Return an entry a posting, numbered from `first` on, and which of them stand for one that is gone."""
    entries = entries_of(postings, first=first)
    gone = set(postings).difference(entry.posting for entry in entries)
    blank = [
        Entry(number, posting, "", 0) for number, posting in enumerate(sorted(gone), first + len(entries))
    ]
    return entries + blank, [entry.number for entry in blank]


def _still_wanted(generation: int, begun: datetime) -> None:
    """Refuse to write what another attempt has cleared away; one that begins now waits for our commit."""
    with connection.cursor() as cursor:
        cursor.execute(WANTED, [generation, begun])
        if not cursor.fetchone():
            raise Refused("Another attempt at making the index anew has begun meanwhile. Wait for that.")


def _common_words(ids: Sequence[int]) -> set[str]:
    sample = ids[:: len(ids) // SAMPLE + 1]
    having: Counter[str] = Counter()
    for start in range(0, len(sample), PORTION):
        for entry in entries_of(sample[start : start + PORTION]):
            having.update({stem for text in entry.zones for stem in text.split()})
    return {stem for stem, number in having.items() if number >= max(len(sample) * COMMON, 5)}


def _changed(generation: int, since: int) -> list[int]:
    changes = SearchDoc.objects.filter(Q(born__gt=since) | Q(died__gt=since), generation=generation)
    return list(changes.values_list("posting_id", flat=True).distinct())


def _replace(generation: int, postings: Collection[int], size: int, now: int) -> int:
    """End what the new generation has of these postings and add them as they are now."""
    with transaction.atomic():
        entries = entries_of(postings, first=size)
        ended = SearchDoc.objects.filter(generation=generation, died=None, posting_id__in=postings)
        ended.filter(born__lt=now).update(died=now)
        copy_entries(entries, generation=generation, born=now)
    return size + len(entries)


@transaction.atomic
def _switch(old: int, new: int, since: int, size: int) -> None:
    """Catch up with the last changes while nobody can make another, and let everybody read the new one."""
    clock = IndexClock.objects.select_for_update().get()
    if clock.generation != old:
        raise Refused("The index was replaced while it was being made. Start again.")
    now = clock.seq + 1
    size = _replace(new, _changed(old, since), size, now)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE postings_indexclock"
            " SET epoch = gen_random_uuid(), generation = %s, seq = %s, next_docno = %s",
            [new, now, size],
        )


def _clear_others_than(generation: int) -> None:
    """Take away what no reader begins with any more, in portions that lock nothing for long."""
    SearchGeneration.objects.exclude(number=generation).delete()  # first: who fills one writes no more
    SearchSegment.objects.exclude(generation=generation).delete()
    for step in count():
        docs = SearchDoc.objects.exclude(generation=generation)
        if not docs.filter(docno__lt=(step + 1) * 50_000).delete()[0] and not docs.exists():
            return


@contextmanager
def _alone() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [ONE_AT_A_TIME])
        if not cursor.fetchone()[0]:
            raise Refused("The index is being made anew already. Wait until that has ended.")
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [ONE_AT_A_TIME])
