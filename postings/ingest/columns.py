"""Which column of a table is what: asked once for each header, then remembered.

A table whose header nobody has said anything about waits, unless its batch is not to ask.
"""

import hashlib
from collections.abc import Sequence

from django.contrib.auth.models import User
from django.db import transaction

from postings.ingest.queueing import enqueue
from postings.ingest.refusal import Refused
from postings.models import ColumnMapping, Document
from postings.readers import Columns, Preview, Unreadable, field_labels, guess, preview_confined
from postings.vocabulary import DocumentState

__all__ = ["Columns", "Preview", "field_labels", "guess", "known_columns", "say_columns", "table_of"]


def table_of(document: Document) -> Preview:
    """Return the first table of a document, for a person to say what its columns are."""
    try:
        previews = preview_confined(bytes(document.blob.content), document.file_name)
    except Unreadable as fault:
        raise Refused(str(fault)) from fault
    if not previews:
        raise Refused(f"{document} is no table, so it has no columns.")
    return previews[0]


def known_columns(previews: Sequence[Preview]) -> Columns | None:
    """Return what was said of this header before; sheets that differ are read by their names alone."""
    header = previews[0].header
    if any(preview.header != header for preview in previews):
        return {}
    mapping = ColumnMapping.objects.filter(header_hash=_hash(header)).first()
    return None if mapping is None else dict(mapping.columns)


@transaction.atomic
def say_columns(
    *, document: Document, header: Sequence[str], columns: Columns, by: User | None = None
) -> Document:
    """Remember what the columns of a waiting table are, and queue it to be read so."""
    document = Document.objects.select_for_update().get(pk=document.pk)
    if document.state not in {DocumentState.NEEDS_COLUMNS, DocumentState.REJECTED}:
        raise Refused(f"{document} has been read already. Upload the table again under another name.")
    if unknown := sorted(set(columns.values()) - set(header)):
        raise Refused(f"There is no column “{unknown[0]}” in {document}.")
    if not {"title", "description"} & columns.keys():
        raise Refused("Say which column is the title or the description: without both there is no posting.")
    ColumnMapping.objects.update_or_create(
        header_hash=_hash(header), defaults={"columns": dict(columns), "created_by": by}
    )
    enqueue(document)
    return document


def _hash(header: Sequence[str]) -> bytes:
    return hashlib.sha256("\x1f".join(header).encode()).digest()
