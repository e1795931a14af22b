"""Two to six postings side by side; the address says which, and in which order."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from postings.selectors import comparison
from postings.selectors.comparison import MOST_COMPARED
from postings.views.tray import tray_of


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    tray = tray_of(request)
    result = comparison(tray.pins)
    columns = [
        {
            "title": column.title,
            "url": column.url,
            "note": column.note,
            "remove_url": _address(reverse("compare"), [one for one in tray.ids if one != str(column.pin)]),
        }
        for column in result.columns
    ]
    context = {
        "columns": columns,
        "groups": result.groups,
        "missing": ", ".join(result.missing),
        "left_out": max(0, len(set(request.GET.getlist("p"))) - MOST_COMPARED),
        "most": MOST_COMPARED,
        "back_url": _address(reverse("home"), tray.ids),
    }
    return render(request, "postings/compare.html", context)


def _address(path: str, chosen: list[str]) -> str:
    query = urlencode([("p", one) for one in chosen])
    return f"{path}?{query}" if query else path
