"""How far a batch has come: its files by what became of them, and how long the rest will take."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Prefetch, QuerySet

from postings.models import Batch, BatchFile, Document, Posting
from postings.vocabulary import DocumentState

WAITING = (DocumentState.QUEUED, DocumentState.READING)
LATELY = timedelta(seconds=30)  # what was read in this time tells how fast the rest will be


@dataclass(frozen=True, slots=True)
class BatchProgress:
    counts: dict[DocumentState, int]  # those that there are, in the order of the vocabulary
    seconds_left: int | None = None  # None: nothing waits, or nobody knows yet

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def waiting(self) -> int:
        return sum(self.counts.get(state, 0) for state in WAITING)

    @property
    def done(self) -> int:
        return self.total - self.waiting


def batch_progress(batch: Batch, now: datetime) -> BatchProgress:
    fates = batch.files.with_fates().order_by().values_list("fate")  # type: ignore[misc]  # annotated
    counted = dict(fates.annotate(files=Count("pk")))
    progress = BatchProgress({state: counted[state] for state in DocumentState if state in counted})
    if not progress.waiting:
        return progress
    lately = Document.objects.filter(batch=batch, ended_at__gt=now - LATELY).count()
    left = round(progress.waiting / lately * LATELY.total_seconds()) if lately else None
    return BatchProgress(progress.counts, left)


def batch_files(batch: Batch, fate: DocumentState | None = None) -> QuerySet[BatchFile]:
    """Return the files of a batch in order, each with its document and what was found in it."""
    found = Posting.objects.only("public_id", "title", "state", "document_id").order_by("part")
    files = batch.files.with_fates()
    if fate:
        files = files.filter(fate=fate)  # type: ignore[misc]  # annotated
    return (
        files.order_by("id")
        .select_related("document", "container")
        .prefetch_related(Prefetch("document__postings", found))
    )
