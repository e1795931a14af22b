"""From a function that returns data to a view that answers: who may ask, whether it is known, JSON."""

import json
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.views.decorators.csrf import csrf_exempt

from jobsite.views.problems import problem
from postings.api.access import admit
from postings.api.faults import Problem
from postings.views.freshness import told_while_fresh
from postings.vocabulary import Scope

READS = ("GET", "HEAD")
View = Callable[..., HttpResponse]


def reads(scope: Scope | None) -> Callable[[Callable[..., Any]], View]:
    """Make a view of a function that returns data, for tokens with this scope; none: for all tokens."""

    def made(data_of: Callable[..., Any]) -> View:
        @told_while_fresh
        def answered(request: HttpRequest, **address: Any) -> HttpResponse:
            said = data_of(request, **address)
            return said if isinstance(said, HttpResponse) else as_json(said)

        @wraps(data_of)
        def admitted(request: HttpRequest, **address: Any) -> HttpResponse:
            admit(request, scope)
            return answered(request, **address)

        return admitted

    return made


def as_json(data: Any) -> HttpResponse:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return HttpResponse(text, content_type="application/json")


def open_to_programs(view: View) -> View:
    """Answer without the redirect to signing in, which no program could follow."""
    return login_not_required(answered_in_kind(view))


def answered_in_kind(view: View) -> View:
    """Answer reads only, and refusals as problem documents: no form comes here that could be forged."""

    @csrf_exempt
    @wraps(view)
    def answer(request: HttpRequest, **address: Any) -> HttpResponse:
        response = _answer(view, request, address)
        patch_vary_headers(response, ("Authorization", "Cookie"))
        return response

    return answer


def _answer(view: View, request: HttpRequest, address: dict[str, Any]) -> HttpResponse:
    method = request.method
    if method not in READS:
        said = problem(HTTPStatus.METHOD_NOT_ALLOWED, "Nothing is written here: ask by GET.")
        said["Allow"] = ", ".join(READS)
        return said
    request.method = "GET"  # of a HEAD the server sends no body
    try:
        return view(request, **address)
    except Problem as refusal:
        return refusal.response
    finally:
        request.method = method
