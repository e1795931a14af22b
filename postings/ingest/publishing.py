"""Facts become what everybody sees, in one transaction that ends with the index clock."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import DataError, IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from postings.facts import Pay, PostingFacts
from postings.facts_json import facts_to_json
from postings.ingest import clock
from postings.ingest.history import recorded
from postings.ingest.lookups import company_ids_for, place_ids_for, skill_ids_for
from postings.ingest.refusal import FactsRefused, StaleRevision
from postings.ingest.validity import check_publishable
from postings.models import (
    Document,
    Evidence,
    Finding,
    PayBand,
    Posting,
    PostingPlace,
    PostingSkill,
    Requirement,
)
from postings.stored import SkillRow, rows_from_facts
from postings.vocabulary import DocumentState, PostingState, State, Strength

PAY_COLUMNS = ("min", "max", "open_top", "currency", "period", "basis", "scope")


def publish(
    *,
    posting: Posting,
    facts: PostingFacts,
    expected_revision: int,
    by: User | None = None,
    reason: str = "",
    at: datetime | None = None,
) -> Posting:
    """Make these the facts of the posting, as its next revision, and show them to everybody.

    Refuses facts that cannot be true (FactsRefused, with the field) and a posting that somebody else has
    published since `expected_revision` (StaleRevision). Refused means that nothing has changed.
    """
    at = at or timezone.now()
    try:
        with transaction.atomic(), recorded(by=by, reason=reason):
            posting = locked(posting, expected_revision)
            posting.run, posting.draft_run = posting.review_run, None
            check_publishable(facts, posting.run.text)
            write_facts(posting, facts, by)
            posting.state = PostingState.PUBLISHED
            posting.revision += 1
            posting.draft = None
            posting.archived_at = None
            posting.published_at = at
            posting.first_published_at = posting.first_published_at or at
            posting.save()
            posting.revisions.create(
                number=posting.revision,
                run=posting.run,
                facts=facts_to_json(facts),
                by=by,
                at=at,
                reason=reason,
            )
            settle_document(posting.document_id)
            clock.advance(own=[posting.pk])
    except (IntegrityError, DataError) as fault:
        raise FactsRefused("facts", _broken_rule(fault)) from fault
    return posting


def locked(posting: Posting, expected_revision: int) -> Posting:
    """Return the posting as it is now, and keep others from changing it until this transaction ends."""
    current = (
        Posting.objects.select_for_update(of=("self",)).select_related("run", "draft_run").get(pk=posting.pk)
    )
    if current.revision != expected_revision:
        raise StaleRevision(expected=expected_revision, current=current.revision)
    return current


def write_facts(posting: Posting, facts: PostingFacts, by: User | None) -> None:
    """Replace the rows of the posting by those of the facts; its own columns are set but not saved."""
    rows = rows_from_facts(facts)
    for column, value in rows.columns.items():
        setattr(posting, column, value)
    posting.company_id = company_ids_for([posting.organization]).get(posting.organization)
    _write_pay(posting, rows.pay)
    for table in (Evidence, PostingPlace, Requirement, PostingSkill, Finding):
        table.objects.filter(posting=posting).delete()
    places = place_ids_for(place for _, place in rows.places)
    Evidence.objects.bulk_create(
        Evidence(posting=posting, editor=by if row.state == State.EDITED else None, **row._asdict())
        for row in rows.evidence
    )
    PostingPlace.objects.bulk_create(
        PostingPlace(posting=posting, position=position, place_id=places.get(place), text=place.text)
        for position, place in rows.places
    )
    Requirement.objects.bulk_create(
        Requirement(posting=posting, **row._asdict()) for row in rows.requirements
    )
    PostingSkill.objects.bulk_create(_skills(posting, rows.skills))
    Finding.objects.bulk_create(Finding(posting=posting, **row._asdict()) for row in rows.findings)


def _write_pay(posting: Posting, bands: list[tuple[int, Pay]]) -> None:
    """Keep the bands that stay as they are, so that history shows only what has changed."""
    PayBand.objects.filter(posting=posting).exclude(position__in=[position for position, _ in bands]).delete()
    PayBand.objects.bulk_create(
        [
            PayBand(posting=posting, position=position, **{name: getattr(band, name) for name in PAY_COLUMNS})
            for position, band in bands
        ],
        update_conflicts=True,
        unique_fields=("posting", "position"),
        update_fields=PAY_COLUMNS,
    )


def _skills(posting: Posting, rows: list[SkillRow]) -> list[PostingSkill]:
    """Two slugs may have become one skill: then it is as strong as the stronger, and named by both."""
    ids = skill_ids_for(rows)
    strengths = list(Strength)
    found: dict[int, PostingSkill] = {}
    for row in rows:
        use = found.setdefault(
            ids[row.slug],
            PostingSkill(
                posting=posting, skill_id=ids[row.slug], position=row.position, strength=row.strength
            ),
        )
        use.strength = min(use.strength, row.strength, key=lambda term: strengths.index(Strength(term)))
        use.spans = [*use.spans, *row.spans]
        use.items = sorted({*use.items, *row.items})
    return list(found.values())


def settle_document(document_id: int) -> None:
    """A document is published when none of its parts waits for a decision any more."""
    drafts = Q(state=PostingState.DRAFT) | Q(state=PostingState.PUBLISHED, draft__isnull=False)
    waiting = Posting.objects.filter(drafts, document_id=document_id).exists()
    state = DocumentState.NEEDS_REVIEW if waiting else DocumentState.PUBLISHED
    Document.objects.filter(pk=document_id).exclude(state=state).update(state=state, duplicate_of=None)


def _broken_rule(fault: IntegrityError | DataError) -> str:
    """The database said no where check_publishable did not: say which of its rules it was."""
    diagnosis = getattr(fault.__cause__, "diag", None)
    rule = getattr(diagnosis, "constraint_name", None)
    return f"the database refuses them by its rule {rule}" if rule else f"the database refuses them: {fault}"
