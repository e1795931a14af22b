"""The library: filters, results and the choice of what to compare, all in the address."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from postings import search
from postings.contacts import without_contacts
from postings.export import KINDS
from postings.filters import PostingFilterSet
from postings.query import Cursor, Fault, Order
from postings.selectors import Market, Opened, cards, facet_lists, pay_chart, rows_to_count
from postings.selectors.facet_lists import MANY
from postings.selectors.preview import Preview
from postings.views.freshness import kept_while_fresh
from postings.views.page import Page, pay_range
from postings.views.tray import Tray, tray_of
from postings.vocabulary import Cadence

PAGE_SIZE = 25
LONGEST_NAME = 100  # that is proposed for a saved search
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
    canonical_url = request.build_absolute_uri(Page(filters, Tray([])).address())
    feed_url = Page(filters, Tray([]), view="feed").address(sort=None)
    show = partial(
        cards,
        now=timezone.now(),
        chosen=tray.ids,
        words=filters.understood.words,
        skills=[filters.filters["skill"].says(slug) for slug in filters.values("skill")],
        market=Market.of(answer.pay),
        moment=answer.moment,
    )
    shown, nearly = show(results.ids), show(results.nearly)
    chips = page.chips(answer.pay.currency)
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
        "chips": chips,
        "offers": page.offers(),
        "clear_url": page.address(**dict.fromkeys(filters.filters)),
        "suggestions": page.suggestions(answer.pay.currency) if not results.total else [],
        "previous_url": results.previous and page.address(before=str(results.previous)),
        "next_url": results.next and page.address(after=str(results.next)),
        "tray": tray.shown_with([*shown, *nearly], filters),
        "exports": _exports(results.total, filters.canonical(), feed_url),
        "save_query": filters.canonical(),
        "save_name": ", ".join(chip["value"] for chip in chips)[:LONGEST_NAME] or "All postings",
        "cadences": Cadence.choices(),
        "feed_url": feed_url,
        "pay_url": Page(filters, Tray([]), view="pay").address(sort=None),
        "preview": _preview(results.total, chips, canonical_url) if settings.PUBLIC else None,
        "canonical_url": canonical_url,
    }
    response = render(request, "postings/browse.html", context)
    if request.htmx.target == "results":  # type: ignore[attr-defined]  # of django_htmx
        response["HX-Push-Url"] = page.address()
    return response


def _exports(total: int, query: str, feed_url: str) -> list[dict[str, str]]:
    """Return a link for each kind of file that this selection can be taken away as."""
    files = [
        {"label": kind.label, "url": f"{reverse('export', args=[name])}{'?' if query else ''}{query}"}
        for name, kind in KINDS.items()
        if total and total <= (kind.most or total)
    ]
    return [*files, {"label": "Feed of the newest (Atom)", "url": feed_url}] if files else []


def _preview(total: int, chips: Sequence[dict[str, str]], url: str) -> Preview:
    said = " · ".join(chip["value"] for chip in chips)
    return Preview(
        title=without_contacts(
            f"{total:,} job description{'' if total == 1 else 's'}{': ' if said else ''}{said}"
        ),
        description="What each of them asks for and pays, every fact tied to the sentence it came from.",
        url=url,
    )


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
