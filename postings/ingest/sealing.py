"""The tail of the index becomes segments: its words turned around, so that no reader has to.

Nothing that a reader sees depends on when this happens, and it may be killed at any point: a segment is
there whole or not at all. One process at a time does it; segments of a size are joined when they have
become many, so that each entry is written anew only a few times.
"""

from collections.abc import Iterable, Iterator, Sequence

from django.db import connection, transaction
from django.db.models import Max
from pyroaring import BitMap

from postings.bitmaps import NONE, Entry, Segment, joined, turned_around
from postings.models import IndexClock, SearchDoc, SearchGeneration, SearchSegment
from postings.stored import ENTRY_COLUMNS, entry_from_row

ONE_AT_A_TIME = 0x6A6F6274  # an advisory lock
FEWEST = 500  # entries that are worth a segment of their own
MOST = 250_000  # a segment's terms are turned around in memory: some 200 MB for so many
MANY = 8  # segments of about the same size that are joined
TIERS = (4_000, 32_000, 256_000)
TERMS_AT_ONCE = 5_000

Terms = Iterable[tuple[str, BitMap]]


def seal(*, at_least: int = FEWEST) -> int:
    """Turn the tail into a segment if it is long enough; return how many entries that were."""
    with transaction.atomic():
        if not _alone() or (clock := IndexClock.objects.first()) is None:
            return 0
        generation = clock.generation
        first = sealed_until(generation)
        last = min(clock.next_docno, first + MOST)
        if last - first < max(at_least, 1):
            return 0
        rows = SearchDoc.objects.filter(generation=generation, docno__gte=first, docno__lt=last)
        entries = [entry_from_row(*row) for row in rows.order_by("docno").values_list(*ENTRY_COLUMNS)]
        store_segment(entries, generation=generation, common=common_words(generation))
    join_segments(generation)
    return last - first


def sealed_until(generation: int) -> int:
    segments = SearchSegment.objects.filter(generation=generation)
    return segments.aggregate(last=Max("last"))["last"] or 0


def common_words(generation: int) -> frozenset[str]:
    """Return the words whose pairs are terms in this generation; a library that has just begun has none."""
    decided = SearchGeneration.objects.filter(number=generation).first()
    return frozenset(decided.common if decided else ())


def store_segment(entries: Sequence[Entry], *, generation: int, common: frozenset[str]) -> None:
    """Store neighbouring entries as one segment with all their terms."""
    segment = Segment.of(entries, entries[0].number)
    _store(segment, generation, turned_around(entries, common).items())


def join_segments(generation: int) -> None:
    """Join the youngest segments where there are many of a size."""
    with transaction.atomic():
        if not _alone():
            return
        known = SearchSegment.objects.filter(generation=generation)
        if few := _to_join(list(known.order_by("first").values_list("pk", "first", "last"))):
            parts = [Segment.from_bytes(bytes(one.packed)) for one in known.filter(pk__in=few)]
            whole = joined(parts)
            # The old ones hold the place that the new one needs, and are still to be read from.
            known.filter(pk__in=few).update(generation=-1)
            _store(whole, generation, _terms_of(few))
            SearchSegment.objects.filter(pk__in=few).delete()


def _to_join(segments: list[tuple[int, int, int]]) -> list[int]:
    for tier in TIERS:
        run: list[int] = []
        for pk, first, last in reversed(segments):
            if last - first >= tier:
                break
            run.append(pk)
        if len(run) >= MANY:
            return run
    return []


def _store(segment: Segment, generation: int, terms: Terms) -> None:
    last = segment.first + segment.size
    stored = SearchSegment.objects.create(
        generation=generation, first=segment.first, last=last, packed=segment.to_bytes()
    )
    waiting = iter(terms)
    while portion := [found for found, _ in zip(waiting, range(TERMS_AT_ONCE), strict=False)]:
        with (
            connection.cursor() as cursor,
            cursor.copy("COPY postings_searchterm (term, segment_id, count, entries) FROM STDIN") as copy,
        ):
            for term, having in portion:
                copy.write_row((term, stored.pk, len(having), having.serialize()))


def _terms_of(segments: Sequence[int]) -> Iterator[tuple[str, BitMap]]:
    """Yield each term of several segments once, with the entries of all of them; within a transaction."""
    with connection.cursor() as cursor:
        cursor.execute(
            "DECLARE joined_terms NO SCROLL CURSOR FOR SELECT term, array_agg(entries)"
            " FROM postings_searchterm WHERE segment_id = ANY(%s) GROUP BY term",
            [list(segments)],
        )
        while True:
            cursor.execute(f"FETCH {TERMS_AT_ONCE} FROM joined_terms")
            rows = cursor.fetchall()
            if not rows:
                break
            for term, parts in rows:
                yield term, BitMap.union(NONE, *(BitMap.deserialize(bytes(part)) for part in parts))
        cursor.execute("CLOSE joined_terms")


def _alone() -> bool:
    """Whether nobody else seals or joins until this transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [ONE_AT_A_TIME])
        return bool(cursor.fetchone()[0])
