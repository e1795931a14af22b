"""Two to six postings side by side, as values: facts, skills, and requirements aligned by what they mean."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest

from postings.api.faults import Problem, error
from postings.api.own_parameters import PINS
from postings.api.parameters import asked
from postings.compare.align import Alignment, Row, align
from postings.facts import PostingFacts
from postings.models import Posting
from postings.selectors.addresses import posting_url
from postings.selectors.comparison import Pinned, published
from postings.selectors.fact_words import facts_in_words

COMPARE = (PINS,)
Json = dict[str, Any]


def compare(request: HttpRequest) -> Json:
    pins: list[Pinned] = asked(request, COMPARE).values["p"]
    found = published(pins)
    if missing := [error("p", f"Nothing is published as {pin}.") for pin in pins if pin not in found]:
        raise Problem(404, "Not all of these postings are here.", errors=missing)
    facts = [found[pin][1] for pin in pins]
    return {
        "columns": [_column(request, pin, found[pin][0]) for pin in pins],
        "facts": _fact_rows(facts),
        "skills": _skill_rows(facts),
        "asks": _asks(align([one.items for one in facts])),
    }


def _column(request: HttpRequest, pin: Pinned, posting: Posting) -> Json:
    company = posting.company.name if posting.company else posting.organization
    return {
        "id": posting.public_id,
        "revision": posting.revision if pin.revision is None else pin.revision,
        "title": posting.title,
        "company": company or None,
        "url": request.build_absolute_uri(posting_url(posting.public_id, posting.title)),
    }


def _fact_rows(facts: Sequence[PostingFacts]) -> list[Json]:
    rows = []
    for same_field in zip(*map(facts_in_words, facts), strict=True):
        field, label, _ = same_field[0]
        values = [[one.text for one in words if one.text] or None for _, _, words in same_field]
        if any(values):
            rows.append({"field": field, "label": label, "values": values})
    return rows


def _skill_rows(facts: Sequence[PostingFacts]) -> list[Json]:
    """Skills that most of the postings name come first."""
    uses = [{use.slug: use for use in one.skills} for one in facts]
    names = {slug: use.name for each in uses for slug, use in each.items()}
    order = sorted(names, key=lambda slug: (-sum(slug in each for each in uses), names[slug].casefold()))
    return [
        {
            "name": names[slug],
            "slug": slug,
            "strengths": [each[slug].strength.value if slug in each else None for each in uses],
        }
        for slug in order
    ]


def _asks(alignment: Alignment) -> list[list[Json | None]]:
    related = {(link.earlier, link.later): link.related for link in alignment.links}
    return [_cells(row, alignment, related) for row in alignment.rows]


def _cells(row: Row, alignment: Alignment, related: dict[Any, Any]) -> list[Json | None]:
    cells: list[Json | None] = [None] * len(alignment.asks)
    first, *_ = members = sorted(row.members.items())
    for member in members:
        posting, place = member
        ask, (relation, why) = alignment.asks[posting][place], related.get((first, member), (None, ""))
        cells[posting] = {
            "section": ask.section.value,
            "text": ask.text,
            "relation": relation and relation.value,
            "why": why,
        }
    return cells
