"""What a selection pays: the same filters as the list, so that each leads to the other."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from postings.filters import PostingFilterSet
from postings.salary import ASSUMED
from postings.selectors.pay_page import pay_page
from postings.views.browse import Page, pay_range
from postings.views.freshness import kept_while_fresh
from postings.views.tray import Tray


@require_safe
@kept_while_fresh
def pay(request: HttpRequest) -> HttpResponse:
    filters = PostingFilterSet(request.GET, today=timezone.localdate())
    shown = pay_page(filters.plan, *pay_range(filters))
    here = Page(filters, Tray([]), view="pay")
    context = {
        "pay": shown,
        "chips": here.chips(shown.currency),
        "clear_url": reverse("pay"),
        "list_url": Page(filters, Tray([])).address(),
        "currencies": [(code, count, here.address(currency=code)) for code, count in shown.others[:8]],
        "assumed": ASSUMED,
        "day": filters.today,
        "canonical_url": request.build_absolute_uri(here.address()),
    }
    return render(request, "postings/pay.html", context)
