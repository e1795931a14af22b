"""A plan in, everything that answers it out, in portions of one picture of the database.

The picture is the one in which the index answered, so that a file has as many postings as its page said. It
is held by a transaction for as long as the portions are asked for; whoever stops asking lets it go.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from postings import search
from postings.bitmaps.segment import Array
from postings.query import Plan

PATIENCE = 300_000  # milliseconds that a reader may take nothing
ATTEMPTS = 20  # to ask the index within one picture, while others publish


@contextmanager
def selected(plan: Plan) -> Iterator[Array]:
    """Give the ids of all that answer, in order, while the database stays as it was when they did."""
    for _ in range(ATTEMPTS):
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
                cursor.execute(f"SET LOCAL idle_in_transaction_session_timeout = {PATIENCE}")
            try:
                found = search.everyone(plan)
            except search.SeesThePast:  # another thread's question has seen something newer since
                continue
            yield found.postings
            return
    raise TimeoutError("others publish too fast for a picture of this selection: try again in a moment")


def portions(postings: Array, size: int) -> Iterator[list[int]]:
    return (postings[start : start + size].tolist() for start in range(0, len(postings), size))
