"""All of a selection as a file: as many as its page says, and nothing in it that calculates."""

import csv
import io
import json
from collections.abc import Callable
from decimal import Decimal

import pytest
from django.http import StreamingHttpResponse
from django.test import Client
from openpyxl import load_workbook

from postings.export import streams, xlsx
from postings.facts import Fact, Item, Location, Pay, SkillUse, Span, Years
from postings.facts_json import facts_from_json
from postings.models import Posting
from postings.own_part import own_part
from postings.stored import facts_of
from postings.vocabulary import Level, Period, Section, Strength, WorkMode

MakePosting = Callable[..., Posting]
pytestmark = pytest.mark.django_db(transaction=True)
TEXT = "=HYPERLINK(1)\nRemote\n- Python\n- +SUM(A1)\n"


@pytest.fixture
def library(make_posting: MakePosting) -> list[Posting]:
    known = make_posting(
        "=HYPERLINK(1)",
        text=TEXT,
        organization=Fact("Ümlaut & Söhne"),
        level=Fact(Level.SENIOR),
        work_mode=Fact(WorkMode.REMOTE, span=Span(14, 20), raw="Remote"),
        locations=(Fact(Location("Ulm", "Ulm", "", "DE")), Fact(Location("Rio"))),
        experience_years=Fact(Years(Decimal("2.5"))),
        pay=(
            Fact(Pay(Decimal(50), Decimal("60.50"), "EUR", Period.HOUR)),
            Fact(Pay(Decimal(900), None, "USD", Period.MONTH, open_top=True, scope="Boston")),
        ),
        items=(
            Item(Section.REQUIRED, "Python", Span(23, 29), skills=("python",)),
            Item(Section.REQUIRED, "+SUM(A1)", Span(32, 40), any_of=("A", "B")),
        ),
        skills=(SkillUse("python", "Python", Strength.REQUIRED, (Span(23, 29),)),),
    )
    return [known, *(make_posting(f"Nurse {number}", level=Fact(Level.ENTRY)) for number in range(4))]


def taken(client: Client, address: str) -> bytes:
    response = client.get(address)
    assert response.status_code == 200, response.content
    assert isinstance(response, StreamingHttpResponse)
    return b"".join(response)


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def test_a_row_says_all_of_a_posting_and_calculates_nothing(client: Client, library: list[Posting]) -> None:
    (row,) = rows_of(taken(client, "/export.csv?level=senior"))
    assert {name: value for name, value in row.items() if value} == {
        "Id": library[0].public_id,
        "Address": f"http://testserver/postings/{library[0].public_id}/hyperlink1/",
        "Title": "'=HYPERLINK(1)",
        "Company": "Ümlaut & Söhne",
        "Kind": "Posting",
        "Places": "Ulm; Rio",
        "Work mode": "Remote",
        "Level": "Senior",
        "Required skills": "Python",
        "Years from": "2.5",
        "Pay from": "50",
        "Pay up to": "60.5",
        "Currency": "EUR",
        "Per": "an hour",
        "Kind of pay": "Base",
        "A year from": "104000",
        "A year up to": "125840",
        "First published": "2026-03-01 10:00:00",
        "Last published": "2026-03-01 10:00:00",
        "Revision": "1",
    }


def test_requirements_and_bands_have_files_of_their_own(client: Client, library: list[Posting]) -> None:
    items = rows_of(taken(client, "/export.requirements.csv"))
    assert [(row["Section"], row["Text"], row["Any of"], row["Skills"]) for row in items] == [
        ("Required", "Python", "", "Python"),
        ("Required", "'+SUM(A1)", "A; B", ""),
    ]
    bands = rows_of(taken(client, "/export.pay.csv"))
    assert [(row["Pay from"], row["Open top"], row["For"]) for row in bands] == [
        ("50", "", ""),
        ("900", "yes", "Boston"),
    ]


@pytest.mark.parametrize("query", ["", "?level=entry", "?q=nurse", "?sort=pay_high", "?level=lead"])
def test_a_file_has_the_postings_of_the_page_in_its_order(
    query: str, client: Client, library: list[Posting], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streams, "ROWS_AT_ONCE", 2)
    page = client.get(f"/{query}").context
    rows = rows_of(taken(client, f"/export.csv{query}"))
    assert [row["Id"] for row in rows] == [card.id for card in page["cards"]]
    assert len(rows) == page["total"]


def test_a_line_of_json_has_every_fact_with_its_words(client: Client, library: list[Posting]) -> None:
    lines = [json.loads(line) for line in taken(client, "/export.jsonl").splitlines()]
    by_id = {line["id"]: line for line in lines}
    assert len(lines) == 5
    own, text = own_part(facts_of(library[0]), TEXT)
    assert facts_from_json(by_id[library[0].public_id]["facts"]) == own
    assert by_id[library[0].public_id]["text"] == text


def test_a_workbook_has_three_sheets_and_numbers_that_are_numbers(
    client: Client, library: list[Posting]
) -> None:
    book = load_workbook(io.BytesIO(taken(client, "/export.xlsx?level=senior")))
    assert book.sheetnames == ["Postings", "Requirements", "Pay"]
    header, row = (list(one) for one in book["Postings"].iter_rows(values_only=True))
    known = dict(zip(header, row, strict=True))
    assert (known["Title"], known["Pay up to"], known["A year from"]) == ("'=HYPERLINK(1)", 60.5, 104_000)
    assert known["First published"].year == 2026
    assert [len(list(sheet.iter_rows())) for sheet in book] == [2, 3, 3]


def test_what_a_sheet_cannot_hold_goes_on_in_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MOST_ROWS", 4)
    rows = [["a", number] for number in range(7)]
    sheets = [
        xlsx.Sheet("Many", ["x", "y"], rows),
        xlsx.Sheet("None", ["z"], []),
        xlsx.Sheet("Full", ["z"], rows[:3]),
    ]
    book = load_workbook(io.BytesIO(b"".join(xlsx.workbook(sheets))))
    found = {sheet.title: [row[-1] for row in sheet.iter_rows(min_row=2, values_only=True)] for sheet in book}
    assert found == {"Many": [0, 1, 2], "Many 2": [3, 4, 5], "Many 3": [6], "None": [], "Full": [0, 1, 2]}


@pytest.mark.parametrize("text", ["\x00\x0b a", "\ud800", "<&>\"'", " lead", "x" * 40_000, "\ufffe"])
def test_any_text_is_a_cell(text: str) -> None:
    book = load_workbook(io.BytesIO(b"".join(xlsx.workbook([xlsx.Sheet("A", ["x"], [[text]])]))))
    assert (book["A"]["A2"].value or "") == xlsx.UNWRITABLE.sub("", text)[: xlsx.LONGEST_TEXT]
