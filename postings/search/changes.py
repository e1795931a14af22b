"""What the index has missed since it last looked: one statement, so that clock and changes agree.

A reader keeps (epoch, seq). Everything born or ended after that, and the clock itself, come from one
snapshot of the database, on the connection that also answers the page: a standby that lags behind gives
an older clock and exactly the changes up to it.
"""

from dataclasses import dataclass
from uuid import UUID

from django.db import connection

SINCE = """
SELECT clock.epoch, clock.seq, entry.docno, entry.posting_id, entry.born, entry.died
FROM postings_indexclock AS clock
LEFT JOIN postings_searchdoc AS entry
    ON clock.seq > %(seq)s AND (entry.born > %(seq)s OR entry.died > %(seq)s)
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One life of a posting in the index; `died` is None while it lives."""

    docno: int
    posting_id: int
    born: int
    died: int | None


@dataclass(frozen=True, slots=True)
class Changes:
    epoch: UUID
    seq: int
    entries: tuple[Entry, ...]


NOTHING_YET = Changes(UUID(int=0), 0, ())  # no posting was ever published, so the clock has no row


def changes_since(seq: int) -> Changes:
    """Return the clock as it stands and every entry that was born or ended after `seq`."""
    with connection.cursor() as cursor:
        cursor.execute(SINCE, {"seq": seq})
        rows = cursor.fetchall()
    if not rows:
        return NOTHING_YET
    epoch, now = rows[0][:2]
    return Changes(epoch, now, tuple(Entry(*row[2:]) for row in rows if row[2] is not None))
