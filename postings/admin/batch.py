"""Batches: files that came in one go, uploaded here, and what becomes of each."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.defaultfilters import pluralize
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from postings.admin.badges import document_badge
from postings.admin.pages import person
from postings.admin.uploading import UploadPages
from postings.ingest import Refused, publish_batch, retry, unpublish_batch
from postings.ingest.batches import Progress
from postings.ingest.store import on_one_line
from postings.models import Batch, BatchFile, Posting
from postings.selectors import batch_files, batch_progress
from postings.vocabulary import DocumentState, PostingState

FILES_A_PAGE = 100
GOES_ON = "batch_goes_on"  # in the session, so that no link from elsewhere can set anything going
MOST_NAMED = 20  # refusals that are spelled out; the others are counted


@admin.register(Batch)
class BatchAdmin(UploadPages):
    list_display = ("name", "files_in_it", "created_by", "created_at")
    search_fields = ("name",)
    ordering = ("-id",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Batch]:
        rows: QuerySet[Batch] = super().get_queryset(request).select_related("created_by")
        counted = BatchFile.objects.filter(batch=OuterRef("pk")).order_by().values("batch")
        return rows.annotate(number_of_files=Subquery(counted.annotate(files=Count("pk")).values("files")))

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("begin/", view(self.begin_view), name="postings_batch_begin"),
            path("<int:pk>/files/", view(self.files_view), name="postings_batch_files"),
            path("<int:pk>/publish/", view(self.publish_view), name="postings_batch_publish"),
            path("<int:pk>/unpublish/", view(self.unpublish_view), name="postings_batch_unpublish"),
            path("<int:pk>/retry/", view(self.retry_view), name="postings_batch_retry"),
            *super().get_urls(),
        ]

    def has_delete_permission(self, request: HttpRequest, obj: Batch | None = None) -> bool:
        return False  # documents are erased one by one, each for a reason

    @admin.display(description="files")
    def files_in_it(self, batch: Any) -> int:
        return batch.number_of_files or 0

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Show what became of each file, and how far the rest is; the page looks again by itself."""
        batch = self.found(request, object_id)
        progress = batch_progress(batch, timezone.now())
        fate = _state(request.GET.get("state", ""))
        files = Paginator(batch_files(batch, fate), FILES_A_PAGE)
        postings = Posting.objects.filter(document__batch=batch)
        page = files.get_page(request.GET.get("p"))
        return self.page(
            request,
            "batch.html",
            title=str(batch),
            batch=batch,
            progress=progress,
            fate=fate,
            page=page,
            files=[(file, document_badge(file.fate)) for file in page],  # type: ignore[attr-defined]
            time_left=_in_words(progress.seconds_left),
            drafts=postings.filter(state=PostingState.DRAFT).count(),
            published=postings.filter(state=PostingState.PUBLISHED).count(),
            may_publish=request.user.has_perm("postings.publish_posting"),
            goes_on=_left_over(request, batch),
            failed=progress.counts.get(DocumentState.FAILED, 0),
            may_add=self.has_add_permission(request),
        )

    @method_decorator(require_POST)
    def retry_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Read again what failed: one document, or all of the batch."""
        self.only_who_may_add(request)
        batch = self.found(request, pk)
        files = batch_files(batch, DocumentState.FAILED)
        if one := request.POST.get("file", ""):
            files = files.filter(pk=_number(one))
        again = 0
        for file in files:
            try:
                retry(document=file.document, by=person(request))  # type: ignore[arg-type]  # a fate implies one
                again += 1
            except Refused as refusal:
                messages.error(request, str(refusal))
        if again:
            messages.success(request, f"{again:,} file{' is' if again == 1 else 's are'} read again.")
        else:
            messages.info(request, "Nothing has failed here any more, so nothing is read again.")
        return redirect("admin:postings_batch_change", pk)

    @method_decorator(require_POST)
    def publish_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Publish what nobody needs to look at, for some seconds; the page goes on by itself."""
        batch = self.found(request, pk)
        progress = publish_batch(batch=batch, by=person(request), after=self._after(request))
        return self._told(request, batch, progress, "publish", "published")

    @method_decorator(require_POST)
    def unpublish_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        batch = self.found(request, pk)
        reason = on_one_line(request.POST.get("reason", ""))[:500]
        progress = unpublish_batch(batch=batch, by=person(request), reason=reason, after=self._after(request))
        return self._told(request, batch, progress, "unpublish", "taken back")

    def _after(self, request: HttpRequest) -> int:
        """Return the posting to go on from, for somebody who may publish."""
        if not request.user.has_perm("postings.publish_posting"):
            raise PermissionDenied
        return _number(request.POST.get("after", ""))

    def _told(
        self, request: HttpRequest, batch: Batch, progress: Progress, verb: str, done: str
    ) -> HttpResponse:
        if progress.done or progress.stopped_at is None:
            messages.success(request, f"{progress.done:,} posting{pluralize(progress.done)} {done}.")
        if progress.left:
            messages.info(request, f"{progress.left:,} left for review: something was found in them.")
        for posting, why in progress.refused[:MOST_NAMED]:
            messages.error(request, f"{posting}: {why}")
        if len(progress.refused) > MOST_NAMED:
            messages.error(request, f"{len(progress.refused) - MOST_NAMED:,} more were refused.")
        if progress.stopped_at is not None:
            request.session[GOES_ON] = {"batch": batch.pk, "verb": verb, "after": progress.stopped_at}
        return redirect("admin:postings_batch_change", batch.pk)


def _number(value: str) -> int:
    return int(value) if value.isascii() and value.isdigit() and len(value) < 19 else 0


def _in_words(seconds: int | None) -> str:
    if seconds is None or seconds < 90:
        return f"{seconds or 0} s"
    return f"{round(seconds / 60)} min"


def _left_over(request: HttpRequest, batch: Batch) -> dict[str, Any]:
    """Return where this person's publishing or taking back stopped, once."""
    left = request.session.get(GOES_ON) or {}
    return request.session.pop(GOES_ON) if left.get("batch") == batch.pk else {}


def _state(value: str) -> DocumentState | None:
    return DocumentState(value) if value in set(DocumentState) else None
