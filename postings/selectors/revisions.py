"""What a posting said before: its revisions, each with what it changed."""

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from postings.facts_json import facts_from_json
from postings.models import Posting, PostingRevision
from postings.selectors.fact_changes import FactChange, fact_changes

MOST = 20  # that are shown; the first ones of a long life are in the history of the admin


@dataclass(frozen=True, slots=True)
class Revision:
    number: int
    at: datetime
    changes: list[FactChange]


def revisions(posting: Posting) -> list[Revision]:
    """Return the revisions, the newest first, each with what differs from the one before; one query."""
    if posting.revision < 2:
        return []
    known = list(PostingRevision.objects.filter(posting=posting).order_by("-number")[: MOST + 1])
    facts = [facts_from_json(one.facts) for one in known]
    return [
        Revision(one.number, one.at, fact_changes(before, after))
        for one, (after, before) in zip(known, pairwise(facts), strict=False)
    ]
