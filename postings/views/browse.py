"""The library: filters, results and the choice of what to compare, all in the address."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from postings import search
from postings.filters import Filter, PostingFilterSet
from postings.filters.ranges import PayFilter
from postings.query import Cursor, Fault, Order, offers_in
from postings.selectors import Market, Opened, cards, facet_lists, pay_chart, rows_to_count
from postings.selectors.facet_lists import MANY
from postings.views.freshness import kept_while_fresh
from postings.views.tray import Tray, tray_of

PAGE_SIZE = 25
LOST = "That place in the results is not known any more, so these are the first ones."


@require_safe
@kept_while_fresh
def browse(request: HttpRequest) -> HttpResponse:
    filters = PostingFilterSet(request.GET, today=timezone.localdate())
    (after, before), lost = _cursors(request)
    opened = Opened(request.GET.get("more", ""), " ".join(request.GET.get("find", "").split())[:80])
    answer = search.run(
        filters.plan,
        limit=PAGE_SIZE,
        after=after,
        before=before,
        most={opened.key: MANY},
        also=rows_to_count(filters, opened),
        since=filters.filters["posted"].begins(filters.today),
    )
    results, tray = answer.results, tray_of(request)
    page = Page(filters, tray)
    show = partial(
        cards,
        now=timezone.now(),
        chosen=tray.ids,
        words=filters.understood.words,
        skills=[filters.filters["skill"].says(slug) for slug in filters.values("skill")],
        market=Market.of(answer.pay),
    )
    shown, nearly = show(results.ids), show(results.nearly)
    best = results.nearly_after if nearly else len(shown)
    context = {
        "filters": filters,
        "total": results.total,
        "library_is_empty": not (results.total or filters.applied or results.lost or lost),
        "filters_set": sum(len(one.values) for one in filters.applied if one.key not in {"q", "sort"}),
        "cards": shown,
        "cards_first": shown[:best],
        "nearly": nearly,
        "cards_rest": shown[best:],
        "rescued": results.rescued,
        "lost": LOST if lost or results.lost else "",
        "facets": facet_lists(answer, filters, opened),
        "clear_urls": page.clear_urls,
        "more_urls": page.more_urls,
        "pay": pay_chart(answer.pay, *pay_range(filters)),
        "sort": _first(filters.values("sort")) or Order.RELEVANCE,
        "closed": filters.values("closed"),
        "skill_chosen": filters.values("skill"),
        "skill_all": filters.values("skill_all"),
        "strength": _first(filters.values("strength")),
        "faults": filters.understood.faults,
        "said": _said(_first(filters.values("q")), filters.understood.faults),
        "chips": page.chips(answer.pay.currency),
        "offers": page.offers(),
        "clear_url": page.address(**dict.fromkeys(filters.filters)),
        "suggestions": page.suggestions(answer.pay.currency) if not results.total else [],
        "previous_url": results.previous and page.address(before=str(results.previous)),
        "next_url": results.next and page.address(after=str(results.next)),
        "tray": tray.shown_with([*shown, *nearly], filters),
        "pay_url": Page(filters, Tray([]), view="pay").address(sort=None),
        "canonical_url": request.build_absolute_uri(Page(filters, Tray([])).address()),
    }
    response = render(request, "postings/browse.html", context)
    if request.htmx.target == "results":  # type: ignore[attr-defined]  # of django_htmx
        response["HX-Push-Url"] = page.address()
    return response


def _cursors(request: HttpRequest) -> tuple[tuple[Cursor | None, Cursor | None], bool]:
    """Return what this page comes after, or before, and whether the address had that cut short."""
    after, before = request.GET.get("after"), request.GET.get("before")
    try:
        if after:
            return (Cursor.parse(after), None), False
        return (None, Cursor.parse(before) if before else None), False
    except ValueError:
        return (None, None), True


def _first(values: Sequence[str]) -> str:
    return values[0] if values else ""


def _said(text: str, faults: Sequence[Fault]) -> list[dict[str, Any]]:
    """Return the search text in parts, so that each fault is shown where it stands."""
    parts, place = [], 0
    for fault in faults:
        if fault.start >= place and fault.end > fault.start:
            parts += [(text[place : fault.start], False), (text[fault.start : fault.end], True)]
            place = fault.end
    return [{"text": part, "marked": wrong} for part, wrong in [*parts, (text[place:], False)] if part]


def pay_range(filters: PostingFilterSet) -> tuple[int | None, int | None]:
    low, high = filters.values("pay_min"), filters.values("pay_max")
    return int(low[0]) if low else None, int(high[0]) if high else None


def _said_of(definition: Filter, value: str, currency: str) -> str:
    if isinstance(definition, PayFilter):
        return definition.says_in(value, currency)
    return definition.says(value)


class Page:
    """Addresses of the same page with something added or taken away."""

    def __init__(self, filters: PostingFilterSet, tray: Tray, *, view: str = "home") -> None:
        self.filters, self.tray, self.path = filters, tray, reverse(view)

    def address(self, **changes: Any) -> str:
        query = self.filters.canonical(**{"p": self.tray.ids, **changes})
        return f"{self.path}?{query}" if query else self.path

    @property
    def clear_urls(self) -> dict[str, str]:
        return {one.key: self.address(**{one.key: None}) for one in self.filters.applied}

    @property
    def more_urls(self) -> dict[str, str]:
        """Return the page with all values of one filter: a view of it, so not part of its address."""
        query = self.filters.canonical(p=self.tray.ids)
        return {key: f"{self.path}?{query}{'&' if query else ''}more={key}" for key in self.filters.filters}

    def chips(self, currency: str) -> list[dict[str, str]]:
        return [
            {
                "label": str(one.filter.label),
                "value": _said_of(one.filter, value, currency),
                "url": self.address(**{one.key: [other for other in one.values if other != value]}),
            }
            for one in self.filters.applied
            if one.key != "sort"
            for value in one.values
        ]

    def offers(self) -> list[dict[str, Any]]:
        """Return filters that the plain words of the search may have meant, with what each would give."""
        offered = [
            (offer, {"q": offer.rest or None, offer.dimension: [*chosen, offer.value]})
            for offer in offers_in(_first(self.filters.values("q")))
            if offer.value not in (chosen := self.filters.values(offer.dimension))
        ]
        totals = search.totals([self.filters.changed(changes).plan for _, changes in offered])
        return [
            {
                "label": str(self.filters.filters[offer.dimension].label),
                "value": offer.label,
                "url": self.address(**changes),
                "count": total,
            }
            for (offer, changes), total in zip(offered, totals, strict=True)
            if total
        ]

    def suggestions(self, currency: str) -> list[dict[str, Any]]:
        """Return each filter that could be taken away, with what that alone would give."""
        said = partial(_said_of, currency=currency)
        removed = [one for one in self.filters.applied if one.key != "sort"]
        totals = search.totals([self.filters.changed({one.key: None}).plan for one in removed])
        words = [", ".join(said(one.filter, each) for each in one.values) for one in removed]
        return [
            {
                "text": f"Without {one.filter.label}: {value}",
                "url": self.address(**{one.key: None}),
                "count": total,
            }
            for one, value, total in zip(removed, words, totals, strict=True)
        ]
