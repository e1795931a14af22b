"""Uploading: files or a text in one form; with scripts, files one by one."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from postings.admin.pages import OwnPages, person
from postings.admin.upload_forms import UploadForm, incoming
from postings.ingest import Refused, in_portions, receive, store_document
from postings.ingest.store import Stored, on_one_line
from postings.models import Batch

LONGEST_NAME = 200


class UploadPages(OwnPages):
    """`add_view` of batches, and where the page's script sends files to."""

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """Take files or a text in one request; with scripts, files come one by one to `files_view`."""
        self.only_who_may_add(request)
        form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
        if form.is_valid():
            if not form.pasted:
                batch = self._received(request, form)
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
        self.only_who_may_add(request)
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
        self.only_who_may_add(request)
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

    @transaction.atomic
    def _received(self, request: HttpRequest, form: UploadForm) -> Batch:
        """Store all that one form brought, or nothing of it: an error page says that nothing was kept."""
        chosen = form.cleaned_data["chosen"]
        batch = self._begun(request, form.cleaned_data["name"] or _named_after(chosen))
        for files in in_portions(map(incoming, chosen)):
            receive(batch=batch, files=files, by=person(request))
        return batch

    def only_who_may_add(self, request: HttpRequest) -> None:
        if not self.has_add_permission(request):
            raise PermissionDenied

    def _begun(self, request: HttpRequest, name: str) -> Batch:
        name = on_one_line(name)[:LONGEST_NAME]
        return Batch.objects.create(name=name or "Upload", created_by=person(request))


def _named_after(files: list[Any]) -> str:
    first = files[0].name
    return first if len(files) == 1 else f"{first} and {len(files) - 1:,} more"


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
