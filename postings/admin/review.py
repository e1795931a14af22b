"""The page on which a person puts right what was read, with the text beside the form."""

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from postings.admin.badges import posting_badge
from postings.admin.pages import OwnPages, person
from postings.admin.review_forms import ReviewForm
from postings.facts import PostingFacts
from postings.ingest import (
    Refused,
    StaleDraft,
    draft_of,
    draft_version,
    edited,
    publish_draft,
    save_draft,
    skill_slugs,
)
from postings.models import Posting, Skill
from postings.selectors import FactChange, fact_changes, shown_facts
from postings.vocabulary import DocumentState, PostingState


class ReviewPage(OwnPages):
    """`edit_view` of a posting: its draft as a form; saved, or saved and published."""

    def edit_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        posting: Posting = self.found(request, pk)
        if not self.has_change_permission(request, posting):
            raise PermissionDenied
        try:
            facts = draft_of(posting)
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect("admin:postings_document_change", posting.document_id)
        form = ReviewForm(facts, request.POST if request.method == "POST" else None)
        differences: list[FactChange] | None = None
        if request.method == "POST" and form.is_valid():
            try:
                mine = edited(facts, form.edit(skill_slugs(form.new_skills)), posting.review_run.text)
                return self._saved(request, posting, mine)
            except StaleDraft as refusal:
                messages.warning(request, str(refusal))
                differences = fact_changes(facts, mine)
            except Refused as refusal:
                messages.error(request, str(refusal))
        return self.page(
            request,
            "edit.html",
            title=f"Review {posting}",
            original=posting,
            posting=posting,
            badge=posting_badge(posting.state),
            form=form,
            review=shown_facts(facts, posting.review_run.text),
            version=draft_version(posting),
            differences=differences,
            may_publish=self.has_publish_permission(request),
            skills=Skill.objects.values_list("name", flat=True),
        )

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("postings.publish_posting")

    def _saved(self, request: HttpRequest, posting: Posting, facts: PostingFacts) -> HttpResponse:
        """Keep the edit and, if the button says so, publish it; whichever it is, lead on."""
        publishes = "publish" in request.POST
        if publishes and not self.has_publish_permission(request):
            raise PermissionDenied
        posting = save_draft(
            posting=posting,
            facts=facts,
            expected_revision=posting.revision,
            expected_draft=request.POST.get("version", ""),
            by=person(request),
        )
        if not publishes:
            messages.success(request, f"The draft of “{posting}” is saved.")
            return redirect("admin:postings_posting_change", posting.pk)
        reason = request.POST.get("reason", "").replace("\0", "").strip()
        try:
            posting = publish_draft(
                posting=posting, expected_revision=posting.revision, by=person(request), reason=reason
            )
        except Refused as refusal:
            messages.error(request, f"The draft is saved, but not published. {refusal}")
            return redirect("admin:postings_posting_edit", posting.pk)
        messages.success(request, f"“{posting}” is published.")
        following = next_to_review(posting, person(request))
        if following is None:
            return redirect("admin:postings_posting_change", posting.pk)
        return redirect("admin:postings_posting_edit", following.pk)


def next_to_review(posting: Posting, by: User) -> Posting | None:
    """Return the draft after this one that is on nobody else's desk, or the first one again."""
    drafts = (
        Posting.objects.filter(document__state=DocumentState.NEEDS_REVIEW, state=PostingState.DRAFT)
        .filter(Q(reviewer=None) | Q(reviewer=by))
        .only("public_id", "title")
        .order_by("pk")
    )
    return drafts.filter(pk__gt=posting.pk).first() or drafts.first()
