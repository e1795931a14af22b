"""A document is read again, because a person says so."""

from django.contrib.auth.models import User
from django.db import transaction

from postings.ingest.history import recorded
from postings.ingest.refusal import Refused
from postings.models import Document
from postings.vocabulary import DocumentState

MAY_BE_TRIED = (DocumentState.FAILED, DocumentState.REJECTED)


def retry(*, document: Document, by: User | None = None) -> Document:
    """Queue a document that failed or was rejected, with all its attempts before it."""
    with transaction.atomic(), recorded(by=by, reason="tried again"):
        document = Document.objects.select_for_update().get(pk=document.pk)
        if document.state not in MAY_BE_TRIED:
            state = DocumentState(document.state).label.lower()
            raise Refused(f"“{document}” is {state}: only what failed or was rejected is read again.")
        enqueue(document)
    return document


def enqueue(document: Document) -> None:
    document.state = DocumentState.QUEUED
    document.reason = ""
    document.attempts = 0
    document.ended_at = None
    document.save(update_fields=("state", "reason", "attempts", "ended_at"))
