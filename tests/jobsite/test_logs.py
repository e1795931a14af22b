"""What a log line looks like, to a machine and to a developer."""

import json
import logging
import sys
from collections.abc import Iterator
from decimal import Decimal

import pytest

from jobsite.logs import JsonLine, TextLine, current_request_id


def record(message: str = "read %s", *arguments: object, **more: object) -> logging.LogRecord:
    made = logging.LogRecord("jobsite.work", logging.WARNING, __file__, 1, message, arguments, None)
    made.created, made.msecs = 1_790_000_000.25, 250
    for name, value in more.items():
        setattr(made, name, value)
    return made


@pytest.fixture
def request_id() -> Iterator[str]:
    token = current_request_id.set("abcd1234")
    yield "abcd1234"
    current_request_id.reset(token)


PLAIN = {
    "time": "2026-09-21T14:13:20.250+00:00",
    "level": "WARNING",
    "logger": "jobsite.work",
    "message": "read Ümläut.txt",
}


def test_a_line_is_one_json_object() -> None:
    assert json.loads(JsonLine().format(record("read %s", "Ümläut.txt"))) == PLAIN


def test_a_line_carries_the_id_of_its_request(request_id: str) -> None:
    line = json.loads(JsonLine().format(record("read %s", "Ümläut.txt")))
    assert line == {**PLAIN, "request_id": request_id}


def test_fields_are_keys_of_their_own_whatever_their_type() -> None:
    fields = {"status": 200, "ms": 1.5, "pay": Decimal("1.50")}
    line = json.loads(JsonLine().format(record("read %s", "Ümläut.txt", fields=fields)))
    assert line == {**PLAIN, "status": 200, "ms": 1.5, "pay": "1.50"}


def test_what_a_visitor_sends_cannot_begin_a_new_line() -> None:
    line = JsonLine().format(record("read %s", 'a\n{"level": "ERROR"}\r\u2028'))
    assert (len(line.split("\n")), json.loads(line)["message"]) == (1, 'read a\n{"level": "ERROR"}\r\u2028')


def with_fault() -> logging.LogRecord:
    try:
        raise ValueError("a bug")
    except ValueError:
        return record("broken", exc_info=sys.exc_info())


def test_an_exception_stays_within_its_line() -> None:
    line = JsonLine().format(with_fault())
    exception = json.loads(line)["exception"].splitlines()
    assert (line.count("\n"), exception[0], exception[-1]) == (
        0,
        "Traceback (most recent call last):",
        "ValueError: a bug",
    )


def test_a_developer_reads_time_level_message_and_fields() -> None:
    made = record("request", fields={"status": 200, "path": "/?q=a b"})
    time, text = TextLine().format(made).split(" ", 1)
    assert (len(time.split(":")), text) == (3, "WARNING request status=200 path=/?q=a b")


def test_a_developer_reads_a_traceback_below_its_line() -> None:
    first, *_, last = TextLine().format(with_fault()).splitlines()
    assert (first.split(" ", 1)[1], last) == ("WARNING broken", "ValueError: a bug")
