"""Addresses of a page about a selection, with something added to it or taken away."""

from functools import partial
from typing import Any

from django.urls import reverse

from postings import search
from postings.filters import Filter, PostingFilterSet
from postings.filters.ranges import PayFilter
from postings.query import offers_in
from postings.views.tray import Tray


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
            for offer in offers_in(next(iter(self.filters.values("q")), ""))
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


def pay_range(filters: PostingFilterSet) -> tuple[int | None, int | None]:
    low, high = filters.values("pay_min"), filters.values("pay_max")
    return int(low[0]) if low else None, int(high[0]) if high else None


def _said_of(definition: Filter, value: str, currency: str) -> str:
    if isinstance(definition, PayFilter):
        return definition.says_in(value, currency)
    return definition.says(value)
