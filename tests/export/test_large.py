"""Files that are large, that others change under, or that nobody waits for: what is held is let go."""

import socket
import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import DatabaseError, connection, connections
from django.test import Client
from pytest_django.live_server_helper import LiveServer

from postings import search
from postings.export import selection, streams, turns
from postings.models import Posting
from postings.query import Plan
from postings.search import index
from postings.search.changes import moment
from postings.views import export as export_view
from tests.waiting import wait_for

pytestmark = pytest.mark.django_db(transaction=True)
LOCKS = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = %s"


@pytest.fixture
def large(make_posting: Callable[..., Posting], monkeypatch: pytest.MonkeyPatch) -> None:
    """Three postings are many here, and are told one at a time."""
    monkeypatch.setattr(export_view, "LARGE", 2)
    monkeypatch.setattr(streams, "ROWS_AT_ONCE", 1)
    for number in range(3):
        make_posting(f"Nurse {number}")


def turns_taken() -> int:
    with connection.cursor() as cursor:
        cursor.execute(LOCKS, [turns.NAMESPACE])
        return int(cursor.fetchone()[0])


def in_another_thread(work: Callable[[], Any]) -> Any:
    """Do it on another connection, as another worker would."""
    found: list[Any] = []

    def run() -> None:
        try:
            found.append(work())
        finally:
            connections.close_all()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    return found[0]


def test_a_large_file_is_for_those_who_sign_in(client: Client, large: None, administrator: Any) -> None:
    response = client.get("/export.csv?sort=newest")
    assert response.status_code == 403
    assert b"/sign-in/?next=%2Fexport.csv%3Fsort%3Dnewest" in response.content
    client.force_login(administrator)
    assert len(b"".join(client.get("/export.csv")).splitlines()) == 4
    assert turns_taken() == 0


def test_two_large_files_are_made_at_once_and_a_third_waits(
    client: Client, large: None, administrator: Any
) -> None:
    client.force_login(administrator)

    def ask() -> tuple[int, str]:
        third = client.get("/export.csv")
        third.close()
        return third.status_code, third.headers.get("Retry-After", "")

    def while_a_second_is_made() -> tuple[int, str]:
        second = Client()
        second.force_login(administrator)
        response = second.get("/export.csv")
        next(iter(response))
        answer = in_another_thread(ask)
        response.close()
        return answer

    first = client.get("/export.csv")
    assert in_another_thread(while_a_second_is_made) == (429, "60")
    assert in_another_thread(ask) == (200, "")
    first.close()
    assert turns_taken() == 0


def test_a_file_is_one_picture_whatever_is_published_meanwhile(
    client: Client, make_posting: Callable[..., Posting], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streams, "ROWS_AT_ONCE", 1)
    for number in range(3):
        make_posting(f"Nurse {number}")
    pieces = iter(client.get("/export.csv"))
    lines = [next(pieces)]
    in_another_thread(lambda: (make_posting("Baker"), Posting.objects.update(title="Changed")))
    content = b"".join([*lines, *pieces])
    assert (content.count(b"Nurse"), b"Changed" in content, b"Baker" in content) == (3, False, False)
    assert b"".join(client.get("/export.csv")).count(b"Changed") == 4


def test_an_index_that_has_seen_more_is_asked_in_a_newer_picture(
    make_posting: Callable[..., Posting], monkeypatch: pytest.MonkeyPatch
) -> None:
    make_posting("Nurse")
    search.everyone(Plan())
    loaded = []
    monkeypatch.setattr(index, "_loaded", lambda: loaded.append(1))
    asked, everyone = [], search.everyone

    def while_others_publish(plan: Plan) -> Any:
        asked.append(connection.in_atomic_block)
        moment()  # the picture is taken
        if len(asked) == 1:
            in_another_thread(lambda: (make_posting("Baker"), everyone(plan)))
        return everyone(plan)

    monkeypatch.setattr(search, "everyone", while_others_publish)
    with selection.selected(Plan()) as postings:
        assert len(postings) == 2
    assert (asked, loaded) == ([True, True], [])


def test_a_head_request_makes_no_file(client: Client, large: None, administrator: Any) -> None:
    client.force_login(administrator)
    response = client.head("/export.csv")
    assert (response.status_code, b"".join(response), turns_taken()) == (200, b"", 0)


def test_who_reads_for_too_long_is_broken_off(
    client: Client, large: None, administrator: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export_view, "LONGEST", -1.0)
    client.force_login(administrator)
    response = client.get("/export.csv")
    with pytest.raises(TimeoutError):
        list(response)
    response.close()
    assert turns_taken() == 0


def test_a_reader_who_goes_away_lets_go_of_everything(
    live_server: LiveServer, large: None, administrator: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = Client()
    client.force_login(administrator)
    session = client.cookies["jobsite_session"].value
    written = streams.KINDS["csv"].written

    def endless(postings: Any, site: str) -> Any:
        while True:
            yield from written(postings, site)

    kinds = {**streams.KINDS, "csv": streams.KINDS["csv"]._replace(written=endless)}
    monkeypatch.setattr(export_view, "KINDS", kinds)
    with socket.create_connection((live_server.thread.host, live_server.thread.port)) as line:
        asked = "GET /export.csv HTTP/1.1", "Host: localhost", f"Cookie: jobsite_session={session}", "", ""
        line.sendall("\r\n".join(asked).encode())
        assert line.recv(1000).startswith(b"HTTP/1.1 200")
        assert turns_taken() == 1
    wait_for(lambda: turns_taken() == 0, "the turn is free again")


def test_a_reader_who_takes_nothing_for_long_is_let_go(
    client: Client, large: None, administrator: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selection, "PATIENCE", 100)
    client.force_login(administrator)
    response = client.get("/export.csv")
    pieces = iter(response)
    next(pieces)
    wait_for(lambda: in_another_thread(turns_taken) == 0, "the turn is free again")
    with pytest.raises(DatabaseError):
        list(pieces)
    response.close()
    assert client.get("/").status_code == 200


def test_more_than_a_workbook_can_have_leads_to_csv(
    client: Client, large: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    kinds = {**streams.KINDS, "xlsx": streams.KINDS["xlsx"]._replace(most=2)}
    monkeypatch.setattr(export_view, "KINDS", kinds)
    response = client.get("/export.xlsx?q=nurse")
    assert response.status_code == 413
    assert b"/export.csv?q=nurse" in response.content
    assert client.head("/export.xlsx?q=nurse").status_code == 413
    assert client.get("/export.pdf").status_code == 404
    assert client.post("/export.csv").status_code == 405
