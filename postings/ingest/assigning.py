"""Who reviews what: a note for colleagues, not a lock."""

from collections.abc import Iterable

from django.contrib.auth.models import User

from postings.models import Posting


def assign(*, postings: Iterable[int], to: User | None) -> int:
    """Put postings on somebody's desk, or on nobody's; return how many there were."""
    return Posting.objects.filter(pk__in=list(postings)).update(reviewer=to)
