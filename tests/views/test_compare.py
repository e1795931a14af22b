"""The comparison: its rows, its addresses, its files."""

import csv
import io
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from openpyxl import load_workbook

from postings.facts import Fact, Item, SkillUse, Span, Years
from postings.models import Posting
from postings.vocabulary import Kind, Section, Strength, WorkMode

MakePosting = Callable[..., Posting]


def asked(*texts: str, section: Section = Section.REQUIRED) -> tuple[Item, ...]:
    return tuple(Item(section, text, Span(0, len(text))) for text in texts)


@pytest.fixture
def three(make_posting: MakePosting) -> list[Posting]:
    text = "x" * 200
    return [
        make_posting(
            "Data engineer",
            text=text,
            work_mode=Fact(WorkMode.REMOTE),
            experience_years=Fact(Years(Decimal(3))),
            skills=(SkillUse("sql", "SQL", Strength.REQUIRED, (Span(0, 3),)),),
            items=asked("3 years of experience with data pipelines", "A degree in computer science"),
        ),
        make_posting(
            "Senior data engineer",
            text=text,
            work_mode=Fact(WorkMode.REMOTE),
            experience_years=Fact(Years(Decimal(7))),
            skills=(SkillUse("sql", "SQL", Strength.REQUIRED, (Span(0, 3),)),),
            items=asked("A degree in computer science", "7 years of experience with data pipelines"),
        ),
        make_posting("=Nurse|", text=text, items=asked("@Night shifts in the emergency room")),
    ]


def address(postings: list[Posting], more: str = "", path: str = "/compare/") -> str:
    return f"{path}?{'&'.join(f'p={posting.public_id}' for posting in postings)}{more}"


def table(response: Any) -> dict[str, list[list[str]]]:
    return {
        group["title"]: [
            ["".join(part["text"] for part in cell["parts"] or ()) or cell["text"] for cell in row["cells"]]
            for row in group["rows"]
        ]
        for group in response.context["groups"]
    }


def test_one_idea_is_one_row_and_what_only_one_asks_comes_last(client: Client, three: list[Posting]) -> None:
    said = table(client.get(address(three)))
    assert said["Asked by some"] == [
        ["3 years of experience with data pipelines", "7 years of experience with data pipelines", "–"],
        ["A degree in computer science", "A degree in computer science", "–"],
    ]
    assert said["Only in C"] == [["–", "–", "@Night shifts in the emergency room"]]


def test_what_asks_more_is_said_and_the_words_that_differ_are_marked(
    client: Client, three: list[Posting]
) -> None:
    response = client.get(address(three[:2]))
    html = response.content.decode()
    assert "Asks more than A: 7+ years, not 3+" in html
    assert "<ins>7</ins> years of experience" in html
    assert list(table(response)) == ["Facts", "Skills", "Asked by both"]


def test_only_differences_are_shown_when_only_they_are_asked_for(
    client: Client, three: list[Posting]
) -> None:
    said = table(client.get(address(three[:2], "&diff=1")))
    assert said == {
        "Facts": [["3+ years", "7+ years"]],
        "Asked by both": [
            ["3 years of experience with data pipelines", "7 years of experience with data pipelines"]
        ],
    }


def test_columns_are_moved_and_taken_away_by_their_addresses(client: Client, three: list[Posting]) -> None:
    first, second, third = client.get(address(three, "&diff=1")).context["columns"]
    assert (first["earlier_url"], third["later_url"]) == ("", "")
    assert second["earlier_url"] == address([three[1], three[0], three[2]], "&diff=1")
    assert second["later_url"] == address([three[0], three[2], three[1]], "&diff=1")
    assert second["remove_url"] == address([three[0], three[2]], "&diff=1")


def test_more_than_six_are_left_out_and_said_to_be(client: Client, make_posting: MakePosting) -> None:
    postings = [make_posting(f"Posting {number}") for number in range(8)]
    response = client.get(address(postings))
    assert len(response.context["columns"]) == 6
    assert "Six can be compared at once" in response.content.decode()


def test_a_comparison_takes_the_same_queries_for_any_number_of_requirements(
    client: Client, make_posting: MakePosting, django_assert_num_queries: Callable[[int], Any]
) -> None:
    for count in (1, 20):
        pair = [
            make_posting(str(n), text="x" * 50, items=asked(*(f"Know tool {n} {k}" for k in range(count))))
            for n in range(2)
        ]
        with django_assert_num_queries(8):
            client.get(address(pair))


def test_the_table_is_taken_away_as_a_file(client: Client, three: list[Posting]) -> None:
    response = client.get(address(three, path="/compare.csv"))
    assert response["Content-Disposition"] == 'attachment; filename="comparison.csv"'
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert rows[0] == ["", "Data engineer (A)", "Senior data engineer (B)", "'=Nurse| (C)"]
    assert ["Required", "", "", ""] not in rows
    assert ["Required", "–", "–", "'@Night shifts in the emergency room"] in rows
    sheet = load_workbook(io.BytesIO(client.get(address(three, path="/compare.xlsx")).content)).active
    assert [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)] == rows
    said = client.get(address(three, path="/compare.md")).content.decode()
    assert "| Required | – | – | @Night shifts in the emergency room |\n" in said
    assert "=Nurse\\| (C) |" in said


def test_a_file_of_one_posting_leads_to_how_to_choose_more(client: Client, three: list[Posting]) -> None:
    html = client.get(address(three[:1], "&p=nobody", "/compare.csv"), follow=True).content.decode()
    assert "Choose two postings or more" in html
    assert "Not in the library any more: nobody" in html


def test_no_other_files_are_made(client: Client, three: list[Posting]) -> None:
    assert client.get(address(three, path="/compare.exe")).status_code == 404


def test_what_a_guide_has_and_a_posting_has_not_is_said_to_be_uncovered(
    client: Client, three: list[Posting], make_posting: MakePosting
) -> None:
    items = asked("A degree in computer science", "Fluent Welsh")
    guide = make_posting("What engineers do", kind=Kind.GUIDE, text="x" * 200, items=items)
    said = table(client.get(address([guide, three[0]])))
    assert said["Asked by both"] == [["A degree in computer science", "A degree in computer science"]]
    assert said["Only in the guide A: not covered"] == [["Fluent Welsh", "–"]]
    page = client.get(f"/postings/{guide.public_id}/", follow=True).content.decode()
    assert "Role guide, no vacancy" in page
    assert "Hold postings against it" in page
    assert client.get("/guides/", follow=True).context["cards"][0].title == "What engineers do"
