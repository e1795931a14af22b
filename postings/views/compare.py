"""Two to six postings side by side; the address says which, in which order, and how."""

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from postings.export import FORMATS, Table
from postings.selectors import comparison
from postings.selectors.comparison import MOST_COMPARED, Comparison, plain_rows
from postings.views.files import export_links, file_of
from postings.views.freshness import kept_for_visitors
from postings.views.saved import shortlist_menu
from postings.views.tray import tray_of


@require_safe
@kept_for_visitors
def compare(request: HttpRequest) -> HttpResponse:
    tray, differences = tray_of(request), _asks_for_differences(request)
    result = comparison(tray.pins, today=timezone.localdate(), differences=differences)
    address = _Address([str(column.pin) for column in result.columns], differences=differences)
    context = {
        "columns": [_column(result, number, address) for number in range(len(result.columns))],
        "groups": result.groups,
        "missing": ", ".join(result.missing),
        "left_out": max(0, len(set(request.GET.getlist("p"))) - MOST_COMPARED),
        "most": MOST_COMPARED,
        "differences": differences,
        "ids": address.ids,
        "can_add": len(address.ids) < MOST_COMPARED,
        "back_url": f"{reverse('home')}{address.query(address.ids, differences=False)}",
        "exports": export_links("compare-file", address.query().removeprefix("?")),
        "shortlists": shortlist_menu(request, address.ids),
        "share_url": request.build_absolute_uri(address.page()),
    }
    return render(request, "postings/compare.html", context)


@require_safe
def compare_file(request: HttpRequest, name: str) -> HttpResponse:
    """The same table as a file."""
    if name not in FORMATS:
        raise Http404
    differences = _asks_for_differences(request)
    result = comparison(tray_of(request).pins, today=timezone.localdate(), differences=differences)
    if len(result.columns) < 2:  # the page says what is missing, and how to choose
        return redirect(f"{reverse('compare')}?{request.GET.urlencode()}")
    header = ["", *(f"{column.title} ({column.note})" for column in result.columns)]
    return file_of(Table("Comparison", header, plain_rows(result)), "comparison", name)


def _asks_for_differences(request: HttpRequest) -> bool:
    return request.GET.get("diff") == "1"


class _Address:
    """The same comparison with other columns, or another order of them."""

    def __init__(self, ids: list[str], *, differences: bool) -> None:
        self.ids, self.differences = ids, differences

    def query(self, ids: list[str] | None = None, *, differences: bool | None = None) -> str:
        chosen = self.ids if ids is None else ids
        only = self.differences if differences is None else differences
        pairs = [("p", one) for one in chosen] + ([("diff", "1")] if only else [])
        return f"?{urlencode(pairs)}" if pairs else ""

    def page(self, ids: list[str] | None = None) -> str:
        return f"{reverse('compare')}{self.query(ids)}"

    def moved(self, number: int, by: int) -> str:
        """Return the page with one column further left or right; none beyond the ends."""
        place = number + by
        if not 0 <= place < len(self.ids):
            return ""
        ids = list(self.ids)
        ids.insert(place, ids.pop(number))
        return self.page(ids)


def _column(result: Comparison, number: int, address: _Address) -> dict[str, Any]:
    column = result.columns[number]
    return {
        "title": column.title,
        "url": column.url,
        "note": column.note,
        "earlier_url": address.moved(number, -1),
        "later_url": address.moved(number, 1),
        "remove_url": address.page([one for one in address.ids if one != str(column.pin)]),
    }
