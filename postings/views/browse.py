"""The library: filters, results and the choice of what to compare, all in the address."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from postings import search
from postings.filters import PostingFilterSet, TermFilter
from postings.query import Cursor
from postings.selectors import cards
from postings.views.tray import tray_of

PAGE_SIZE = 25


@require_safe
def browse(request: HttpRequest) -> HttpResponse:
    filters = PostingFilterSet(request.GET)
    plan = filters.plan
    cursors, lost = _cursors(request)
    results = search.run(plan, limit=PAGE_SIZE, **cursors)
    tray = tray_of(request)
    shown = cards(results.ids, now=timezone.now(), chosen=tray.ids)
    context = {
        "filters": filters,
        "total": results.total,
        "filters_set": sum(len(one.values) for one in filters.applied()),
        "cards": shown,
        "lost": lost,
        "facets": _facets(
            filters, search.facets(plan, [one.field_name for one in filters.facets().values()]), tray.ids
        ),
        "chips": _chips(filters, tray.ids),
        "clear_url": _address(filters, tray.ids, **dict.fromkeys(filters.filters)),
        "previous_url": results.previous and _address(filters, tray.ids, before=str(results.previous)),
        "next_url": results.next and _address(filters, tray.ids, after=str(results.next)),
        "tray": tray.shown_with(shown, filters),
        "canonical_url": request.build_absolute_uri(_address(filters, ())),
    }
    return render(request, "postings/browse.html", context)


def _cursors(request: HttpRequest) -> tuple[dict[str, Cursor], str]:
    """Return where this page begins; an address that was cut short begins at page one, and says so."""
    for key in ("after", "before"):
        if given := request.GET.get(key):
            try:
                return {key: Cursor.parse(given)}, ""
            except ValueError:
                return {}, "That place in the results is not known any more, so these are the first ones."
    return {}, ""


def _address(filters: PostingFilterSet, chosen: Any, **changes: Any) -> str:
    query = filters.canonical(p=list(chosen), **changes)
    return f"{reverse('home')}?{query}" if query else reverse("home")


def _facets(filters: PostingFilterSet, counts: search.FacetCounts, chosen: Any) -> list[dict[str, Any]]:
    applied = {one.key: one.values for one in filters.applied()}
    return [
        {
            "key": key,
            "label": definition.label,
            "values": _values(definition, counts[definition.field_name], applied.get(key, [])),
            "clear_url": key in applied and _address(filters, chosen, **{key: None}),
            "errors": filters.form.errors.get(key, []),
        }
        for key, definition in filters.facets().items()
    ]


def _values(definition: TermFilter, counts: dict[str, int], selected: list[str]) -> list[dict[str, Any]]:
    return [
        {
            "value": term.value,
            "label": term.label,
            "count": counts.get(term, 0),
            "selected": term.value in selected,
        }
        for term in definition.terms
    ]


def _chips(filters: PostingFilterSet, chosen: Any) -> list[dict[str, str]]:
    return [
        {
            "label": one.filter.label,
            "value": one.filter.says(value),
            "url": _address(filters, chosen, **{one.key: [other for other in one.values if other != value]}),
        }
        for one in filters.applied()
        for value in one.values
    ]
