"""What a reading found, before anybody has agreed to it."""

import hashlib
import json
import secrets
from collections.abc import Sequence

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from postings.facts import PostingFacts
from postings.facts_json import facts_from_json, facts_to_json
from postings.ingest.fingerprints import keep_fingerprints
from postings.ingest.history import recorded
from postings.ingest.publishing import locked
from postings.ingest.refusal import Refused, StaleDraft
from postings.models import Document, ParseRun, Posting
from postings.stored import facts_of
from postings.vocabulary import DocumentState, PostingState

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # nothing that is mistaken for something else when read aloud
ID_LENGTH = 10  # 31 to the 10th: a stranger who tries a thousand a second meets one in a million in years


def new_public_id() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(ID_LENGTH))


@transaction.atomic
def store_reading(
    *,
    document: Document,
    text: str,
    readings: Sequence[PostingFacts],
    parser_version: str,
    repairs: Sequence[str] = (),
    media_type: str = "",
    milliseconds: int = 0,
) -> list[Posting]:
    """Keep one reading of a document, and make a draft of each job description in it."""
    run = ParseRun.objects.create(
        document=document,
        parser_version=parser_version,
        text=text,
        facts=[facts_to_json(facts) for facts in readings],
        repairs=list(repairs),
        milliseconds=milliseconds,
    )
    document.state = DocumentState.NEEDS_REVIEW
    document.media_type = media_type
    document.reason = ""
    document.lease = None
    document.ended_at = timezone.now()
    document.save(update_fields=("state", "media_type", "reason", "lease", "ended_at"))
    return new_drafts(document, run, readings)


def new_drafts(document: Document, run: ParseRun, readings: Sequence[PostingFacts]) -> list[Posting]:
    """Make a draft of each job description that a reading found."""
    drafts = Posting.objects.bulk_create(
        Posting(
            public_id=new_public_id(),
            kind=facts.kind,
            state=PostingState.DRAFT,
            document=document,
            run=run,
            part=facts.part,
            title=_working_title(facts),
            draft=facts_to_json(facts),
        )
        for facts in readings
    )
    keep_fingerprints(drafts, readings, run.text)
    return drafts


def draft_of(posting: Posting) -> PostingFacts:
    """Return the facts under review: the draft if there is one, else what is published."""
    if posting.draft is None:
        return facts_of(posting)
    try:
        return facts_from_json(posting.draft)
    except ValueError as fault:
        raise Refused(
            f"This draft is of another version of Jobsite and is kept as it is: {fault}."
        ) from fault


def draft_version(posting: Posting) -> str:
    """Return what tells whether a draft is still the one that somebody saw."""
    told = json.dumps([posting.revision, posting.draft], sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def save_draft(
    *,
    posting: Posting,
    facts: PostingFacts,
    expected_revision: int,
    expected_draft: str = "",
    by: User | None = None,
) -> Posting:
    """Keep what review has made of a posting, without showing it to anybody yet.

    With `expected_draft`, the version that was seen, another's changes in the meantime are not written over.
    """
    with transaction.atomic(), recorded(by=by, reason="draft"):
        posting = locked(posting, expected_revision)
        if expected_draft and expected_draft != draft_version(posting):
            raise StaleDraft
        posting.draft = facts_to_json(facts)
        if not posting.revision:
            posting.title = _working_title(facts)
        posting.save(update_fields=("draft", "title"))
    return posting


def _working_title(facts: PostingFacts) -> str:
    """Return a title for the lists of people who review; what is published comes from the facts."""
    return (facts.title.value or "")[:300] if facts.title else ""
