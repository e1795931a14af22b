"""What happens to every request: its id, its line in the log, health checks, refusals, and who may see it."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpResponse
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse
from django.urls.resolvers import RoutePattern
from django.utils.html import escape
from pytest_django import Settings

LogLines = Callable[[], list[dict[str, Any]]]
MADE_ID = re.compile(r"[0-9a-f]{16}")


# --- Request ids and the log --------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize("given", ["abcd1234", "A-client-s-own-id-0123456789", "x" * 64])
def test_an_id_that_a_proxy_gave_is_kept(client: Client, given: str) -> None:
    assert client.get("/", headers={"X-Request-ID": given})["X-Request-ID"] == given


@pytest.mark.django_db
@pytest.mark.parametrize("given", ["", "short", "x" * 65, "a b c d e f g", "<script>x</script>", "äöüäöüäöü"])
def test_an_id_that_could_not_be_one_is_replaced(client: Client, given: str) -> None:
    made = client.get("/", headers={"X-Request-ID": given})["X-Request-ID"]
    assert (made == given, bool(MADE_ID.fullmatch(made))) == (False, True)


@pytest.mark.django_db
def test_two_requests_have_two_ids(client: Client) -> None:
    first, second = (client.get("/")["X-Request-ID"] for _ in range(2))
    assert (first == second, bool(MADE_ID.fullmatch(first))) == (False, True)


def test_an_error_page_shows_the_id_that_the_log_has(visitor: Client, log_lines: LogLines) -> None:
    answer = visitor.get("/no-such-page/")
    (line,) = log_lines()
    shown = re.findall(r"<code>(\w+)</code>", answer.content.decode())
    assert shown == [answer["X-Request-ID"]] == [line["request_id"]]


def test_a_request_is_one_line_of_json(visitor: Client, log_lines: LogLines) -> None:
    visitor.get("/no-such-page/?q=%C3%BC&p=1", headers={"X-Request-ID": "of-this-test"})
    (line,) = log_lines()
    assert isinstance(line.pop("ms"), float)
    assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00", line.pop("time"))
    assert line == {
        "level": "INFO",
        "logger": "jobsite.request",
        "message": "request",
        "request_id": "of-this-test",
        "method": "GET",
        "path": "/no-such-page/?q=%C3%BC&p=1",
        "status": 404,
    }


def test_an_address_cannot_forge_a_line_of_the_log(visitor: Client, log_lines: LogLines) -> None:
    visitor.get('/x%0A{"level": "ERROR"}')
    assert [line["level"] for line in log_lines()] == ["INFO"]


def test_health_checks_do_not_fill_the_log(visitor: Client, log_lines: LogLines) -> None:
    visitor.get("/healthz")
    assert log_lines() == []


# --- Health -------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("dead_database")
@pytest.mark.parametrize("host", ["127.0.0.1:8000", "10.0.0.7", "anything.example", "not a host"])
def test_the_process_is_alive_under_any_name_and_without_a_database(
    client: Client, settings: Settings, host: str
) -> None:
    settings.ALLOWED_HOSTS, settings.SECURE_SSL_REDIRECT = ["jobsite.example"], True
    answer = client.get("/healthz", headers={"host": host})
    assert (answer.status_code, answer.content, answer["Cache-Control"]) == (200, b"ok\n", "no-store")
    assert answer.cookies == {}


def readiness(client: Client) -> tuple[int, dict[str, str]]:
    answer = client.get("/readyz", headers={"host": "10.0.0.7"})
    return answer.status_code, answer.json()


@pytest.mark.django_db
def test_a_site_with_all_migrations_is_ready(client: Client) -> None:
    assert readiness(client) == (200, {"database": "ok", "migrations": "ok"})


@pytest.mark.django_db
def test_a_site_that_waits_for_a_migration_is_not_ready(client: Client) -> None:
    applied = MigrationRecorder.Migration._default_manager
    applied.filter(pk=applied.filter(app="postings").latest("pk").pk).delete()
    assert readiness(client) == (503, {"database": "ok", "migrations": "1 to apply: run manage.py migrate"})


@pytest.mark.usefixtures("dead_database")
def test_a_site_without_its_database_is_not_ready(client: Client) -> None:
    assert readiness(client) == (503, {"database": "does not answer", "migrations": "unknown"})


# --- Refusals -----------------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "reason", "way_back"),
    [
        ("/compare/?q=%00", "The address contains a NUL character", "/compare/"),
        ("/postings/a%00b/?q=1", "The address contains a NUL character", "/postings/ab/"),
        ("/?q=" + "x" * 2047, "its question may have 2,048 characters", "/"),
        ("/compare/?" + "p=1&" * 21, "“p” is given 21 times: 20 values are the most", "/compare/"),
    ],
)
def test_an_address_that_no_page_makes_is_refused_with_a_way_back(
    visitor: Client, address: str, reason: str, way_back: str
) -> None:
    answer = visitor.get(address)
    page = answer.content.decode()
    assert (answer.status_code, escape(reason) in page, f'href="{way_back}"' in page) == (400, True, True)
    assert answer.cookies == {}


def test_a_body_over_the_limit_is_refused_before_it_is_read(visitor: Client, settings: Settings) -> None:
    answer = visitor.post("/sign-in/", {"username": "a"}, CONTENT_LENGTH=str(settings.MOST_BODY_BYTES + 1))
    page = answer.content.decode()
    assert (answer.status_code, "One upload may have up to 512\xa0MB" in page) == (413, True)
    assert 'href="/sign-in/"' in page


def test_the_way_back_stays_on_this_site(visitor: Client) -> None:
    answer = visitor.get("/", PATH_INFO="//elsewhere.example/", QUERY_STRING="q=%00")
    page = answer.content.decode()
    assert (answer.status_code, 'href="/%2Felsewhere.example/"' in page, "//elsewhere" in page) == (
        400,
        True,
        False,
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["/?q=" + "x" * 2046, "/?" + "level=senior&" * 20, "/?q=%2500", "/?q=%FF%FE", "/?" + "&" * 400]
)
def test_an_address_just_within_the_limits_is_answered(visitor: Client, address: str) -> None:
    assert visitor.get(address).status_code == 200


@pytest.mark.django_db
def test_a_nul_in_a_form_is_a_note_at_its_field(visitor: Client) -> None:
    answer = visitor.post("/sign-in/", {"username": "a\0b", "password": "c"})
    assert (answer.status_code, "Null characters are not allowed" in answer.content.decode()) == (200, True)


@pytest.mark.django_db
def test_a_nul_in_the_session_cookie_is_refused_too(visitor: Client) -> None:
    answer = visitor.get("/", headers={"cookie": r'jobsite_session="\000aaaaaaaaaaaaaaaa"'})
    assert (answer.status_code, "Remove the cookies of this site" in answer.content.decode()) == (400, True)


# --- Who may see it -----------------------------------------------------------------------------------


def addresses(resolver: URLResolver, before: str = "/") -> Iterator[str]:
    """Every address that the site answers, with a stand-in for each part that varies."""
    for one in resolver.url_patterns:
        if isinstance(one.pattern, RoutePattern):
            path = before + re.sub(r"<[^>]+>", "1", str(one.pattern))
            yield from addresses(one, path) if isinstance(one, URLResolver) else [path]
        elif not before.startswith("/admin/"):  # Django's own, each behind a route that is here
            pytest.fail(f"give {one} a route instead of a regular expression")


@pytest.fixture
def private(settings: Settings) -> None:
    settings.PUBLIC = False


@pytest.mark.django_db
@pytest.mark.usefixtures("private")
def test_a_private_site_sends_everybody_to_sign_in_first(visitor: Client) -> None:
    found = sorted(set(addresses(get_resolver())))
    answers = {path: visitor.get(path) for path in found}
    programs = {path for path in found if path.startswith("/api/") and path != "/api/v1/docs"}
    open_to_all = {path for path, answer in answers.items() if not leads_to_sign_in(answer, path)} - programs
    people = {"/sign-in/", "/unsubscribe/1/", "/gallery/"}  # the last not in production
    robots = {"/robots.txt", "/sitemap.xml", "/sitemap-1.xml"}
    assert (len(found) > 20, open_to_all) == (True, people | robots)
    assert {path: answers[path].status_code for path in robots | {"/unsubscribe/1/"}} == {
        "/robots.txt": 200,  # which says to stay away
        "/sitemap.xml": 404,
        "/sitemap-1.xml": 404,
        "/unsubscribe/1/": 404,
    }
    told = {path: answers[path].status_code for path in programs}  # no program could follow to signing in
    assert {path for path, status in told.items() if status != 401} == {"/api/1"}  # where nothing is


def leads_to_sign_in(answer: HttpResponse, path: str) -> bool:
    """Signing in may be asked for twice: the administration has a door of its own, which leads there."""
    steps = [f"/sign-in/?next={path}", f"/admin/login/?next={path}"]
    return answer.status_code == 302 and answer["Location"] in steps


@pytest.mark.django_db
@pytest.mark.usefixtures("private")
@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/sign-in/", 200),
        ("/healthz", 200),
        ("/readyz", 200),
        ("/nowhere/", 404),
    ],
)
def test_what_a_private_site_shows_to_everybody(visitor: Client, path: str, status: int) -> None:
    assert visitor.get(path).status_code == status


@pytest.mark.usefixtures("private")
def test_a_private_site_dresses_its_sign_in_page(visitor: Client) -> None:
    answer = visitor.get("/static/css/site.css")
    style = b"".join(answer.streaming_content)  # to its end, which closes the file
    assert (answer.status_code, answer["Content-Type"]) == (200, 'text/css; charset="utf-8"')
    assert b"@layer" in style


@pytest.mark.django_db
@pytest.mark.usefixtures("private")
def test_who_signs_in_to_a_private_site_gets_the_page_that_was_asked_for(
    visitor: Client, administrator: Any
) -> None:
    asked_for = "/?level=senior&level=lead"
    page = visitor.get(asked_for, follow=True)
    (hidden,) = re.findall(r'name="next" value="([^"]+)"', page.content.decode())
    assert hidden == escape(asked_for)
    form = {"username": "admin", "password": "a password of some length", "next": asked_for}
    answer = visitor.post("/sign-in/", form)
    assert (answer.status_code, answer["Location"], visitor.get(asked_for).status_code) == (
        302,
        asked_for,
        200,
    )


@pytest.mark.django_db
def test_a_public_site_is_open(visitor: Client, settings: Settings) -> None:
    settings.PUBLIC = True
    assert visitor.get("/").status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/?level=senior", "/gallery/", "/compare/"])
def test_an_anonymous_page_sets_no_cookie_and_says_that_it_depends_on_one(visitor: Client, path: str) -> None:
    answer = visitor.get(path)
    assert (answer.cookies, "Cookie" in answer["Vary"].split(", ")) == ({}, True)


@pytest.mark.django_db
def test_sign_in_sends_nobody_to_another_site(visitor: Client, administrator: Any) -> None:
    form = {"username": "admin", "password": "a password of some length", "next": "//elsewhere.example/"}
    assert visitor.post("/sign-in/", form)["Location"] == reverse("home")
