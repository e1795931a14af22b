"""Views of everything below /api/: the operations, the document that describes them, and a page of that."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, URLResolver

from jobsite.views.problems import DOCS
from postings.api.answering import answered_in_kind, open_to_programs, reads
from postings.api.docs_page import operations_shown
from postings.api.faults import Problem
from postings.api.openapi import openapi_document
from postings.api.operations import API
from postings.views.freshness import kept_while_fresh
from postings.vocabulary import Scope

Patterns = list[URLPattern | URLResolver]


def of_operations() -> tuple[Patterns, str]:
    """Return ninja's addresses, each answering as everything here does."""
    patterns, _, namespace = API.urls
    operations: Patterns = []
    for one in patterns:
        if isinstance(one, URLPattern) and one.name != "api-root":
            one.callback = open_to_programs(one.callback)
            operations.append(one)
    return operations, namespace


@open_to_programs
@reads(None)
def openapi(request: HttpRequest) -> dict[str, Any]:
    return openapi_document(public=settings.PUBLIC)


@answered_in_kind
@kept_while_fresh
def docs(request: HttpRequest) -> HttpResponse:
    """A page for people, who sign in to a private site as for any other page."""
    context = {
        "operations": operations_shown(openapi_document(public=settings.PUBLIC)),
        "scopes": list(Scope),
        "public": settings.PUBLIC,
    }
    return render(request, "postings/api.html", context)


@open_to_programs
def nothing_here(request: HttpRequest, other: str) -> HttpResponse:
    raise Problem(404, f"Nothing is at this address. {DOCS} lists what there is.")
