"""One posting: its facts beside the text that they were read from; the same facts as JSON and Markdown."""

import json
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from jobsite.views.errors import gone
from postings.models import Posting
from postings.selectors import posting_page
from postings.selectors.addresses import posting_slug, posting_url
from postings.selectors.posting_record import posting_records
from postings.selectors.posting_text import as_markdown
from postings.stored import facts_of
from postings.views.freshness import kept_for_visitors
from postings.views.saved import shortlist_menu
from postings.vocabulary import PostingState

UNSEEN = (PostingState.DRAFT, PostingState.TRASHED)
# What ends a script element or begins a comment in it, wherever it stands in JSON.
HARMLESS = str.maketrans({"<": "\\u003C", ">": "\\u003E", "&": "\\u0026"})


@require_safe
@kept_for_visitors
def show(request: HttpRequest, public_id: str, slug: str = "") -> HttpResponse:
    """Drafts do not exist for readers, archived postings say since when, old addresses lead to the new."""
    posting = posting_with(public_id)
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
    url = request.build_absolute_uri(posting_url(posting.public_id, posting.title))
    page = posting_page(posting, now=timezone.now(), url=url)
    structured = _in_a_script(page.structured) if settings.PUBLIC and not page.lacking else ""
    context = {
        "posting": page,
        "structured": structured,
        "preview": page.preview if settings.PUBLIC else None,
        "shortlists": shortlist_menu(request, [posting.public_id]),
        "url": url,
    }
    return render(request, "postings/posting.html", context)


@require_safe
def as_json(request: HttpRequest, public_id: str) -> HttpResponse:
    (record,) = posting_records([_published(public_id)], request.build_absolute_uri("/").rstrip("/"))
    return JsonResponse(record, json_dumps_params={"ensure_ascii": False})


@require_safe
def as_text(request: HttpRequest, public_id: str) -> HttpResponse:
    posting = _published(public_id)
    url = request.build_absolute_uri(posting_url(posting.public_id, posting.title))
    return HttpResponse(as_markdown(facts_of(posting), url), content_type="text/markdown; charset=utf-8")


def posting_with(public_id: str) -> Posting | None:
    related = Posting.objects.select_related("company", "run")
    unread = ("draft", "run__facts")  # may be long, and nobody here looks into them
    return related.defer(*unread).filter(public_id=public_id).first()


def _published(public_id: str) -> Posting:
    posting = posting_with(public_id)
    if posting is None or posting.state != PostingState.PUBLISHED or posting.merged_into:
        raise Http404
    return posting


def _in_a_script(value: dict[str, Any]) -> SafeString:
    """Return JSON that stands in a script element as it is: no end tag of the text can end it."""
    return mark_safe(json.dumps(value, ensure_ascii=False).translate(HARMLESS))  # noqa: S308 - see above
