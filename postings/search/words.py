"""Which entries have a word or a phrase: sealed ones by their segments in the database, the tail by memory.

What comes back may hold entries that have ended, or that this process has not heard of yet; whoever asks
takes from it what is live.
"""

from array import array
from bisect import bisect_left
from collections import OrderedDict, defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import islice, pairwise
from typing import Any, LiteralString
from uuid import UUID

from django.db import connection
from psycopg import Cursor
from pyroaring import BitMap

from postings.bitmaps import NONE, ZONES, Entry, pair, term, terms_of
from postings.query.plan import Phrase, Word, Zone

ROOM = 32_000_000  # bytes of earlier questions' terms
PHRASES = 64  # of earlier questions
AT_ONCE = 20_000  # entries whose text is looked through in one statement

TERMS = """
SELECT clock.epoch, found.term, found.entries
FROM postings_indexclock AS clock
LEFT JOIN (
    postings_searchterm AS found JOIN postings_searchsegment AS segment ON segment.id = found.segment_id
) ON segment.generation = clock.generation AND found.term = ANY(%s)
"""
PHRASE = """
SELECT clock.epoch, entry.docno
FROM postings_indexclock AS clock
LEFT JOIN postings_searchdoc AS entry
    ON entry.generation = clock.generation AND entry.docno = ANY(%s) AND EXISTS (
        SELECT 1 FROM unnest(entry.zones[%s:%s]) AS zone, unnest(%s::text[]) AS phrase
        WHERE position(phrase IN zone) > 0
    )
"""


def fetched(statement: LiteralString, values: Sequence[Any]) -> list[tuple[Any, ...]]:
    """Return rows with bytes in them: Django's own cursors have those written out in hexadecimal first."""
    connection.ensure_connection()
    with Cursor(connection.connection) as cursor:
        cursor.execute(statement, values, binary=True)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


class AnotherEpoch(Exception):
    """The index was replaced after this process had caught up; whoever asks begins again."""


class Words:
    """The words of one generation; the tail in memory begins at the entry `first`."""

    def __init__(self, epoch: UUID, generation: int, first: int, common: Collection[str]) -> None:
        self.epoch, self.generation, self.first = epoch, generation, first
        self.common = frozenset(common)
        self._new: list[Entry] = []  # of the tail, not turned around yet: many a page asks for no word
        # Most terms of a tail are in one or two entries, for which a set is five times as large as an array.
        self._tail: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        self._sealed: OrderedDict[str, tuple[int, BitMap]] = OrderedDict()  # with its size in bytes
        self._used = 0
        self._phrases: OrderedDict[Phrase, tuple[BitMap, BitMap]] = OrderedDict()  # looked through, having

    def add(self, entries: Iterable[Entry]) -> None:
        self._new += entries

    def _turn_around(self) -> None:
        for entry in self._new:
            for found in terms_of(entry.zones, self.common):
                self._tail[found].append(entry.number)
        self._new.clear()

    def sealed_until(self, first: int) -> None:
        """Forget the words of entries that are in segments by now."""
        self._new = [entry for entry in self._new if entry.number >= first]
        for found, having in list(self._tail.items()):
            left = having[bisect_left(having, first) :]
            if left:
                self._tail[found] = left
            else:
                del self._tail[found]
        self.first = first
        self._sealed.clear()
        self._used = 0

    def having(self, word: Word) -> BitMap:
        """Return the entries that have one of the word's stems in its zone."""
        terms = [term(stem, word.zone) for stem in word.stems]
        return BitMap.union(NONE, *self.terms(terms).values())

    def terms(self, terms: Collection[str]) -> dict[str, BitMap]:
        self._turn_around()
        self._fetch([one for one in terms if one not in self._sealed])
        found = {}
        for one in terms:
            self._sealed.move_to_end(one)
            sealed = self._sealed[one][1]
            found[one] = sealed | BitMap(self._tail[one]) if one in self._tail else sealed
        self._make_room(keep=len(terms))
        return found

    def having_phrase(self, phrase: Phrase, within: BitMap) -> BitMap:
        """Return those of these entries in which the words follow each other, in one language or another."""
        certain, possible = BitMap(), BitMap()
        for stems in zip(*(word.stems for word in phrase.words), strict=True):
            having, exact = self._neighbours(stems, phrase.zone, within)
            if exact:
                certain |= having
            else:
                possible |= having
        return certain | self._looked_through(phrase, possible - certain)

    def _neighbours(self, stems: Sequence[str], zone: Zone, within: BitMap) -> tuple[BitMap, bool]:
        """Return which entries may have the stems side by side, and whether that is certain."""
        having = within
        for entries in self.terms([term(stem, zone) for stem in stems]).values():
            having = having & entries
        if zone is not Zone.ANY or not having:
            return having, not having
        known = [pair(*two) for two in pairwise(stems) if self.common.issuperset(two)]
        for entries in self.terms(known).values():
            having = having & entries
        return having, len(stems) == 2 and bool(known)

    def _looked_through(self, phrase: Phrase, candidates: BitMap) -> BitMap:
        """Read the text of those that nobody has asked about yet; entries never change."""
        looked, having = self._phrases.pop(phrase, (BitMap(), BitMap()))
        new = iter(candidates - looked)
        while numbers := list(islice(new, AT_ONCE)):
            having.update(self._read(phrase, numbers))
        looked |= candidates
        self._phrases[phrase] = looked, having
        while len(self._phrases) > PHRASES:
            self._phrases.popitem(last=False)
        return candidates & having

    def _read(self, phrase: Phrase, numbers: Sequence[int]) -> list[int]:
        first, last = (1, len(ZONES)) if phrase.zone is Zone.ANY else (ZONES.index(phrase.zone) + 1,) * 2
        said = [f" {' '.join(stems)} " for stems in zip(*(word.stems for word in phrase.words), strict=True)]
        with connection.cursor() as cursor:
            cursor.execute(PHRASE, [list(numbers), first, last, said])
            rows = cursor.fetchall()
        self._expect_one_epoch(epoch for epoch, _ in rows)
        return [number for _, number in rows if number is not None]

    def _fetch(self, terms: Sequence[str]) -> None:
        if not terms:
            return
        parts: dict[str, list[bytes]] = {one: [] for one in terms}
        rows = fetched(TERMS, [list(terms)])
        self._expect_one_epoch(epoch for epoch, _, _ in rows)
        for _, found, entries in rows:
            if found is not None:
                parts[found].append(entries)
        for one, packed in parts.items():
            size = sum(map(len, packed))
            self._sealed[one] = size, BitMap.union(NONE, *map(BitMap.deserialize, packed))
            self._used += size

    def _expect_one_epoch(self, epochs: Iterable[UUID]) -> None:
        if any(epoch != self.epoch for epoch in epochs):
            raise AnotherEpoch

    def _make_room(self, *, keep: int) -> None:
        while self._used > ROOM and len(self._sealed) > keep:
            _, (size, _) = self._sealed.popitem(last=False)
            self._used -= size
