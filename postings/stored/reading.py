"""The rows of a posting, read back as the facts that they are."""

from typing import Any

from django.db.models import Manager

from postings.facts import Location, Pay, PostingFacts
from postings.models import PayBand, Posting, PostingPlace
from postings.stored.rows import (
    EvidenceRow,
    FactRows,
    FindingRow,
    RequirementRow,
    SkillRow,
    facts_from_rows,
)
from postings.vocabulary import Basis, Period


def facts_of(posting: Posting) -> PostingFacts:
    """Return what the posting was last published with; six queries, however many facts there are."""
    skills = posting.skills.values_list(
        "position", "skill__slug", "skill__name", "strength", "spans", "items"
    )
    return facts_from_rows(
        FactRows(
            columns={
                field.attname: getattr(posting, field.attname) for field in posting._meta.concrete_fields
            },
            evidence=_rows(posting.evidence, EvidenceRow),
            places=[(row.position, location_of(row)) for row in posting.places.select_related("place")],
            pay=[(row.position, pay_of(row)) for row in posting.pay.all()],
            requirements=_rows(posting.requirements, RequirementRow),
            skills=[SkillRow(*values) for values in skills],
            findings=_rows(posting.findings, FindingRow),
        )
    )


def _rows(manager: Manager[Any], kind: Any) -> list[Any]:
    return [kind(*values) for values in manager.values_list(*kind._fields)]


def location_of(row: PostingPlace) -> Location:
    if row.place is None:
        return Location(row.text)
    return Location(row.text, row.place.city, row.place.region, row.place.country)


def pay_of(row: PayBand) -> Pay:
    return Pay(row.min, row.max, row.currency, Period(row.period), Basis(row.basis), row.open_top, row.scope)
