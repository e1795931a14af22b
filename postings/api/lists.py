"""The list of postings, the list of role guides, and the counts of every filter beside them."""

from typing import Any

from django.http import HttpRequest

from postings import search
from postings.api.faults import BadParameters, error
from postings.api.items import items
from postings.api.own_parameters import AFTER, BEFORE, FEW, LIMIT, MOST_COUNTED, lost_place
from postings.api.parameters import FILTERS, Asked, asked
from postings.selectors.facet_lists import facet_values

LIST = (*FILTERS, LIMIT, AFTER, BEFORE)
GUIDES = tuple(one for one in LIST if one.name != "kind")
FACETS = (*(one for one in FILTERS if one.name != "sort"), MOST_COUNTED)
COUNTED = 20
Json = dict[str, Any]


def postings(request: HttpRequest) -> Json:
    return _page(request, asked(request, LIST))


def guides(request: HttpRequest) -> Json:
    return _page(request, asked(request, GUIDES, kind="guide"))


def _page(request: HttpRequest, question: Asked) -> Json:
    filters, values = question.filters, question.values
    after, before = values.get("after"), values.get("before")
    answer = search.run(filters.plan, limit=values.get("limit", FEW), after=after, before=before)
    results = answer.results
    if results.lost:
        name = "after" if after else "before"
        raise BadParameters([error(name, lost_place(str(after or before)))])
    words = filters.understood.words
    return {
        "total": results.total,
        "items": items(request, results.ids, words, answer.moment),
        "next": results.next and str(results.next),
        "previous": results.previous and str(results.previous),
        "nearly": items(request, results.nearly, words, answer.moment),
        "rescued": dict(results.rescued),
        "notes": question.notes,
    }


def facets(request: HttpRequest) -> Json:
    """Return each value with how many postings have it: all other filters apply, its own does not."""
    question = asked(request, FACETS)
    filters, most = question.filters, question.values.get("limit", COUNTED)
    answer = search.run(
        filters.plan,
        limit=1,
        most={one.dimension: most for one in filters.filters.values()},
        since=filters.filters["posted"].begins(filters.today),
    )
    return {
        "total": answer.results.total,
        "facets": {
            key: [
                {"value": one.value, "label": one.label, "count": one.count, "chosen": one.selected}
                for one in values
            ]
            for key, values in facet_values(answer, filters).items()
        },
        "pay": {
            "currency": answer.pay.currency,
            "currencies": answer.pay.currencies,
            "width": answer.pay.histogram.width,
            "counts": list(answer.pay.histogram.counts),
        },
        "notes": question.notes,
    }
