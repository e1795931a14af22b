"""What a selection pays: the same filters as the list, so that each leads to the other."""

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from postings.export import FORMATS, Table
from postings.filters import PostingFilterSet
from postings.salary import ASSUMED
from postings.selectors.pay_page import HEADER, PayPage, pay_page, pay_rows
from postings.views.files import export_links, file_of
from postings.views.freshness import kept_while_fresh
from postings.views.page import Page, pay_range
from postings.views.tray import Tray


@require_safe
@kept_while_fresh
def pay(request: HttpRequest) -> HttpResponse:
    filters, shown = _shown(request)
    here = Page(filters, Tray([]), view="pay")
    plain, converted = here.address(), _converted(here.address())
    own = converted if shown.conversion.asked else plain
    context = {
        "pay": shown,
        "chips": here.chips(shown.currency),
        "clear_url": reverse("pay"),
        "list_url": Page(filters, Tray([])).address(),
        "currencies": [(code, count, here.address(currency=code)) for code, count in shown.others[:8]],
        "plain_url": plain,
        "converted_url": converted,
        "exports": export_links("pay-file", own.partition("?")[2]),
        "assumed": ASSUMED,
        "day": filters.today,
        "canonical_url": request.build_absolute_uri(own),
    }
    return render(request, "postings/pay.html", context)


@require_safe
def pay_file(request: HttpRequest, name: str) -> HttpResponse:
    """The same figures as a file."""
    if name not in FORMATS:
        raise Http404
    filters, shown = _shown(request)
    return file_of(Table(f"Pay on {filters.today:%d %B %Y}", HEADER, pay_rows(shown)), "pay", name)


def _shown(request: HttpRequest) -> tuple[PostingFilterSet, PayPage]:
    filters = PostingFilterSet(request.GET, today=timezone.localdate())
    convert = request.GET.get("convert") == "1"
    return filters, pay_page(filters.plan, *pay_range(filters), today=filters.today, convert=convert)


def _converted(address: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}{urlencode({'convert': 1})}"
