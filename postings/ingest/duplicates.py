"""Postings that are nearly the same: found whenever somebody looks, and made one only by a person.

Nothing is decided here: equal titles mean nothing, and even equal texts may be two jobs.
"""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone

from postings.compare import likeness, shingles_of
from postings.facts_json import facts_from_json
from postings.ingest import clock
from postings.ingest.drafts import draft_of
from postings.ingest.history import recorded
from postings.ingest.publishing import locked, settle_document
from postings.ingest.refusal import Refused
from postings.models import Document, Fingerprint, NotTheSame, Posting, PostingRevision
from postings.vocabulary import DocumentState, PostingState

ALIKE = 0.8  # of all runs of words; a template that two employers fill in stays far below
MOST_LOOKED_AT = 50  # candidates
MOST_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Alike:
    posting: Posting
    likeness: float
    same_text: bool


def alike(posting: Posting) -> list[Alike]:
    """Return the postings that are nearly this one, the most alike first, but for those told apart."""
    known = Fingerprint.objects.filter(posting=posting).first()
    if known is None:
        return []
    same = Q(fingerprint__text_key=known.text_key) | Q(fingerprint__bands__overlap=known.bands)
    revisions = PostingRevision.objects.filter(posting=OuterRef("pk")).order_by("-number")
    candidates = (
        Posting.objects.filter(same, merged_into=None)
        .exclude(pk__in=[posting.pk, *_told_apart(posting)])
        .exclude(state=PostingState.TRASHED)
        .annotate(last_published=Subquery(revisions.values("facts")[:1]))
        .select_related("fingerprint", "document")
        .order_by("pk")[:MOST_LOOKED_AT]
    )
    mine = shingles_of(draft_of(posting))
    found = []
    for candidate in candidates:
        same_text = bytes(candidate.fingerprint.text_key) == bytes(known.text_key)
        share = 1.0 if same_text else likeness(mine, _shingles_of(candidate))
        if share >= ALIKE:
            found.append(Alike(candidate, share, same_text))
    return sorted(found, key=lambda one: -one.likeness)[:MOST_SHOWN]


def _shingles_of(candidate: Any) -> frozenset[str]:
    """Return those of its draft, or of what it was last published with."""
    try:
        return shingles_of(facts_from_json(candidate.draft or candidate.last_published))
    except (ValueError, TypeError):  # a draft of another version of the site is like nothing
        return frozenset()


def _told_apart(posting: Posting) -> list[int]:
    pairs = NotTheSame.objects.filter(Q(one=posting) | Q(other=posting)).values_list("one_id", "other_id")
    return [one if other == posting.pk else other for one, other in pairs]


def tell_apart(*, one: Posting, other: Posting, by: User | None = None) -> None:
    """Say that two postings are two, so that nobody is asked again."""
    first, second = sorted((one, other), key=lambda posting: posting.pk)
    NotTheSame.objects.get_or_create(one=first, other=second, defaults={"by": by})


def merge_postings(
    *, keep: Posting, gone: Posting, expected_revision: int, by: User | None = None, reason: str = ""
) -> Posting:
    """Make one posting of two: the address of the one that goes leads to the one that stays."""
    if keep.pk == gone.pk:
        raise Refused("These are one and the same posting already.")
    with transaction.atomic(), recorded(by=by, reason=reason or f"merged into “{keep}”"):
        keep = Posting.objects.select_for_update().get(pk=keep.pk)
        gone = locked(gone, expected_revision)
        if keep.state == PostingState.TRASHED:
            raise Refused(f"“{keep}” is in the trash. Take it out of there first.")
        if keep.merged_into_id:
            raise Refused(f"“{keep}” was itself merged into another. Merge with that one.")
        was_live = gone.state == PostingState.PUBLISHED
        gone.state = PostingState.ARCHIVED
        gone.archived_at = gone.archived_at or timezone.now()
        gone.merged_into = keep
        gone.save(update_fields=("state", "archived_at", "merged_into"))
        Posting.objects.filter(merged_into=gone).update(merged_into=keep)
        settle_document(gone.document_id)
        if not Posting.objects.filter(document_id=gone.document_id, merged_into=None).exists():
            duplicates = Document.objects.filter(pk=gone.document_id).exclude(pk=keep.document_id)
            duplicates.update(state=DocumentState.DUPLICATE, duplicate_of=keep.document_id)
        if was_live:
            clock.advance(ended=[gone.pk])
    return keep
