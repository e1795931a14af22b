"""A posting leaves the library, or comes back to it."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from postings.facts_json import facts_to_json
from postings.ingest import clock
from postings.ingest.history import recorded
from postings.ingest.publishing import locked, settle_document
from postings.ingest.refusal import Refused
from postings.models import Posting
from postings.stored import facts_of
from postings.vocabulary import PostingState


def unpublish(
    *, posting: Posting, expected_revision: int, by: User | None = None, reason: str = ""
) -> Posting:
    """Take a posting out of the library; its facts become a draft again, unless one waits already."""
    with transaction.atomic(), recorded(by=by, reason=reason):
        posting = _in_state(posting, expected_revision, PostingState.PUBLISHED, PostingState.ARCHIVED)
        posting.draft = posting.draft or facts_to_json(facts_of(posting))
        posting.state = PostingState.DRAFT
        posting.archived_at = posting.merged_into = None
        posting.save(update_fields=("draft", "state", "archived_at", "merged_into"))
        settle_document(posting.document_id)
        clock.advance(ended=[posting.pk])
    return posting


def archive(
    *,
    posting: Posting,
    expected_revision: int,
    by: User | None = None,
    reason: str = "",
    at: datetime | None = None,
) -> Posting:
    """Retire a posting: its page says since when, and no list shows it any more."""
    with transaction.atomic(), recorded(by=by, reason=reason):
        posting = _in_state(posting, expected_revision, PostingState.PUBLISHED)
        posting.state = PostingState.ARCHIVED
        posting.archived_at = at or timezone.now()
        posting.save(update_fields=("state", "archived_at"))
        clock.advance(ended=[posting.pk])
    return posting


def restore(*, posting: Posting, expected_revision: int, by: User | None = None, reason: str = "") -> Posting:
    """Undo `archive`, or a merging."""
    with transaction.atomic(), recorded(by=by, reason=reason):
        posting = _in_state(posting, expected_revision, PostingState.ARCHIVED)
        was_published = posting.revision > 0  # a draft can be merged away too
        posting.state = PostingState.PUBLISHED if was_published else PostingState.DRAFT
        posting.archived_at = posting.merged_into = None
        posting.save(update_fields=("state", "archived_at", "merged_into"))
        settle_document(posting.document_id)
        if was_published:
            clock.advance(own=[posting.pk])
    return posting


def discard(*, posting: Posting, expected_revision: int, by: User | None = None, reason: str = "") -> Posting:
    """Put a draft that nobody wants into the trash, where it waits and troubles nobody."""
    with transaction.atomic(), recorded(by=by, reason=reason):
        return _moved(posting, expected_revision, PostingState.DRAFT, PostingState.TRASHED)


def retrieve(
    *, posting: Posting, expected_revision: int, by: User | None = None, reason: str = ""
) -> Posting:
    """Undo `discard`."""
    with transaction.atomic(), recorded(by=by, reason=reason):
        return _moved(posting, expected_revision, PostingState.TRASHED, PostingState.DRAFT)


def _moved(posting: Posting, expected_revision: int, before: PostingState, after: PostingState) -> Posting:
    """Change the state of a posting that readers see neither before nor after."""
    posting = _in_state(posting, expected_revision, before)
    posting.state = after
    posting.save(update_fields=("state",))
    settle_document(posting.document_id)
    return posting


def _in_state(posting: Posting, expected_revision: int, *states: PostingState) -> Posting:
    posting = locked(posting, expected_revision)
    if posting.state not in states:
        state = PostingState(posting.state).label.lower()
        wanted = " or ".join(state.label.lower() for state in states)
        raise Refused(f"“{posting}” is {state}, and this needs one that is {wanted}.")
    return posting
