"""Bytes become a document that waits to be read; the same bytes never become two."""

import hashlib
from typing import NamedTuple

from django.contrib.auth.models import User
from django.db import transaction

from postings.ingest.refusal import Refused
from postings.models import Batch, Document, DocumentBlob, Tombstone
from postings.vocabulary import DocumentState


class Stored(NamedTuple):
    document: Document
    is_new: bool  # False: these bytes were here before, and this is the document they are


def store_document(
    *, content: bytes, file_name: str, by: User | None = None, batch: Batch | None = None
) -> Stored:
    """Keep the bytes and queue them for a worker; refuse what was erased on purpose."""
    if not content.strip():
        raise Refused(f"{file_name} is empty. Choose a file with a job description in it.")
    digest = hashlib.sha256(content).digest()
    if erased := Tombstone.objects.filter(sha256=digest).first():
        raise Refused(
            f"{file_name} was erased on {erased.erased_at:%d %B %Y} and may not come back: {erased.reason}"
        )
    with transaction.atomic():
        Document.objects.bulk_create(
            [
                Document(
                    batch=batch,
                    file_name=file_name[:255],
                    sha256=digest,
                    size=len(content),
                    state=DocumentState.QUEUED,
                    created_by=by,
                )
            ],
            ignore_conflicts=True,  # of two uploads at once the second waits here for the first, and finds it
        )
        document = Document.objects.get(sha256=digest)
        _, is_new = DocumentBlob.objects.get_or_create(document=document, defaults={"content": content})
    return Stored(document, is_new)
