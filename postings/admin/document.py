"""Documents: watch one being read, see what was found, have its original back, erase it."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.defaultfilters import filesizeformat
from django.urls import URLPattern, path, reverse
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.http import content_disposition_header
from django.utils.safestring import SafeString
from django.utils.timezone import localtime

from postings.admin.badges import document_badge, posting_badge
from postings.admin.columns import ColumnsPage
from postings.admin.document_forms import EraseForm
from postings.admin.history import HistoryPage
from postings.admin.pages import person
from postings.admin.parts import PartsPage
from postings.admin.rereading import RereadPage
from postings.ingest import purge
from postings.models import Document, Posting
from postings.vocabulary import DocumentState

WAITING = (DocumentState.QUEUED, DocumentState.READING)


@admin.register(Document)
class DocumentAdmin(HistoryPage, ColumnsPage, RereadPage, PartsPage):
    list_display = ("file_name", "state_in_words", "size_in_words", "parts", "added_by", "added_at")
    list_filter = ("state", ("batch", admin.RelatedOnlyFieldListFilter))
    search_fields = ("file_name", "postings__title")
    search_help_text = "File name, or a title that was found"
    ordering = ("-id",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Document]:
        found = Posting.objects.only("public_id", "title", "state", "document_id").order_by("part")
        return (
            super()
            .get_queryset(request)
            .select_related("created_by", "batch")
            .prefetch_related(Prefetch("postings", found))
        )

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/original/", view(self.original_view), name="postings_document_original"),
            path("<int:pk>/columns/", view(self.columns_view), name="postings_document_columns"),
            path("<int:pk>/reread/", view(self.reread_view), name="postings_document_reread"),
            path("<int:pk>/parts/", view(self.parts_view), name="postings_document_parts"),
            path("<int:pk>/erase/", view(self.erase_view), name="postings_document_erase"),
            *super().get_urls(),
        ]

    def has_delete_permission(self, request: HttpRequest, obj: Document | None = None) -> bool:
        return False  # erasing is for good, asks for a reason, and has its own page

    @admin.display(description="state", ordering="state")
    def state_in_words(self, document: Document) -> SafeString:
        if not document.reason:
            return document_badge(document.state)
        return format_html("{} {}", document_badge(document.state), document.reason)

    @admin.display(description="size", ordering="size")
    def size_in_words(self, document: Document) -> str:
        return filesizeformat(document.size)

    @admin.display(description="added by", ordering="created_by__username")
    def added_by(self, document: Document) -> str:
        return str(document.created_by or "–")

    @admin.display(description="added", ordering="created_at")
    def added_at(self, document: Document) -> str:
        return date_format(localtime(document.created_at), "j M Y")

    @admin.display(description="found in it")
    def parts(self, document: Document) -> SafeString | str:
        links = [
            (reverse("admin:postings_posting_change", args=[posting.pk]), str(posting))
            for posting in document.postings.all()
        ]
        return format_html_join(", ", '<a href="{}">{}</a>', links) or "–"

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        return redirect("admin:postings_batch_add")

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Show what became of a document; nothing about it can be changed."""
        document = self.found(request, object_id)
        run = document.runs.only("parser_version", "milliseconds", "created_at", "document_id").first()
        return self.page(
            request,
            "document.html",
            title=str(document),
            document=document,
            badge=document_badge(document.state),
            postings=[(posting, posting_badge(posting.state)) for posting in document.postings.all()],
            run=run,
            is_waiting=document.state in WAITING,
            reloads=document.state in WAITING and "still" not in request.GET,
            may_reread=bool(run) and request.user.has_perm("postings.change_posting"),
            may_erase=_may_erase(request),
        )

    def original_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Hand the bytes out as they came in, so that no browser ever shows or runs them on this site."""
        document = self.found(request, pk)
        name = "".join(character for character in document.file_name if character.isprintable())
        response = HttpResponse(bytes(document.blob.content), content_type="application/octet-stream")
        response["Content-Disposition"] = content_disposition_header(True, name)
        response["Content-Security-Policy"] = "sandbox"
        response["X-Content-Type-Options"] = "nosniff"
        response["Cache-Control"] = "private, no-store"
        return response

    def erase_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        document = self.found(request, pk)
        if not _may_erase(request):
            raise PermissionDenied
        form = EraseForm(request.POST) if request.method == "POST" else EraseForm()
        if form.is_valid():
            purge(document=document, by=person(request), reason=form.cleaned_data["reason"])
            messages.success(request, "It is erased, with everything that was read from it.")
            return redirect("admin:postings_document_changelist")
        return self.page(
            request, "document_erase.html", title=f"Erase {document}?", document=document, form=form
        )


def _may_erase(request: HttpRequest) -> bool:
    return request.user.has_perm("postings.erase_document")
