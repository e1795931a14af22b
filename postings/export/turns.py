"""Large files are made two at a time, over all processes: they take a core each, and readers want one too."""

from django.db import connection

LARGE = 10_000  # postings: smaller files are nobody's trouble
AT_ONCE = 2
NAMESPACE = 7_305_001  # of the advisory locks, which no other part of the site uses


def take_turn() -> bool:
    """Return whether there is a turn left; it is kept until the transaction ends, however it does."""
    with connection.cursor() as cursor:
        for turn in range(AT_ONCE):
            cursor.execute("SELECT pg_try_advisory_xact_lock(%s, %s)", [NAMESPACE, turn])
            if cursor.fetchone()[0]:
                return True
    return False
