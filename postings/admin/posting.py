"""Postings: the list, and the page on which one is reviewed, published and taken back."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime

from postings.admin.badges import badge, posting_badge
from postings.admin.duplicates import DuplicatePage
from postings.admin.history import HistoryPage
from postings.admin.pages import person
from postings.admin.posting_actions import (
    archive_chosen,
    assign_to_me,
    assign_to_nobody,
    discard_chosen,
    publish_chosen,
)
from postings.admin.posting_filters import FindingFilter, ReviewerFilter
from postings.admin.review import ReviewPage, next_to_review
from postings.admin.verbs import PUBLISH, VERBS, Verb, verbs_for
from postings.ingest import Refused, alike, draft_of
from postings.models import Posting
from postings.selectors import shown_facts
from postings.selectors.addresses import posting_url
from postings.vocabulary import PostingState


@admin.register(Posting)
class PostingAdmin(HistoryPage, ReviewPage, DuplicatePage):
    list_display = (
        *("title_or_id", "employer", "state_in_words", "kind", "level", "revision", "published_on"),
        "on_the_desk_of",
    )
    list_filter = (
        "state",
        FindingFilter,
        ReviewerFilter,
        "kind",
        "level",
        "family",
        ("document__batch", admin.RelatedOnlyFieldListFilter),
    )
    search_fields = ("title", "organization")
    search_help_text = "Title or organization"
    ordering = ("-id",)
    actions = (publish_chosen, archive_chosen, discard_chosen, assign_to_me, assign_to_nobody)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Posting]:
        has_draft = ExpressionWrapper(Q(draft__isnull=False), output_field=BooleanField())
        rows: QuerySet[Posting] = super().get_queryset(request).annotate(has_draft=has_draft)
        return rows.select_related("company", "document", "reviewer").defer("draft", "document__sha256")

    def get_urls(self) -> list[URLPattern]:
        act = self.admin_site.admin_view(self.act_view)
        duplicate = self.admin_site.admin_view(self.alike_view)
        edit = self.admin_site.admin_view(self.edit_view)
        return [
            path("<int:pk>/act/", act, name="postings_posting_act"),
            path("<int:pk>/edit/", edit, name="postings_posting_edit"),
            path("<int:pk>/alike/<int:other_pk>/", duplicate, name="postings_posting_alike"),
            *super().get_urls(),
        ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # postings come from documents

    def has_delete_permission(self, request: HttpRequest, obj: Posting | None = None) -> bool:
        return False  # they are archived, or erased with their document

    @admin.display(description="title", ordering="title")
    def title_or_id(self, posting: Posting) -> str:
        return str(posting)

    @admin.display(description="company", ordering="organization")
    def employer(self, posting: Posting) -> str:
        return str(posting.company or posting.organization or "–")

    @admin.display(description="state", ordering="state")
    def state_in_words(self, posting: Any) -> SafeString:
        shown = posting_badge(posting.state)
        if posting.has_draft and posting.state != PostingState.DRAFT:
            return format_html("{} {}", shown, badge("Has a draft", "warning"))
        return shown

    @admin.display(description="reviewer", ordering="reviewer__username")
    def on_the_desk_of(self, posting: Posting) -> str:
        return str(posting.reviewer or "–")

    @admin.display(description="published", ordering="published_at")
    def published_on(self, posting: Posting) -> str:
        return date_format(localtime(posting.published_at), "j M Y") if posting.published_at else "–"

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Show the draft beside its text, or what is published where there is none."""
        posting = self.found(request, object_id)
        try:
            facts = draft_of(posting)
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect("admin:postings_document_change", posting.document_id)
        return self.page(
            request,
            "review.html",
            title=str(posting),
            posting=posting,
            badge=posting_badge(posting.state),
            public_url=posting_url(posting.public_id, posting.title),
            verbs=verbs_for(posting) if self.has_publish_permission(request) else [],
            may_edit=self.has_change_permission(request, posting),
            alike=alike(posting) if posting.merged_into_id is None else [],
            publishes=PUBLISH in verbs_for(posting),
            review=shown_facts(facts, posting.review_run.text),
        )

    def act_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Do to a posting what the pressed button says, if it still is as its page showed it."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        posting = self.found(request, pk)
        if not self.has_publish_permission(request):
            raise PermissionDenied
        verb = VERBS.get(request.POST.get("verb", ""))
        seen = request.POST.get("expected_revision", "")
        if verb is None or not (seen.isascii() and seen.isdigit() and len(seen) < 10):
            messages.error(request, "That button is not known here. Reload the page and try again.")
            return redirect("admin:postings_posting_change", pk)
        reason = request.POST.get("reason", "").replace("\0", "").strip()
        try:
            posting = verb.do(posting=posting, expected_revision=int(seen), by=person(request), reason=reason)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _done(verb, posting, person(request)))
        return redirect("admin:postings_posting_change", pk)


def _done(verb: Verb, posting: Posting, by: User) -> SafeString:
    said = [format_html("“{}” {}.", posting, verb.done)]
    if posting.state == PostingState.PUBLISHED:
        address = posting_url(posting.public_id, posting.title)
        said.append(format_html('<a href="{}">Open its page</a>.', address))
    if verb is PUBLISH:
        if following := next_to_review(posting, by):
            address = reverse("admin:postings_posting_change", args=[following.pk])
            said.append(format_html('Next to review: <a href="{}">{}</a>.', address, following))
        else:
            said.append(SafeString("Nothing else waits for review."))
    return SafeString(" ".join(said))
