"""Companies and skills by their names, with how many published postings each has."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest

from postings import search
from postings.api.own_parameters import AFTER_NAME, BEGINNING, FEW, LIMIT
from postings.api.parameters import asked
from postings.models import Company, Posting, PostingSkill, Skill

NAMES = (BEGINNING, LIMIT, AFTER_NAME)
PUBLISHED = Posting.objects.published()
Json = dict[str, Any]


def companies(request: HttpRequest) -> Json:
    in_use = Company.objects.filter(Exists(PUBLISHED.filter(company=OuterRef("pk"))))
    return _page(request, "company", in_use)


def skills(request: HttpRequest) -> Json:
    uses = PostingSkill.objects.filter(skill=OuterRef("pk"))
    in_use = Skill.objects.filter(Exists(uses.filter(posting__in=PUBLISHED)))
    return _page(request, "skill", in_use)


def _page(request: HttpRequest, dimension: str, rows: QuerySet[Any]) -> Json:
    """Names go by their slugs, so that a slug is a place among them: `next` is the last one that is shown."""
    values = asked(request, NAMES).values
    if "q" in values:
        rows = rows.filter(name__istartswith=values["q"])
    if "after" in values:
        rows = rows.filter(slug__gt=values["after"])
    limit = values.get("limit", FEW)
    found = list(rows.order_by("slug").values_list("pk", "name", "slug")[: limit + 1])
    shown = found[:limit]
    counts = search.published_with(dimension, [pk for pk, _, _ in shown])
    return {
        "items": [{"name": name, "slug": slug, "postings": counts[pk]} for pk, name, slug in shown],
        "next": shown[-1][2] if len(found) > limit else None,
    }
