"""Who asks again is told so, for one question to the database; and what a question costs at all."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from postings.facts import Fact, Pay, SkillUse
from postings.vocabulary import Period, Strength
from tests.api.conftest import bearer

MakePosting = Callable[..., Any]


@pytest.fixture
def publish(make_posting: MakePosting) -> Callable[[str], Any]:
    def make(title: str) -> Any:
        return make_posting(
            title,
            organization=Fact(f"{title} Ltd"),
            skills=(SkillUse(title.lower(), title, Strength.REQUIRED),),
            pay=tuple(Fact(Pay(Decimal(sum_), None, "EUR", Period.YEAR)) for sum_ in (90_000, 80_000)),
        )

    return make


@pytest.mark.parametrize(
    "address", ["postings", "facets", "pay", "guides", "companies", "skills", "openapi.json"]
)
def test_who_has_the_answer_is_told_so_until_something_is_published(
    client: Client, publish: Callable[[str], Any], address: str
) -> None:
    publish("Welder")
    first = client.get(f"/api/v1/{address}")
    assert (first.status_code, first["Cache-Control"]) == (200, "private, no-cache")
    again = {"If-None-Match": first["ETag"]}
    with CaptureQueriesContext(connection) as queries:
        known = client.get(f"/api/v1/{address}", headers=again)
    assert (known.status_code, known.content, len(queries)) == (304, b"", 1)
    publish("Baker")
    assert client.get(f"/api/v1/{address}", headers=again).status_code == 200


@pytest.mark.usefixtures("private")
def test_nobody_is_told_so_without_the_right_to_ask(
    client: Client, publish: Callable[[str], Any], make_token: Any
) -> None:
    publish("Welder")
    good = bearer(make_token()[1])
    mark = client.get("/api/v1/postings", headers=good)["ETag"]
    assert client.get("/api/v1/postings", headers={**good, "If-None-Match": mark}).status_code == 304
    assert client.get("/api/v1/postings", headers={"If-None-Match": mark}).status_code == 401


def test_answers_push_no_page_out_of_its_place(
    client: Client, publish: Callable[[str], Any], django_assert_num_queries: Any
) -> None:
    publish("Welder")
    page = client.get("/").content
    for number in range(1, 100):
        client.get(f"/api/v1/postings?limit={number}")
    for number in range(1, 100):
        client.get(f"/api/v1/facets?limit={number}")
    for number in range(1, 100):
        client.get(f"/api/v1/skills?limit={number}")
    with django_assert_num_queries(1):
        assert client.get("/").content == page


COSTS = {
    "/postings": 1,  # the clock; cards and names are known until something is published
    "/postings?q=welder": 2,  # and the words
    "/facets": 1,
    "/pay": 1,
    "/companies": 2,
    "/skills": 2,
}


@pytest.mark.parametrize(("address", "cost"), COSTS.items())
def test_a_question_costs_the_same_for_three_postings_as_for_one(
    client: Client, publish: Callable[[str], Any], address: str, cost: int
) -> None:
    def costs() -> int:
        client.get(f"/api/v1{address}")  # the index catches up, names are looked up
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"/api/v1{address}").status_code == 200
        return len(queries)

    publish("Welder")
    one = costs()
    publish("Second welder")
    publish("Third welder")
    assert (one, costs()) == (cost, cost)


def test_a_posting_and_a_comparison_cost_the_same_for_any(
    client: Client, publish: Callable[[str], Any]
) -> None:
    ids = [publish(title).public_id for title in ("Welder", "Baker", "Nurse")]
    counts = []
    for question in (f"postings/{ids[0]}", f"compare?p={ids[0]}&p={ids[1]}", f"compare?p={'&p='.join(ids)}"):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"/api/v1/{question}").status_code == 200
        counts.append(len(queries))
    assert counts == [8, 8, 8]
