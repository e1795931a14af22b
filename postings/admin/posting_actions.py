"""Many postings at once: each is its own act, so that one that is refused holds no other up."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from postings.admin.pages import person
from postings.ingest import Refused, archive, assign, discard, publish_draft
from postings.models import Posting

MOST_NAMED = 20  # refusals that are spelled out; the others are counted


@admin.action(description="Publish the drafts of the chosen postings", permissions=["publish"])
def publish_chosen(modeladmin: Any, request: HttpRequest, chosen: QuerySet[Posting]) -> None:
    _each(request, chosen, publish_draft, "published")


@admin.action(description="Archive the chosen postings", permissions=["publish"])
def archive_chosen(modeladmin: Any, request: HttpRequest, chosen: QuerySet[Posting]) -> None:
    _each(request, chosen, archive, "archived")


@admin.action(description="Put the chosen drafts into the trash", permissions=["publish"])
def discard_chosen(modeladmin: Any, request: HttpRequest, chosen: QuerySet[Posting]) -> None:
    _each(request, chosen, discard, "in the trash")


@admin.action(description="Put the chosen postings on my desk", permissions=["change"])
def assign_to_me(modeladmin: Any, request: HttpRequest, chosen: QuerySet[Posting]) -> None:
    count = assign(postings=chosen.values_list("pk", flat=True), to=person(request))
    messages.success(request, f"{count} posting{'s are' if count != 1 else ' is'} yours to review.")


@admin.action(description="Take the chosen postings off everybody's desk", permissions=["change"])
def assign_to_nobody(modeladmin: Any, request: HttpRequest, chosen: QuerySet[Posting]) -> None:
    count = assign(postings=chosen.values_list("pk", flat=True), to=None)
    messages.success(request, f"{count} posting{'s are' if count != 1 else ' is'} free to review.")


def _each(request: HttpRequest, chosen: QuerySet[Posting], act: Callable[..., Posting], done: str) -> None:
    count, refusals = 0, []
    for pk in list(chosen.order_by("pk").values_list("pk", flat=True)):
        posting = Posting.objects.get(pk=pk)
        try:
            act(posting=posting, expected_revision=posting.revision, by=person(request))
            count += 1
        except Refused as refusal:
            refusals.append((posting, refusal))
    if count:
        messages.success(request, f"{count} posting{'s are' if count > 1 else ' is'} {done}.")
    for posting, why in refusals[:MOST_NAMED]:
        address = reverse("admin:postings_posting_change", args=[posting.pk])
        named = format_html('<a href="{}">{}</a>', address, posting)
        messages.error(request, format_html("Not {}: {}. {}", done, named, why))
    if len(refusals) > MOST_NAMED:
        messages.error(request, f"{len(refusals) - MOST_NAMED} more could not be {done}.")
