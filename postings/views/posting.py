"""One posting: its facts beside the text that they were read from."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from jobsite.views.errors import gone
from postings.models import Posting
from postings.selectors import posting_page
from postings.selectors.addresses import posting_slug, posting_url
from postings.vocabulary import PostingState

UNSEEN = (PostingState.DRAFT, PostingState.TRASHED)


@require_safe
def show(request: HttpRequest, public_id: str, slug: str = "") -> HttpResponse:
    """Drafts do not exist for readers, archived postings say since when, old addresses lead to the new."""
    posting = (
        Posting.objects.select_related("company", "run", "merged_into").filter(public_id=public_id).first()
    )
    if posting is None or posting.state in UNSEEN:
        if posting and request.user.is_staff:
            return redirect("admin:postings_posting_change", posting.pk)
        raise Http404
    if posting.merged_into:
        kept = posting.merged_into
        return redirect(posting_url(kept.public_id, kept.title), permanent=True)
    if posting.archived_at:
        return gone(request, since=posting.archived_at.date())
    if slug != posting_slug(posting.title):
        return redirect(posting_url(posting.public_id, posting.title), permanent=True)
    return render(request, "postings/posting.html", {"posting": posting_page(posting)})
