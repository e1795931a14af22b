"""The page on which a person sees how two postings differ that are nearly the same, and decides."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from postings.admin.pages import OwnPages, person
from postings.ingest import Refused, draft_of, merge_postings, tell_apart
from postings.models import Posting
from postings.selectors import fact_changes


class DuplicatePage(OwnPages):
    """`alike_view` of a posting and another: what differs, and whether they are one."""

    def alike_view(self, request: HttpRequest, pk: int, other_pk: int) -> HttpResponse:
        posting: Posting = self.found(request, pk)
        other: Posting = self.found(request, other_pk)
        if posting.pk == other.pk:
            raise Http404
        if request.method == "POST":
            return self._decided(request, posting, other)
        return self.page(
            request,
            "alike.html",
            title=f"Is “{posting}” there twice?",
            original=posting,
            other=other,
            differences=fact_changes(draft_of(other), draft_of(posting)),
            may_decide=self._may_decide(request),
        )

    def _may_decide(self, request: HttpRequest) -> bool:
        return request.user.has_perm("postings.publish_posting")

    def _decided(self, request: HttpRequest, posting: Posting, other: Posting) -> HttpResponse:
        if not self._may_decide(request):
            raise PermissionDenied
        seen = request.POST.get("expected_revision", "")
        if "apart" in request.POST:
            tell_apart(one=posting, other=other, by=person(request))
            messages.success(
                request,
                f"They are two, in {posting.document} and in {other.document}. Nobody is asked again.",
            )
            return redirect("admin:postings_posting_change", posting.pk)
        if "merge" not in request.POST or not (seen.isascii() and seen.isdigit() and len(seen) < 10):
            messages.error(request, "That button is not known here. Reload the page and try again.")
            return redirect("admin:postings_posting_change", posting.pk)
        reason = request.POST.get("reason", "").replace("\0", "").strip()
        try:
            merge_postings(
                keep=other, gone=posting, expected_revision=int(seen), by=person(request), reason=reason
            )
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect("admin:postings_posting_change", posting.pk)
        messages.success(
            request, f"“{posting}” is merged: its address leads to the one in {other.document} now."
        )
        return redirect("admin:postings_posting_change", other.pk)
