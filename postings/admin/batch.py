"""Batches: files that came in one go, uploaded here, and what becomes of each."""

from typing import Any
from uuid import UUID

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, JsonResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from postings.admin.badges import document_badge
from postings.admin.pages import OwnPages, person
from postings.admin.upload_forms import UploadForm, incoming
from postings.ingest import Refused, receive, retry, store_document
from postings.ingest.store import Stored, on_one_line
from postings.models import Batch, BatchFile
from postings.selectors import batch_files, batch_progress
from postings.vocabulary import DocumentState

FILES_A_PAGE = 100
LONGEST_NAME = 200


@admin.register(Batch)
class BatchAdmin(OwnPages):
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
            path("<int:pk>/retry/", view(self.retry_view), name="postings_batch_retry"),
            *super().get_urls(),
        ]

    def has_delete_permission(self, request: HttpRequest, obj: Batch | None = None) -> bool:
        return False  # documents are erased one by one, each for a reason

    @admin.display(description="files")
    def files_in_it(self, batch: Any) -> int:
        return batch.number_of_files or 0

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """Take files or a text in one request; with scripts, files come one by one to `files_view`."""
        self._only_who_may_add(request)
        form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
        if form.is_valid():
            if not form.pasted:
                batch = self._begun(request, form.cleaned_data["name"] or _named_after(form.incoming))
                receive(batch=batch, files=form.incoming, by=person(request))
                return redirect("admin:postings_batch_change", batch.pk)
            try:
                stored = store_document(
                    content=form.pasted.content, file_name=form.pasted.name, by=person(request)
                )
            except Refused as refusal:
                form.add_error(None, str(refusal))
            else:
                _tell(request, stored)
                return redirect("admin:postings_document_change", stored.document.pk)
        return self.page(request, "upload.html", title="Upload job descriptions", form=form)

    @method_decorator(require_POST)
    def begin_view(self, request: HttpRequest) -> HttpResponse:
        """Begin a batch whose files are sent one by one; say where to."""
        self._only_who_may_add(request)
        batch = self._begun(request, request.POST.get("name", ""))
        return JsonResponse(
            {
                "files": reverse("admin:postings_batch_files", args=[batch.pk]),
                "page": reverse("admin:postings_batch_change", args=[batch.pk]),
            },
            status=201,
        )

    @method_decorator(require_POST)
    def files_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Take one file of a batch; its token makes sure that it counts once, however often it is sent."""
        self._only_who_may_add(request)
        batch = self.found(request, pk)
        file = request.FILES.get("file")
        try:
            token = UUID(request.POST.get("token", ""))
        except ValueError:
            token = None
        if file is None or token is None:
            return HttpResponseBadRequest("A file and its token are expected.", content_type="text/plain")
        (row,) = receive(batch=batch, files=[incoming(file, token=token)], by=person(request))
        is_new = row.document is not None and row.document.arrival == token
        said = "" if is_new else row.refusal or f"Here already as {row.document}"
        return JsonResponse({"is_new": is_new, "said": said}, status=201)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Show what became of each file, and how far the rest is; the page looks again by itself."""
        batch = self.found(request, object_id)
        progress = batch_progress(batch, timezone.now())
        fate = _state(request.GET.get("state", ""))
        files = Paginator(batch_files(batch, fate), FILES_A_PAGE)
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
            failed=progress.counts.get(DocumentState.FAILED, 0),
            may_add=self.has_add_permission(request),
        )

    @method_decorator(require_POST)
    def retry_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Read again what failed: one document, or all of the batch."""
        self._only_who_may_add(request)
        batch = self.found(request, pk)
        files = batch_files(batch, DocumentState.FAILED)
        if (one := request.POST.get("file", "")).isdigit():
            files = batch_files(batch).filter(pk=one)
        again = 0
        for file in files:
            try:
                retry(document=file.document, by=person(request))  # type: ignore[arg-type]  # a fate implies one
                again += 1
            except Refused as refusal:
                messages.error(request, str(refusal))
        if again:
            messages.success(request, f"{again:,} file{' is' if again == 1 else 's are'} read again.")
        return redirect("admin:postings_batch_change", pk)

    def _only_who_may_add(self, request: HttpRequest) -> None:
        if not self.has_add_permission(request):
            raise PermissionDenied

    def _begun(self, request: HttpRequest, name: str) -> Batch:
        name = on_one_line(name)[:LONGEST_NAME]
        return Batch.objects.create(name=name or "Upload", created_by=person(request))


def _named_after(files: list[Any]) -> str:
    first = files[0].name
    return first if len(files) == 1 else f"{first} and {len(files) - 1:,} more"


def _in_words(seconds: int | None) -> str:
    if seconds is None or seconds < 90:
        return f"{seconds or 0} s"
    return f"{round(seconds / 60)} min"


def _state(value: str) -> DocumentState | None:
    return DocumentState(value) if value in set(DocumentState) else None


def _tell(request: HttpRequest, stored: Stored) -> None:
    if stored.is_new:
        messages.success(request, "It is being read. This page shows what was found.")
        return
    messages.warning(request, _here_already(stored))


def _here_already(stored: Stored) -> SafeString:
    document = stored.document
    return format_html(
        'These bytes have been here since {}, so nothing was added: this is <a href="{}">{}</a>.',
        f"{document.created_at:%-d %B %Y}",
        reverse("admin:postings_document_change", args=[document.pk]),
        document,
    )
