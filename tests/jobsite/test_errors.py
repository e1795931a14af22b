"""Error pages come without a database, with a number to quote, a way back and the site's policy."""

import errno
import html
import re
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.core.handlers.wsgi import WSGIRequest
from django.db import OperationalError
from django.http import Http404, HttpResponse
from django.test import Client
from django.urls import include, path
from psycopg.errors import DiskFull, QueryCanceled

from jobsite.urls import handler400, handler403, handler404, handler500  # noqa: F401 - Django looks here
from jobsite.views.errors import gone

pytestmark = pytest.mark.urls(__name__)

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "object-src": "'none'",
    "manifest-src": "'self'",
}


def archived(request: WSGIRequest) -> HttpResponse:
    return gone(request, since=date(2026, 3, 1))


def missing(request: WSGIRequest) -> HttpResponse:
    raise Http404


def not_allowed(request: WSGIRequest) -> HttpResponse:
    raise PermissionDenied


def a_bug(request: WSGIRequest) -> HttpResponse:
    raise ZeroDivisionError


def away(request: WSGIRequest) -> HttpResponse:
    raise OperationalError("connection refused")


def too_slow(request: WSGIRequest) -> HttpResponse:
    raise OperationalError("canceled") from QueryCanceled()


def full_database(request: WSGIRequest) -> HttpResponse:
    raise OperationalError("could not extend file") from DiskFull()


def full_disk(request: WSGIRequest) -> HttpResponse:
    raise OSError(errno.ENOSPC, "No space left on device")


urlpatterns = [
    path("507-database/", full_database),
    path("507-disk/", full_disk),
    path("410/", archived),
    path("404/", missing),
    path("403/", not_allowed),
    path("500/", a_bug),
    path("503/", away),
    path("503-slow/", too_slow),
    path("", include("jobsite.urls")),
]

PAGES = [
    ("/400/?q=%00", 400, "We could not read this address"),
    ("/403/", 403, "This page is not open to you"),
    ("/404/", 404, "There is no page here"),
    ("/410/", 410, "This posting is archived"),
    ("/500/", 500, "Something broke on our side"),
    ("/503/", 503, "The library is away for a moment"),
    ("/503-slow/", 503, "That question took too long"),
    ("/507-database/", 507, "The library has no room left"),
    ("/507-disk/", 507, "The library has no room left"),
]
EACH_PAGE = pytest.mark.parametrize(("address", "status", "heading"), PAGES)


@pytest.mark.usefixtures("dead_database")
@EACH_PAGE
def test_an_error_page_needs_no_database(visitor: Client, address: str, status: int, heading: str) -> None:
    answer = visitor.get(address, headers={"cookie": "jobsite_session=abcdefghijklmnopqrstuvwxyz012345"})
    page = html.unescape(answer.content.decode())
    assert (answer.status_code, re.findall("<h1>(.*?)</h1>", page)) == (status, [heading])
    assert answer.cookies == {}


@pytest.mark.usefixtures("dead_database")
@EACH_PAGE
def test_an_error_page_shows_the_number_under_which_the_log_knows_it(
    visitor: Client, address: str, status: int, heading: str
) -> None:
    answer = visitor.get(address, headers={"X-Request-ID": "number-of-this-request"})
    shown = re.findall("<code>(.*?)</code>", answer.content.decode())
    assert (shown, answer["X-Request-ID"]) == (["number-of-this-request"], "number-of-this-request")


@pytest.mark.usefixtures("dead_database")
@EACH_PAGE
def test_an_error_page_has_a_way_back(visitor: Client, address: str, status: int, heading: str) -> None:
    page = visitor.get(address).content.decode()
    (actions,) = re.findall('<p class="actions">(.*?)</p>', page, re.S)
    assert 'href="/"' in actions


@pytest.mark.usefixtures("dead_database")
@EACH_PAGE
def test_an_error_page_carries_the_policy(visitor: Client, address: str, status: int, heading: str) -> None:
    answer = visitor.get(address)
    assert policy_of(answer) == POLICY
    assert answer["X-Content-Type-Options"] == "nosniff"


def policy_of(answer: HttpResponse) -> dict[str, str]:
    directives = (one.strip().split(" ", 1) for one in answer["Content-Security-Policy"].split(";"))
    return dict(directives)


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/sign-in/", "/compare/", "/gallery/"])
def test_every_public_page_carries_exactly_the_policy(visitor: Client, path: str) -> None:
    answer = visitor.get(path)
    assert policy_of(answer) == POLICY
    headers = ("X-Frame-Options", "X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy")
    assert [answer[name] for name in headers] == ["DENY", "nosniff", "same-origin", "same-origin"]


def test_a_page_that_is_archived_says_since_when(visitor: Client) -> None:
    assert '<time datetime="2026-03-01">1 March 2026</time>' in visitor.get("/410/").content.decode()


def test_a_form_that_is_out_of_date_can_be_opened_again() -> None:
    answer = Client(enforce_csrf_checks=True).post("/sign-in/", {"username": "a", "password": "b"})
    page = html.unescape(answer.content.decode())
    assert (answer.status_code, re.findall("<h1>(.*?)</h1>", page)) == (403, ["This form is out of date"])
    assert 'href="/sign-in/"' in page


def test_a_host_name_that_is_not_ours_is_a_page_of_ours(visitor: Client) -> None:
    answer = visitor.get("/", headers={"host": "elsewhere.example"})
    assert (answer.status_code, "We could not read this address" in answer.content.decode()) == (400, True)


def test_while_the_database_is_down_every_page_says_when_to_come_back(
    visitor: Client, dead_database: None
) -> None:
    answers = [visitor.get(path) for path in ("/", "/compare/?p=abc", "/postings/abc/", "/admin/")]
    cookie = {"cookie": "jobsite_session=abcdefghijklmnopqrstuvwxyz012345"}
    answers.append(visitor.get("/sign-in/", headers=cookie))
    told = [(answer.status_code, answer.headers.get("Retry-After")) for answer in answers]
    assert [told[0], told[1], told[2], told[4]] == [(503, "5")] * 4
    assert told[3] == (302, None)  # who is not signed in is asked to, and that needs no database
