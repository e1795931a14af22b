"""Whatever cannot be answered is a problem document that names the fault and the remedy."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client

from postings.filters import PostingFilterSet
from tests.api.conftest import Library

Ask = Callable[..., Any]


def problem_of(answer: Any) -> dict[str, Any]:
    assert answer["Content-Type"] == "application/problem+json"
    assert answer["Cache-Control"] == "no-store"
    said: dict[str, Any] = answer.json()
    assert said["status"] == answer.status_code
    assert said["request_id"] == answer["X-Request-ID"]
    return said


@pytest.mark.parametrize(
    ("address", "errors"),
    [
        ("/postings?colour=red", {"colour": "There is no parameter “colour” here."}),
        ("/postings?mode=", {"mode": "“mode” is empty. Give it a value, or leave it out."}),
        ("/postings?limit=0", {"limit": "“0” is no number from 1 to 100."}),
        ("/postings?limit=101", {"limit": "“101” is no number from 1 to 100."}),
        ("/postings?limit=x&colour=1", {"limit": "“x” is no number", "colour": "There is no parameter"}),
        ("/postings?after=x", {"after": "“x” is no place in these results."}),
        ("/postings?before=deadbeef-1-1-abc", {"before": "is no place in these results."}),
        ("/guides?kind=posting", {"kind": "There is no parameter “kind” here."}),
        ("/facets?after=x", {"after": "There is no parameter “after” here."}),
        ("/pay?convert=yes", {"convert": "“yes” means nothing here."}),
        ("/compare", {"p": "0 are given: two to 6 different postings"}),
        ("/compare?p=a&p=a", {"p": "1 are given: two to 6 different postings"}),
        ("/compare?p=a&p=b/c", {"p": "“b/c” is no posting"}),
        ("/compare?" + "&".join(f"p=a{number}" for number in range(7)), {"p": "7 are given"}),
        ("/skills?after=%C3%A4", {"after": "“ä” is no place in these results."}),
        ("/companies?q=" + "x" * 201, {"q": "No name has more than 200 characters; this is 201."}),
        ("/skills?q=%C2%85", {"q": "“q” is empty."}),
        ("/postings/abc?x=1", {"x": "There is no parameter “x” here."}),
    ],
)
def test_parameters_are_refused_by_name(client: Client, db: None, address: str, errors: Any) -> None:
    said = problem_of(client.get(f"/api/v1{address}"))
    assert (said["status"], said["title"], said["type"]) == (
        400,
        "Bad Request",
        "/api/v1/docs#bad-parameters",
    )
    found = {one["parameter"]: one["detail"] for one in said["errors"]}
    assert found.keys() == errors.keys()
    assert [sentence for name, sentence in errors.items() if sentence not in found[name]] == []
    assert all(name in said["detail"] for name in errors)


BAD = {
    **dict.fromkeys(("mode", "remote", "level", "family", "education", "visa", "type", "quality"), "x"),
    **dict.fromkeys(("kind", "currency", "posted", "sort", "strength", "skill_all", "closed"), "x"),
    **dict.fromkeys(("company", "place", "skill"), "nobody"),
    **dict.fromkeys(("pay_min", "pay_max", "exp_min", "exp_max"), "much"),
}


@pytest.mark.parametrize("key", [key for key in PostingFilterSet.base_filters if key != "q"])
def test_a_bad_value_has_the_sentence_of_its_field(client: Client, db: None, key: str) -> None:
    question = f"{key}={BAD[key]}"
    form = PostingFilterSet(QueryDict(question), today=date(2026, 1, 1)).form
    said = problem_of(client.get(f"/api/v1/postings?{question}"))
    assert said["errors"] == [{"parameter": key, "detail": form.errors[key][0]}]


def test_what_is_understood_otherwise_is_noted_and_answered(library: Library, ask: Ask) -> None:
    said = ask("/postings?pay_min=200k&pay_max=100k&q=pay:%3Ex+engineer")
    assert said["total"] == ask("/postings?pay_min=100k&pay_max=200k&q=pay:%3Ex+engineer")["total"]
    notes = {one["parameter"]: one["detail"] for one in said["notes"]}
    assert notes.keys() == {"q", "pay_max"}
    assert "it is read as 100,000 to 200,000" in notes["pay_max"]


def test_a_place_in_other_results_is_refused(library: Library, ask: Ask) -> None:
    place = ask("/postings?limit=5")["next"]
    assert ask(f"/postings?limit=5&after={place}")["items"]
    said = ask(f"/postings?limit=5&closed=1&after={place}", status=400)
    assert [one["parameter"] for one in said["errors"]] == ["after"]


def test_an_archived_posting_says_since_when_and_nothing_else(client: Client, library: Library) -> None:
    said = problem_of(client.get(f"/api/v1/postings/{library.archived}"))
    assert (said["status"], len(said["since"])) == (410, 10)
    assert "baker" not in str(said).lower()


def test_a_merged_posting_leads_to_the_one_that_was_kept(client: Client, library: Library) -> None:
    answer = client.get(f"/api/v1/postings/{library.merged}")
    assert (answer.status_code, answer["Location"]) == (301, f"/api/v1/postings/{library.kept}")
    assert client.get(answer["Location"]).json()["id"] == library.kept


def test_a_draft_cannot_be_told_from_nothing(client: Client, library: Library, administrator: Any) -> None:
    client.force_login(administrator)
    answers = [problem_of(client.get(f"/api/v1/postings/{one}")) for one in (library.draft, "nobodysid000")]
    for answer in answers:
        del answer["request_id"]
    assert answers[0] == answers[1]
    assert answers[0]["status"] == 404


@pytest.mark.parametrize("gone", ["archived", "merged", "draft"])
def test_what_is_not_published_is_not_compared(library: Library, ask: Ask, gone: str) -> None:
    one = getattr(library, gone)
    said = ask(f"/compare?p={library.kept}&p={one}", status=404)
    assert said["errors"] == [{"parameter": "p", "detail": f"Nothing is published as {one}."}]


@pytest.mark.parametrize(
    "address",
    ["/api/", "/api/v1", "/api/v1/", "/api/v2/postings", "/api/v1/postings/", "/api/v1/postings/a/b"],
)
def test_an_address_with_nothing_is_a_problem(client: Client, db: None, address: str) -> None:
    said = problem_of(client.get(address))
    assert (said["status"], "/api/v1/docs lists what there is" in said["detail"]) == (404, True)


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options", "trace"])
@pytest.mark.parametrize("address", ["postings", "postings/abc", "openapi.json", "docs", "nowhere"])
def test_nothing_is_written(db: None, method: str, address: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    answer = getattr(strict, method)(f"/api/v1/{address}")
    assert (problem_of(answer)["status"], answer["Allow"]) == (405, "GET, HEAD")


def test_head_says_what_get_would(client: Client, library: Library) -> None:
    address = "/api/v1/postings?mode=remote"
    head, get = client.head(address), client.get(address)
    assert (head.status_code, head.content, head["Content-Type"]) == (200, b"", get["Content-Type"])


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("q=" + "x" * 2047, "its question may have 2,048 characters"),
        ("mode=remote&" * 21, "20 values are the most for one filter"),
        ("q=%00", "NUL character"),
    ],
)
def test_an_address_that_asks_too_much_is_refused(client: Client, question: str, reason: str) -> None:
    said = problem_of(client.get(f"/api/v1/postings?{question}"))
    assert (said["status"], reason in said["detail"]) == (400, True)


def test_another_name_of_the_site_is_a_problem_too(client: Client) -> None:
    assert problem_of(client.get("/api/v1/postings", headers={"host": "x.example"}))["status"] == 400


@pytest.mark.django_db(transaction=True)
def test_a_question_that_takes_too_long_says_when_to_ask_again() -> None:
    visitor = Client(raise_request_exception=False)
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 20")
    with connection.execute_wrapper(_slowly):
        answer = visitor.get("/api/v1/postings")
    connection.close()
    said = problem_of(answer)
    assert (said["status"], answer["Retry-After"], "took too long" in said["detail"]) == (503, "5", True)


def _slowly(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
    """Every statement takes longer than it may, in the real database."""
    return execute(f"SELECT pg_sleep(1); {sql}", params, many, context)


@pytest.mark.django_db(transaction=True)
def test_an_outage_is_asked_again_and_then_said() -> None:
    visitor, asked = Client(raise_request_exception=False), []

    def broken(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.append(sql)
        return execute("SELECT pg_terminate_backend(pg_backend_pid())", None, many, context)

    with connection.execute_wrapper(broken):
        answer = visitor.get("/api/v1/postings")
    connection.close()
    said = problem_of(answer)
    assert (said["status"], answer["Retry-After"], len(asked)) == (503, "5", 2)


@pytest.mark.django_db(transaction=True)
def test_a_fault_of_ours_leaks_nothing() -> None:
    visitor = Client(raise_request_exception=False)
    secret = "a word that only the fault has"

    def faulty(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        return execute(f'SELECT "{secret}"', None, many, context)

    with connection.execute_wrapper(faulty):
        answer = visitor.get("/api/v1/postings")
    connection.close()
    assert (problem_of(answer)["status"], secret in answer.text) == (500, False)
