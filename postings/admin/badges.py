"""States as badges: the words say it all, the tone only repeats them."""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from postings.vocabulary import DocumentState, PostingState

TONES = {
    DocumentState.QUEUED: "info",
    DocumentState.READING: "info",
    DocumentState.UNPACKED: "",
    DocumentState.NEEDS_COLUMNS: "warning",
    DocumentState.NEEDS_REVIEW: "warning",
    DocumentState.PUBLISHED: "success",
    DocumentState.DUPLICATE: "",
    DocumentState.REJECTED: "error",
    DocumentState.FAILED: "error",
}
POSTING_TONES = {
    PostingState.DRAFT: "warning",
    PostingState.PUBLISHED: "success",
    PostingState.ARCHIVED: "",
    PostingState.TRASHED: "",
}


def badge(text: str, tone: str = "") -> SafeString:
    return render_to_string("_components/badge.html", {"text": text, "tone": tone})


def document_badge(state: str) -> SafeString:
    known = DocumentState(state)
    return badge(known.label, TONES[known])


def posting_badge(state: str) -> SafeString:
    known = PostingState(state)
    return badge(known.label, POSTING_TONES[known])
