"""Erasure: a document and everything that was read from it goes, its history too."""

from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from postings.ingest import clock
from postings.ingest.forgetting import forget_words
from postings.ingest.history import recorded
from postings.models import Document, PayBand, Posting, Tombstone


def purge(*, document: Document, by: User | None = None, reason: str) -> Tombstone:
    """Erase the document, its text, its postings with all revisions, and every row that history kept.

    What stays is the hash of its bytes, the reason and the date: enough to refuse the same file later.
    """
    with transaction.atomic(), recorded(by=by, reason=reason):
        document = Document.objects.select_for_update().get(pk=document.pk)
        postings = list(document.postings.values_list("pk", flat=True))
        bands = list(PayBand.objects.filter(posting__in=postings).values_list("pk", flat=True))
        tombstone = Tombstone.objects.create(sha256=bytes(document.sha256), reason=reason, erased_by=by)
        Posting.objects.filter(pk__in=postings).delete()
        document_id = document.pk
        document.delete()
        _erase_history(document_id, postings, bands)
        clock.advance(ended=postings)
        forget_words(postings)
    return tombstone


def _erase_history(document_id: int, postings: list[int], bands: list[int]) -> None:
    """Last, because the deletions above are themselves recorded."""
    for model, ids in ((Document, [document_id]), (Posting, postings), (PayBand, bands)):
        events: Any = model.pgh_event_model  # type: ignore[union-attr]  # set by keeps_history
        events.objects.filter(pgh_obj_id__in=ids).delete()
