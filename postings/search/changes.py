"""What the index has missed since it last looked: one statement, so that clock and changes agree.

A reader keeps epoch and seq. Everything born or ended after that, and the clock itself, come from one
snapshot of the database, on the connection that also answers the page: a standby that lags behind gives
an older clock and exactly the changes up to it.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection

from postings.bitmaps import LARGEST, Entry
from postings.search.answer import Moment
from postings.stored import ENTRY_COLUMNS, entry_from_row

LARGE = {"codes", "bands", "zones"}  # not sent again with the end of a life that was known already


def _statement(new: str, of_interest: str) -> str:
    columns = ", ".join(
        f"CASE WHEN {new} THEN entry.{name} END" if name in LARGE else f"entry.{name}"
        for name in ENTRY_COLUMNS
    )
    return f"""
SELECT clock.epoch, clock.generation, clock.seq, clock.next_docno, {new}, entry.died IS NOT NULL, {columns}
FROM postings_indexclock AS clock
LEFT JOIN postings_searchdoc AS entry ON entry.generation = clock.generation AND {of_interest}
ORDER BY entry.docno
"""  # noqa: S608 - names of columns


SINCE = _statement(
    "entry.born > %(known)s",
    "clock.seq > %(known)s AND clock.next_docno <= %(most)s"
    " AND (entry.born > %(known)s OR entry.died > %(known)s)",
)
BEYOND = _statement("entry.docno >= %(known)s", "(entry.docno >= %(known)s OR entry.died IS NOT NULL)")


@dataclass(frozen=True, slots=True)
class Life:
    """A posting's entry that is new to the reader, or has ended, or both; `entry` only if it is new."""

    number: int
    posting: int
    ended: bool
    entry: Entry | None


@dataclass(frozen=True, slots=True)
class Changes:
    epoch: UUID
    generation: int
    seq: int
    size: int  # how many entries there are
    lives: tuple[Life, ...]


NOTHING_YET = Changes(UUID(int=0), 0, 0, 0, ())  # no posting was ever published, so the clock has no row


def moment() -> Moment:
    """Return the time of the clock: as long as it is the same, so is every answer."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT epoch, seq FROM postings_indexclock")
        clock = cursor.fetchone()
    epoch, seq = clock or (NOTHING_YET.epoch, NOTHING_YET.seq)
    return str(epoch), seq


def changes_since(seq: int, *, most: int = LARGEST) -> Changes:
    """Return the clock as it stands and every life that began or ended after `seq`, by number.

    With more than `most` entries, none: whoever lags behind so far had better begin anew.
    """
    return _changes(SINCE, {"known": seq, "most": most})


def changes_beyond(number: int) -> Changes:
    """Return the clock, every life from this number on, and which of the earlier ones have ended."""
    return _changes(BEYOND, {"known": number})


def _changes(statement: str, values: dict[str, int]) -> Changes:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        rows = cursor.fetchall()
    if not rows:
        return NOTHING_YET
    epoch, generation, seq, size = rows[0][:4]
    return Changes(epoch, generation, seq, size, tuple(_life(*row[4:]) for row in rows if row[4] is not None))


def _life(new: bool, ended: bool, *values: Any) -> Life:
    return Life(values[0], values[1], ended, entry_from_row(*values) if new else None)
