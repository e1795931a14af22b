"""How to search, from the same table as docs/query-language.md."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from postings.query import FIELDS


@require_safe
def search_help(request: HttpRequest) -> HttpResponse:
    return render(request, "postings/search_help.html", {"fields": FIELDS})
