"""A database that goes away in the middle of a request: real connections, really broken.

This file is the URLconf of its own tests: pages that break or tire the connection they run on.
"""

import html
from collections import Counter
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIRequest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt

from jobsite.urls import handler400, handler403, handler404, handler500  # noqa: F401 - Django looks here

pytestmark = [pytest.mark.urls(__name__), pytest.mark.django_db(transaction=True)]
calls: Counter[str] = Counter()


def ask(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


BREAK = "SELECT pg_terminate_backend(pg_backend_pid())"


@csrf_exempt
def breaks_once(request: WSGIRequest) -> HttpResponse:
    calls["breaks_once"] += 1
    ask(BREAK if calls["breaks_once"] == 1 else "SELECT 1")
    return HttpResponse("answered")


def breaks_always(request: WSGIRequest) -> HttpResponse:
    calls["breaks_always"] += 1
    ask(BREAK)
    return HttpResponse("never")


def takes_too_long(request: WSGIRequest) -> HttpResponse:
    calls["takes_too_long"] += 1
    ask("SET statement_timeout = 20; SELECT pg_sleep(20)")
    return HttpResponse("never")


def has_a_bug(request: WSGIRequest) -> HttpResponse:
    calls["has_a_bug"] += 1
    ask("SELECT 1/0")
    return HttpResponse("never")


urlpatterns = [
    path("breaks-once/", breaks_once),
    path("breaks-always/", breaks_always),
    path("takes-too-long/", takes_too_long),
    path("has-a-bug/", has_a_bug),
    path("", include("jobsite.urls")),
]


@pytest.fixture(autouse=True)
def _nothing_broken_is_left(transactional_db: None) -> Iterator[None]:
    calls.clear()
    yield
    connection.close()


def answer_of(response: HttpResponse) -> tuple[int, str | None, str]:
    """Return the status, when to come back, and the heading of the page."""
    page = html.unescape(response.content.decode())
    heading = page.split("<h1>")[1].split("</h1>")[0] if "<h1>" in page else page
    return response.status_code, response.headers.get("Retry-After"), heading


def test_a_page_whose_connection_breaks_is_answered_by_asking_once_more(visitor: Client) -> None:
    assert answer_of(visitor.get("/breaks-once/")) == (HTTPStatus.OK, None, "answered")
    assert calls == {"breaks_once": 2}


def test_a_form_whose_connection_breaks_is_not_sent_twice(visitor: Client) -> None:
    answer = answer_of(visitor.post("/breaks-once/"))
    assert answer == (HTTPStatus.SERVICE_UNAVAILABLE, "5", "The library is away for a moment")
    assert calls == {"breaks_once": 1}


def test_a_server_that_stays_away_is_a_page_that_says_when_to_come_back(visitor: Client) -> None:
    answer = answer_of(visitor.get("/breaks-always/"))
    assert answer == (HTTPStatus.SERVICE_UNAVAILABLE, "5", "The library is away for a moment")
    assert calls == {"breaks_always": 2}


def test_a_question_that_takes_too_long_is_stopped_and_not_asked_again(visitor: Client) -> None:
    answer = answer_of(visitor.get("/takes-too-long/"))
    assert answer == (HTTPStatus.SERVICE_UNAVAILABLE, None, "That question took too long")
    assert calls == {"takes_too_long": 1}


def test_a_bug_is_our_fault_and_not_asked_again(visitor: Client) -> None:
    answer = answer_of(visitor.get("/has-a-bug/"))
    assert answer == (HTTPStatus.INTERNAL_SERVER_ERROR, None, "Something broke on our side")
    assert calls == {"has_a_bug": 1}


def test_the_library_survives_the_end_of_an_idle_connection(visitor: Client) -> None:
    assert visitor.get("/").status_code == HTTPStatus.OK
    with pytest.raises(Exception, match="terminating connection"):
        ask(BREAK)
    assert visitor.get("/").status_code == HTTPStatus.OK


def test_a_signed_in_reader_stays_signed_in_through_an_outage(visitor: Client, administrator: Any) -> None:
    visitor.force_login(administrator)
    with pytest.raises(Exception, match="terminating connection"):
        ask(BREAK)
    assert b"Sign out" in visitor.get("/").content
