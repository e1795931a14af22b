"""Postings that are nearly the same: found whenever somebody looks, and made one only by a person.

Nothing is decided here: equal titles mean nothing, and even equal texts may be two jobs.
"""

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from postings.compare import likeness, shingles_of
from postings.ingest import clock
from postings.ingest.drafts import draft_of
from postings.ingest.history import recorded
from postings.ingest.publishing import locked, settle_document
from postings.ingest.refusal import Refused
from postings.models import Document, Fingerprint, NotTheSame, Posting
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
    candidates = (
        Posting.objects.filter(same, merged_into=None)
        .exclude(pk=posting.pk)
        .exclude(pk__in=_told_apart(posting))
        .select_related("run", "fingerprint", "document")
        .order_by("pk")[:MOST_LOOKED_AT]
    )
    mine = shingles_of(draft_of(posting))
    found = []
    for candidate in candidates:
        same_text = bytes(candidate.fingerprint.text_key) == bytes(known.text_key)
        share = 1.0 if same_text else likeness(mine, shingles_of(draft_of(candidate)))
        if share >= ALIKE:
            found.append(Alike(candidate, share, same_text))
    return sorted(found, key=lambda one: -one.likeness)[:MOST_SHOWN]


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
