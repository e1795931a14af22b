"""An import worker: claim a document, read it, store what it says. Any number may run at once.

The claim is a short transaction; no transaction is open while a document is read; storing is one
transaction again and only succeeds for whoever still holds the claim. The lease is a lock of the
worker's database session: a worker that is killed loses it at once, and another takes its document.
"""

import logging
import uuid

from django.db import connection, transaction
from django.utils import timezone

from postings.ingest.drafts import store_reading
from postings.ingest.reading import Ended, Reading, outcome_of
from postings.models import Document
from postings.parsing.warming import warm_up
from postings.readers import Unreadable
from postings.vocabulary import DocumentState

__all__ = ["claim", "read", "warm_up", "work_once"]

log = logging.getLogger("jobsite.work")

LEASES = 0x6A6F  # the first half of an advisory lock; the second is the document's number
MOST_ATTEMPTS = 3
LOOK_AT = 20  # documents that others may hold already


def work_once() -> Document | None:
    """Take one document through to its end; return it, or None when nothing waits."""
    document = claim()
    if document is None:
        return None
    try:
        read(document)
    finally:
        _unlease(document.pk)
    return document


def claim() -> Document | None:
    """Take the oldest document that waits, or that a dead worker has left behind."""
    for document_id in Document.objects.waiting().order_by("id").values_list("pk", flat=True)[:LOOK_AT]:
        if not _try_lease(document_id):
            continue
        if document := _claimed(document_id):
            return document
        _unlease(document_id)
    return None


@transaction.atomic
def _claimed(document_id: int) -> Document | None:
    """Note the attempt before it is made, so that a document that kills its reader is not read for ever."""
    document = Document.objects.waiting().select_for_update().filter(pk=document_id).first()
    if document is None:
        return None
    if document.attempts >= MOST_ATTEMPTS:
        document.state = DocumentState.FAILED
        document.reason = document.reason or f"Reading it was cut short {MOST_ATTEMPTS} times."
        document.ended_at = timezone.now()
        document.save(update_fields=("state", "reason", "ended_at"))
        return None
    document.attempts += 1
    document.state = DocumentState.READING
    document.lease = uuid.uuid4()
    document.save(update_fields=("attempts", "state", "lease"))
    return document


def read(document: Document) -> None:
    """Read the document and store what it says; a fault of the document is its state, not an exception."""
    try:
        outcome = outcome_of(document)
    except Unreadable as fault:
        outcome = Ended(DocumentState.REJECTED, str(fault))
    except Exception as fault:
        log.exception("could not read document %s", document.pk)
        last = document.attempts >= MOST_ATTEMPTS
        state = DocumentState.FAILED if last else DocumentState.QUEUED
        outcome = Ended(state, f"{type(fault).__name__}: {fault}")
    with transaction.atomic():
        if current := _still_ours(document):
            _finish(current, outcome)


def _finish(document: Document, outcome: Reading | Ended) -> None:
    """Put down what came of it. A document that is to be tried again has not ended."""
    document.lease = None
    if isinstance(outcome, Reading):
        store_reading(document=document, **outcome._asdict())
        return
    document.state, document.reason = outcome
    document.ended_at = None if outcome.state is DocumentState.QUEUED else timezone.now()
    document.save(update_fields=("state", "reason", "lease", "ended_at"))


def _still_ours(document: Document) -> Document | None:
    mine = Document.objects.select_for_update().filter(pk=document.pk, lease=document.lease)
    return mine.filter(state=DocumentState.READING).first()


def _try_lease(document_id: int) -> bool:
    return _ask("SELECT pg_try_advisory_lock(%s, %s)", document_id)


def _unlease(document_id: int) -> bool:
    return _ask("SELECT pg_advisory_unlock(%s, %s)", document_id)


def _ask(question: str, document_id: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(question, [LEASES, document_id])
        return bool(cursor.fetchone()[0])
