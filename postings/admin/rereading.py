"""The page that shows what would change if a document were read again, and does it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from postings.admin.pages import OwnPages, person
from postings.ingest import Refused, Reread, read_again, rereadings, store_rereading
from postings.models import Document
from postings.selectors import FactChange, fact_changes


class RereadPage(OwnPages):
    """`reread_view` of a document."""

    def reread_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        document: Document = self.found(request, pk)
        if not request.user.has_perm("postings.change_posting"):
            raise PermissionDenied
        try:
            reading = read_again(document)
            if request.method == "POST":
                changed = store_rereading(document=document, reading=reading, by=person(request))
                messages.success(request, _said(changed))
                return redirect("admin:postings_document_change", pk)
            found = rereadings(document, reading)
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect("admin:postings_document_change", pk)
        return self.page(
            request,
            "reread.html",
            title=f"Read “{document}” again?",
            original=document,
            version=reading.parser_version,
            postings=[(one, _changes(one)) for one in found],
            changes=any(one.after is not None and one.after != one.before for one in found),
        )


def _changes(one: Reread) -> list[FactChange]:
    return fact_changes(one.before, one.after) if one.before and one.after else []


def _said(changed: int) -> str:
    if not changed:
        return "It says the same as before, so nothing was changed."
    what = "1 posting has" if changed == 1 else f"{changed} postings have"
    return f"{what} a new draft. Review it, then publish."
