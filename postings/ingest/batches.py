"""What is done to all postings of a batch: each is its own act, so that one refused holds no other up.

A batch may have thousands, and whoever asked waits for an answer. So a call does what it can in some seconds
and says where it stopped; calling again from there goes on.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from django.contrib.auth.models import User

from postings.ingest.approving import is_clean, publish_draft
from postings.ingest.drafts import draft_of
from postings.ingest.lifecycle import unpublish
from postings.ingest.refusal import Refused
from postings.models import Batch, Posting
from postings.vocabulary import PostingState

SECONDS = 5.0


@dataclass(slots=True)
class Progress:
    done: int = 0
    left: int = 0  # that were passed over: they need a person's eye
    refused: list[tuple[Posting, str]] = field(default_factory=list)
    stopped_at: int | None = None  # the last posting that was looked at; None: there is no more


def publish_batch(
    *, batch: Batch, by: User | None = None, after: int = 0, seconds: float = SECONDS
) -> Progress:
    """Publish the drafts of a batch that are free of errors and warnings; the others are left for review."""

    def publish_clean(posting: Posting) -> bool:
        if not is_clean(draft_of(posting)):
            return False
        publish_draft(posting=posting, expected_revision=posting.revision, by=by, reason=f"batch “{batch}”")
        return True

    return _each(batch, PostingState.DRAFT, publish_clean, after, seconds)


def unpublish_batch(
    *, batch: Batch, by: User | None = None, reason: str = "", after: int = 0, seconds: float = SECONDS
) -> Progress:
    """Undo it: what was published of a batch is a draft again."""

    def take_back(posting: Posting) -> bool:
        unpublish(posting=posting, expected_revision=posting.revision, by=by, reason=reason)
        return True

    return _each(batch, PostingState.PUBLISHED, take_back, after, seconds)


def _each(
    batch: Batch, state: PostingState, act: Callable[[Posting], bool], after: int, seconds: float
) -> Progress:
    progress = Progress()
    ends = time.monotonic() + seconds
    postings = Posting.objects.filter(document__batch=batch, state=state, pk__gt=after)
    for posting in postings.select_related("run", "draft_run").order_by("pk").iterator(chunk_size=100):
        try:
            if act(posting):
                progress.done += 1
            else:
                progress.left += 1
        except Refused as refusal:
            progress.refused.append((posting, str(refusal)))
        if time.monotonic() > ends:
            progress.stopped_at = posting.pk
            break
    return progress
