"""The clock of the search index: the last thing that a publishing transaction touches.

Its one row stays locked until the transaction ends, so `seq` order is commit order, and a reader who has
seen `seq` has seen everything up to it. Nothing slow may follow this in a transaction.
"""

from collections.abc import Iterable

from django.db import connection

# A statement of its own, because it waits for its turn: what it waited for is seen by the next statement
# only, and one that ends entries without seeing them all leaves two pictures of the same posting.
TICK = """
INSERT INTO postings_indexclock AS clock (id, epoch, seq, next_docno)
VALUES (1, gen_random_uuid(), 1, 0) -- a database's very first change
ON CONFLICT (id) DO UPDATE SET seq = clock.seq + 1
RETURNING seq
"""

RECORD = """
WITH shown AS (
    SELECT id, row_number() OVER (ORDER BY id) - 1 AS position
    FROM postings_posting
    WHERE id = ANY(%(live)s::bigint[]) AND state = 'published' -- it may have been retired during the wait
), counted AS (
    UPDATE postings_indexclock SET next_docno = next_docno + (SELECT count(*) FROM shown)
    RETURNING next_docno - (SELECT count(*) FROM shown) AS first_docno
), closed AS (
    UPDATE postings_searchdoc SET died = %(now)s
    WHERE posting_id = ANY(%(ended)s::bigint[] || %(live)s::bigint[]) AND died IS NULL
    RETURNING 1
)
INSERT INTO postings_searchdoc (docno, posting_id, born)
SELECT counted.first_docno + shown.position, shown.id, %(now)s
FROM counted, shown
WHERE (SELECT count(*) FROM closed) >= 0 -- an old entry ends before its successor is born
"""


def advance(*, live: Iterable[int] = (), ended: Iterable[int] = ()) -> int:
    """Give each live posting a new entry, end the entries of the others, and return the new time.

    A caller that has not locked its postings may name one as live that is not published: it is ended. One
    that passes a QuerySet has it read after the wait, so that nothing that happened meanwhile is missed.
    """
    with connection.cursor() as cursor:
        cursor.execute(TICK)
        (now,) = cursor.fetchone()
        cursor.execute(RECORD, {"live": list(live), "ended": list(ended), "now": now})
    return int(now)
