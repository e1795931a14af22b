"""An import worker: claim a document, read it, store what it says. Any number may run at once.

The claim is a short transaction; no transaction is open while a document is read; storing is one
transaction again and only succeeds for whoever still holds the claim. The lease is a lock of the
worker's database session: a worker that is killed loses it at once, and another takes its document.
"""

import logging
import time
import uuid

from django.db import connection, transaction

from postings.ingest.drafts import store_reading
from postings.models import Document
from postings.parsing.reading import PARSER_VERSION, read_document
from postings.readers import Refused, Source, Unreadable, read_confined
from postings.vocabulary import DocumentState

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
        document.save(update_fields=("state", "reason"))
        return None
    document.attempts += 1
    document.state = DocumentState.READING
    document.lease = uuid.uuid4()
    document.save(update_fields=("attempts", "state", "lease"))
    return document


def read(document: Document) -> None:
    """Read the document and store what it says; a fault of the document is its state, not an exception."""
    started = time.monotonic()
    try:
        source = _only_source(document)
        reading = read_document(source.text, source.declared)
    except Unreadable as fault:
        _end(document, DocumentState.REJECTED, str(fault))
        return
    except Exception as fault:
        log.exception("could not read document %s", document.pk)
        last = document.attempts >= MOST_ATTEMPTS
        _end(
            document,
            DocumentState.FAILED if last else DocumentState.QUEUED,
            f"{type(fault).__name__}: {fault}",
        )
        return
    with transaction.atomic():
        current = _still_ours(document)
        if current is not None:
            store_reading(
                document=current,
                text=reading.text,
                readings=reading.postings,
                parser_version=PARSER_VERSION,
                repairs=(*source.repairs, *reading.repairs),
                media_type=source.media_type,
                milliseconds=round((time.monotonic() - started) * 1000),
            )


def _only_source(document: Document) -> Source:
    """Read the one job text that a document holds; an archive or a table is not taken apart here."""
    outcomes = list(read_confined(bytes(document.blob.content), document.file_name))
    if len(outcomes) > 1:
        raise Unreadable(
            "several", f"This holds {len(outcomes):,} job texts. Upload each of them as a file of its own."
        )
    match outcomes:
        case [Source() as source]:
            return source
        case [Refused(code=code, message=message)]:
            raise Unreadable(code, message)
    raise Unreadable("empty", "There is no job description in it.")


@transaction.atomic
def _end(document: Document, state: DocumentState, reason: str) -> None:
    if current := _still_ours(document):
        current.state = state
        current.reason = reason
        current.lease = None
        current.save(update_fields=("state", "reason", "lease"))


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
