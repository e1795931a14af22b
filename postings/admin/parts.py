"""The page on which a person says where the postings of a document begin."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from postings.admin.pages import OwnPages, person
from postings.ingest import Refused, beginnings, split_document
from postings.models import Document


class PartsPage(OwnPages):
    """`parts_view` of a document: its paragraphs, each of which may begin a posting."""

    def parts_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        document: Document = self.found(request, pk)
        if not request.user.has_perm("postings.change_posting"):
            raise PermissionDenied
        try:
            if request.method == "POST":
                ticked = set(request.POST.getlist("at"))
                starts = [one.at for one in beginnings(document) if str(one.at) in ticked]
                changed = split_document(document=document, starts=starts, by=person(request))
                messages.success(request, _said(changed))
                return redirect("admin:postings_document_change", pk)
            found = beginnings(document)
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect("admin:postings_document_change", pk)
        return self.page(
            request, "parts.html", title="Where do postings begin?", original=document, beginnings=found
        )


def _said(changed: int) -> str:
    if not changed:
        return "Its parts are as they were."
    return f"{changed} draft{' has' if changed == 1 else 's have'} changed. Review what was found."
