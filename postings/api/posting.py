"""One posting: its facts with their evidence, as its page and its JSON beside the page have them."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from jobsite.views.problems import problem
from postings.api.faults import Problem
from postings.api.parameters import asked
from postings.selectors.posting_record import posting_records
from postings.views.posting import UNSEEN, posting_with

NOBODY = "No posting has this id."


def posting(request: HttpRequest, id: str) -> dict[str, Any] | HttpResponse:
    """Drafts do not exist, an archived posting says since when, a merged one leads to what was kept."""
    asked(request, ())
    found = posting_with(id) if id.isascii() and id.isalnum() else None
    if found is None or found.state in UNSEEN:
        raise Problem(404, NOBODY)
    if found.merged_into:
        return _moved(found.merged_into.public_id)
    if found.archived_at:
        since = found.archived_at.date()
        raise Problem(410, f"This posting was archived on {since:%d %B %Y}.", since=since.isoformat())
    (record,) = posting_records([found], request.build_absolute_uri("/").rstrip("/"))
    return record


def _moved(public_id: str) -> HttpResponse:
    response = problem(301, f"This posting was merged into {public_id}.")
    response["Location"] = reverse("api:posting", args=[public_id])
    return response
