"""The clock of the search index: the last thing that a publishing transaction touches.

Its one row stays locked until the transaction ends, so `seq` order is commit order, and a reader who has
seen `seq` has seen everything up to it. Nothing slow may follow this in a transaction.
"""

from collections.abc import Collection, Iterable, Sequence

from django.db import connection

from postings.bitmaps import Entry
from postings.ingest.entries import entries_of, numbered
from postings.stored import ENTRY_COLUMNS, row_from_entry

# Rows that this transaction refers to are locked before the clock is, as everybody does it: at the end of the
# transaction, when the database looks for them otherwise, somebody who waits for the clock may hold them.
LOCK_REFERRED = "SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED"

# A statement of its own, because it waits for its turn: what it waited for is seen by the next statement
# only, and one that ends entries without seeing them all leaves two pictures of the same posting.
TICK = """
INSERT INTO postings_indexclock AS clock (id, epoch, generation, seq, next_docno)
VALUES (1, gen_random_uuid(), 0, 1, 0) -- a database's very first change
ON CONFLICT (id) DO UPDATE SET seq = clock.seq + 1
RETURNING seq, generation, next_docno
"""

END = """
WITH counted AS (UPDATE postings_indexclock SET next_docno = next_docno + %(born)s)
UPDATE postings_searchdoc SET died = %(now)s
WHERE generation = %(generation)s AND posting_id = ANY(%(ended)s::bigint[]) AND died IS NULL
"""

# For a database that has become another one: the numbers that its readers know may mean something else there.
ANOTHER_LIFE = "UPDATE postings_indexclock SET epoch = gen_random_uuid()"

BEAR = f"COPY postings_searchdoc (generation, born, {', '.join(ENTRY_COLUMNS)}) FROM STDIN"


def advance(*, own: Collection[int] = (), live: Iterable[int] = (), ended: Iterable[int] = ()) -> int:
    """Give each of one's own and each live posting a new entry, end the others', and return the new time.

    One's own are those that nobody else can change, because this transaction has made or locked them: their
    entries are made before the wait, and others need not wait for that. The others are looked at after it:
    one that is not published any more is ended, and a QuerySet misses nothing that happened meanwhile.
    """
    ready = entries_of(own) if own else []
    with connection.cursor() as cursor:
        cursor.execute(LOCK_REFERRED)
        cursor.execute(TICK)
        now, generation, first = cursor.fetchone()
        alive = list(live)
        entries = numbered([*ready, *(entries_of(alive) if alive else [])], first)
        ended = [*ended, *own, *alive]
        cursor.execute(END, {"now": now, "generation": generation, "ended": ended, "born": len(entries)})
        copy_entries(entries, generation=generation, born=now)
    return int(now)


def copy_entries(entries: Sequence[Entry], *, generation: int, born: int) -> None:
    """Add entries whose numbers the caller has taken from the clock, or whose generation nobody reads yet."""
    if entries:
        with connection.cursor() as cursor, cursor.copy(BEAR) as copy:
            for entry in entries:
                copy.write_row((generation, born, *row_from_entry(entry)))
