"""Answer a Plan from the tables: exact, and quick enough for a library of some ten thousand postings.

The order is total: first published newest first, then public id. A page is found by the values at its
edge, so a posting that is published meanwhile neither repeats nor skips another.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from postings.models import Posting, PostingSkill, Requirement
from postings.query import Cursor, Plan

FacetCounts = dict[str, dict[str, int]]  # dimension → value → how many


@dataclass(frozen=True, slots=True)
class Results:
    ids: list[int]
    total: int
    previous: Cursor | None
    next: Cursor | None


def run(plan: Plan, *, limit: int, after: Cursor | None = None, before: Cursor | None = None) -> Results:
    """Return one page of the answer, with the cursors that lead to the pages beside it."""
    matches = matching(plan)
    total = matches.count()
    if before:
        nearest = matches.filter(_earlier_in_order(before)).order_by("first_published_at", "-public_id")
        rows = _rows(nearest, limit)[::-1]
        more_before, more_after = len(rows) > limit, True
        rows = rows[-limit:]
    else:
        later = matches.filter(_later_in_order(after)) if after else matches
        rows = _rows(later.order_by("-first_published_at", "public_id"), limit)
        more_before, more_after = after is not None, len(rows) > limit
        rows = rows[:limit]
    cursors = [Cursor(published_at, public_id) for _, published_at, public_id in rows]
    return Results(
        ids=[pk for pk, _, _ in rows],
        total=total,
        previous=cursors[0] if rows and more_before else None,
        next=cursors[-1] if rows and more_after else None,
    )


def facets(plan: Plan, dimensions: Iterable[str]) -> FacetCounts:
    """Count the values of each dimension with every other selection applied and its own ignored."""
    return {
        dimension: dict(
            matching(plan.without(dimension))
            .exclude(**{dimension: ""})
            .values_list(dimension)
            .annotate(Count("pk"))
            .order_by()
        )
        for dimension in dimensions
    }


def matching(plan: Plan) -> QuerySet[Posting]:
    chosen = {f"{one.dimension}__in": one.values for one in plan.selections}
    postings = Posting.objects.published().filter(kind=plan.kind, **chosen)
    for word in plan.words:
        postings = postings.filter(_names(word))
    return postings


def _names(word: str) -> Q:
    """The word stands in the title, the company's name, a skill or one of the requirements."""
    somewhere = Requirement.objects.filter(posting=OuterRef("pk"), text__icontains=word)
    skills = PostingSkill.objects.filter(posting=OuterRef("pk"), skill__name__icontains=word)
    return (
        Q(title__icontains=word)
        | Q(company__name__icontains=word)
        | Q(organization__icontains=word)
        | Exists(somewhere)
        | Exists(skills)
    )


def _rows(postings: QuerySet[Posting], limit: int) -> list[tuple[int, Any, str]]:
    return list(postings.values_list("pk", "first_published_at", "public_id")[: limit + 1])


def _later_in_order(place: Cursor) -> Q:
    return Q(first_published_at__lt=place.published_at) | Q(
        first_published_at=place.published_at, public_id__gt=place.public_id
    )


def _earlier_in_order(place: Cursor) -> Q:
    return Q(first_published_at__gt=place.published_at) | Q(
        first_published_at=place.published_at, public_id__lt=place.public_id
    )
