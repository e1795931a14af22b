"""Each answer against the page's own for the same query string: same total, same ids, same counts."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from postings.models import Company, Posting, Skill
from tests.api.conftest import Library

Ask = Callable[..., Any]
QUESTIONS = (
    "",
    "mode=remote",
    "q=engineer",
    "q=senior+engineer&sort=newest",
    "level=senior&level=lead&sort=pay_high",
    "pay_min=80k&currency=USD",
    "exp_min=3&exp_max=9&sort=experience",
    "quality=pay%3Anot_stated",
    "kind=guide",
    "closed=1&posted=30",
    "family=software&type=full_time",
    "q=python+-django",
    "q=pay%3A%3E100k",
    "pay_min=200k&pay_max=100k",
)


def every_page(client: Client, question: str, limit: int) -> list[str]:
    """Follow `next` to the end, then `previous` back to the beginning: both must be the same way."""
    there, pages, place = [], [], ""
    while True:
        answer = client.get(f"/api/v1/postings?{question}&limit={limit}{place}".replace("?&", "?")).json()
        pages.append([item["id"] for item in answer["items"]])
        there += pages[-1]
        if not answer["next"]:
            break
        place = f"&after={answer['next']}"
    back = pages[-1]
    while answer["previous"]:
        address = f"/api/v1/postings?{question}&limit={limit}&before={answer['previous']}".replace("?&", "?")
        answer = client.get(address).json()
        back = [item["id"] for item in answer["items"]] + back
    assert back == there
    return there


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_list_is_the_list_of_the_page(client: Client, library: Library, ask: Ask, question: str) -> None:
    page = client.get(f"/?{question}").context
    answer = ask(f"/postings?{question}")
    assert (answer["total"], [item["id"] for item in answer["items"]]) == (
        page["total"],
        [card.id for card in page["cards"]],
    )
    assert [item["id"] for item in answer["nearly"]] == [card.id for card in page["nearly"]]
    assert len(every_page(client, question, 7)) == answer["total"]


@pytest.mark.parametrize("question", QUESTIONS)
def test_counts_are_those_of_the_page(client: Client, library: Library, ask: Ask, question: str) -> None:
    question = "&".join(part for part in question.split("&") if not part.startswith("sort="))
    answer = ask(f"/facets?{question}")
    page = client.get(f"/?{question}").context
    shown = {
        key: [(one.value, one.label, one.count, one.selected) for one in facet.values]
        for key, facet in page["facets"].items()
    }
    said = {
        key: [(one["value"], one["label"], one["count"], one["chosen"]) for one in values]
        for key, values in answer["facets"].items()
    }
    assert {key: values[: len(shown[key])] for key, values in said.items()} == shown
    assert (answer["total"], answer["pay"]["currency"]) == (page["total"], page["pay"].currency)
    assert sum(answer["pay"]["counts"]) == page["pay"].total


@pytest.mark.parametrize("question", ["", "family=software", "convert=1", "kind=guide"])
def test_pay_is_that_of_the_page(client: Client, library: Library, ask: Ask, question: str) -> None:
    page, answer = client.get(f"/pay/?{question}").context["pay"], ask(f"/pay?{question}")
    assert (answer["total"], answer["stated"], answer["in_currency"]) == (
        page.total,
        page.stated,
        page.in_currency,
    )
    groups = {one["label"]: one["spread"] for one in (*answer["levels"], *answer["families"])}
    assert groups == {
        one.label: dict(
            zip(
                ("postings", "lower_quarter", "median", "upper_quarter"),
                (one.spread.total, *one.spread.quarters),
                strict=True,
            )
        )
        for one in (*page.levels, *page.families)
    }


def test_a_posting_is_its_json(client: Client, library: Library, ask: Ask) -> None:
    for public_id in library.published[:10]:
        beside = client.get(f"/postings/{public_id}.json").json()
        answer = ask(f"/postings/{public_id}")
        assert answer.pop("published_at")[:19] == beside.pop("published_at")[:19]
        assert answer == beside


def test_every_fact_has_the_words_that_say_it(library: Library, ask: Ask) -> None:
    seen = 0
    for public_id in library.published[:20]:
        posting = ask(f"/postings/{public_id}")
        for fact in (posting["facts"]["title"], *posting["facts"].get("pay", ())):
            if "span" in fact:
                start, end = fact["span"]
                assert posting["text"][start:end] == fact["raw"]
                seen += 1
    assert seen > 10


def test_a_comparison_is_the_table_of_the_page(client: Client, library: Library, ask: Ask) -> None:
    ids = [*library.published[:3], f"{library.published[3]}@1"]
    question = "&".join(f"p={one}" for one in ids)
    page, answer = client.get(f"/compare/?{question}").context, ask(f"/compare?{question}")
    assert [column["title"] for column in answer["columns"]] == [one["title"] for one in page["columns"]]
    facts, skills, *asks = page["groups"]
    shown = [row["label"] for row in facts["rows"]]
    assert [row["label"] for row in answer["facts"] if row["field"] != "title"] == shown
    assert [row["name"] for row in answer["skills"]] == [row["label"] for row in skills["rows"]]
    rows = [row for group in asks for row in group["rows"]]
    assert [[said_by(cell) for cell in row["cells"]] for row in rows] == [
        [cell["text"] if cell else "–" for cell in row] for row in answer["asks"]
    ]
    relations = {cell["relation"] for row in answer["asks"] for cell in row if cell}
    assert len(relations - {None}) > 1


def said_by(cell: dict[str, Any]) -> str:
    return "".join(part["text"] for part in cell["parts"] or ()) or str(cell["text"])


def test_guides_are_the_postings_of_that_kind(library: Library, ask: Ask) -> None:
    guides = ask("/guides")
    assert (guides["total"], guides) == (3, ask("/postings?kind=guide"))


@pytest.mark.parametrize(("address", "model"), [("/companies", Company), ("/skills", Skill)])
def test_names_are_all_that_published_postings_have(
    library: Library, ask: Ask, address: str, model: Any
) -> None:
    relation = "postings" if model is Company else "uses__posting"
    expected = {
        row.slug: Posting.objects.published()
        .filter(**{"company" if model is Company else "skills__skill": row})
        .count()
        for row in model.objects.filter(**{f"{relation}__state": "published"}).distinct()
    }
    found, place = {}, ""
    while True:
        answer = ask(f"{address}?limit=10{place}")
        found |= {one["slug"]: one["postings"] for one in answer["items"]}
        if not answer["next"]:
            break
        place = f"&after={answer['next']}"
    assert (found, list(found)) == (expected, sorted(expected))


def test_names_are_found_by_their_beginning(library: Library, ask: Ask) -> None:
    name = ask("/skills")["items"][0]["name"]
    found = ask(f"/skills?q={name[:2].upper()}")["items"]
    assert name in [one["name"] for one in found]
    assert all(one["name"].upper().startswith(name[:2].upper()) for one in found)


def test_what_is_gone_is_in_no_answer(library: Library, ask: Ask) -> None:
    listed = {item["id"] for item in ask("/postings?limit=100&closed=1")["items"]}
    guides = {item["id"] for item in ask("/guides?limit=100&closed=1")["items"]}
    assert listed | guides == set(library.published)
