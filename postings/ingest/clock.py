"""The clock of the search index: the last thing that a publishing transaction touches.

Its one row stays locked until the transaction ends, so `seq` order is commit order, and a reader who has
seen `seq` has seen everything up to it. Nothing slow may follow this in a transaction.
"""

from collections.abc import Iterable

from django.db import connection

ADVANCE = """
WITH tick AS (
    INSERT INTO postings_indexclock AS clock (id, epoch, seq, next_docno)
    VALUES (1, gen_random_uuid(), 1, cardinality(%(live)s::bigint[])) -- a database's very first change
    ON CONFLICT (id) DO UPDATE
    SET seq = clock.seq + 1, next_docno = clock.next_docno + excluded.next_docno
    RETURNING seq, next_docno - cardinality(%(live)s::bigint[]) AS first_docno
), ended AS (
    UPDATE postings_searchdoc SET died = tick.seq FROM tick
    WHERE posting_id = ANY(%(ended)s::bigint[] || %(live)s::bigint[]) AND died IS NULL
    RETURNING 1
), born AS (
    INSERT INTO postings_searchdoc (docno, posting_id, born)
    SELECT tick.first_docno + entry.ordinality - 1, entry.posting_id, tick.seq
    FROM tick, unnest(%(live)s::bigint[]) WITH ORDINALITY AS entry (posting_id, ordinality)
    WHERE (SELECT count(*) FROM ended) >= 0 -- an old entry ends before its successor is born
)
SELECT seq FROM tick
"""


def advance(*, live: Iterable[int] = (), ended: Iterable[int] = ()) -> int:
    """Give each live posting a new entry, end the entries of the others, and return the new time."""
    with connection.cursor() as cursor:
        cursor.execute(ADVANCE, {"live": list(live), "ended": list(ended)})
        (seq,) = cursor.fetchone()
    return int(seq)
