"""Tables with a posting a row: columns are known by name or said by the caller, rows keep their numbers."""

import json
from datetime import date, datetime

import pytest

from postings.readers import Confined, Preview, Refused, Source, Unreadable, read, read_each
from tests.readers.builders import xlsx

CSV = """\
Job Title,Company,City,Country,Min Salary,Max Salary,Currency,Pay period,Description,Requirements,Notes
Baker,Crumb,Leeds,UK,24000,27000,GBP,year,"You bake bread.
- Forty loaves",Two years,x
,,,,,,,,,,
Cook,Crumb,York,UK,,,,,,,
Waiter,Crumb,Hull,n/a,11.5,,GBP,hourly,"You serve <b>guests</b> &amp; children.<br>Daily.",,
"""
BAKER = """\
Title: Baker
Company: Crumb
Location: Leeds, UK
Salary: GBP 24000 - 27000 per year

You bake bread.
- Forty loaves

## Requirements

Two years"""
WAITER = """\
Title: Waiter
Company: Crumb
Location: Hull
Salary: from GBP 11.5 per hour

You serve guests & children.
Daily."""


@pytest.mark.parametrize("name", ["jobs.csv", "jobs.txt", ""])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_row_is_a_posting_and_keeps_its_number(name: str, delimiter: str) -> None:
    outcomes = list(read_each(CSV.replace(",", delimiter).encode(), name))
    baker, cook, waiter = outcomes
    assert baker == Source(f"{name}#2", BAKER, "text/csv", (), BAKER.index("\n\n") + 2)
    assert cook == Refused(f"{name}#4", "no_description", "Row 4 has no description.")
    assert (waiter.name, isinstance(waiter, Source) and waiter.text) == (f"{name}#5", WAITER)


def test_the_caller_says_which_column_is_which() -> None:
    content = "Yrke;Vad du gör;Var\nBagare;Du bakar bröd.;Lund\n".encode()
    columns = {"title": "Yrke", "description": "Vad du gör", "location": "Var"}
    (source,) = read(content, "jobb.csv", columns=columns)
    assert source.text == "Title: Bagare\nLocation: Lund\n\nDu bakar bröd."


def test_what_the_caller_says_wins_over_the_guess() -> None:
    content = b"title,description,text\nBaker,short,You bake bread.\n"
    (source,) = read(content, "a.csv", columns={"description": "text"})
    assert source.text == "Title: Baker\n\nYou bake bread."


def test_a_table_without_known_columns_says_which_it_has() -> None:
    with pytest.raises(Unreadable) as caught:
        read(b"a,b,colour\n1,2,red\n", "jobs.csv")
    assert caught.value.code == "csv_columns"
    assert str(caught.value) == (
        "No column is named as a title or a description. Columns found: “a”, “b”, “colour”. "
        "Name them in the first row, such as: title, company, location, description, requirements, salary."
    )


def test_a_column_that_is_not_there_is_told() -> None:
    with pytest.raises(Unreadable, match="It has no column “Yrke”") as caught:
        read(b"title,description\nBaker,You bake.\n", "jobs.csv", columns={"title": "Yrke"})
    assert caught.value.code == "csv_columns"


def test_bars_part_the_cells_where_the_name_says_table_but_not_in_markdown() -> None:
    text = "title|place|description\nBaker|Leeds|You bake bread.\n"
    assert read(text.encode(), "a.csv")[0].text == "Title: Baker\nLocation: Leeds\n\nYou bake bread."
    assert read(text.encode(), "a.md")[0].text == text


def test_prose_with_commas_is_no_table() -> None:
    text = "Baker, cook, waiter: we hire, today, tomorrow.\nCome, see, stay, and bring a friend.\n"
    (source,) = read(text.encode(), "a.txt")
    assert (source.text, source.media_type) == (text, "text/plain")


def test_a_quote_that_never_closes_is_read_to_the_end() -> None:
    (source,) = read(b'title,description\nBaker,"You bake\nbread, cake\n', "a.csv")
    assert source.text == "Title: Baker\n\nYou bake\nbread, cake"


def test_a_workbook_is_read_like_a_table() -> None:
    rows: list[list[object]] = [
        ["Our open positions"],
        ["Title", "Description", "Posted date", "Deadline", "Experience"],
        ["Baker", "You bake bread.\nDaily.", date(2026, 3, 1), datetime(2026, 4, 1, 12, 30), 2.0],
        [None, None, None, None, None],
        ["Cook", None, None, None, None],
    ]
    baker, cook = read_each(xlsx(Jobs=rows, Notes=[["x"]]), "jobs.xlsx")
    assert isinstance(baker, Source)
    assert (baker.name, baker.media_type.rpartition(".")[2]) == ("jobs.xlsx#3", "sheet")
    assert baker.text == (
        "Title: Baker\nExperience: 2\nPosted on: 2026-03-01\nCloses on: 2026-04-01\n\nYou bake bread.\nDaily."
    )
    assert (cook.name, isinstance(cook, Refused)) == ("jobs.xlsx#5", True)


def test_a_sheet_with_too_many_rows_is_refused_rather_than_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("postings.readers.batches.xlsx_rows.MOST_ROWS", 2)
    rows = [["title", "description"], ["Baker", "You bake."]]
    assert len(read(xlsx(Jobs=rows))) == 1
    with pytest.raises(Unreadable) as caught:
        read(xlsx(Jobs=[*rows, ["Cook", "You cook."]]))
    assert caught.value.code == "too_large"


def test_several_sheets_with_postings_are_told_apart() -> None:
    rows = [["title", "description"], ["Baker", "You bake bread."]]
    assert [source.name for source in read(xlsx(North=rows, South=rows), "a.xlsx")] == [
        "a.xlsx#North!2",
        "a.xlsx#South!2",
    ]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (xlsx(Jobs=[["a", "b"], [1, 2]]), "csv_columns"),
        (xlsx(Jobs=[]), "empty"),
        (b"title,description\n", "empty"),
    ],
)
def test_a_table_without_postings_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(content, "a.csv")
    assert caught.value.code == code


LINES = """\
{"yrke": "Bagare", "vad": "Du bakar bröd.", "krav": ["Två år", "Lugna händer"], "id": 7}

{"yrke": "Kock", "vad": "Du kokar soppa.", "var": "Lund", "krav": null}
{"yrke": "Kock", "var": "n/a"}
{"yrke":
""".encode()
SAID = {"title": "yrke", "description": "vad", "requirements": "krav", "locations": "var"}


def previews_of(content: bytes, name: str = "") -> list[Preview]:
    with Confined() as confined:
        return confined.previews(content, name)


def test_json_lines_are_shown_as_the_table_that_they_are() -> None:
    (preview,) = previews_of(LINES, "jobb.jsonl")
    assert preview == Preview(
        name="",
        header=("yrke", "vad", "krav", "id", "var"),
        rows=(
            ("Bagare", "Du bakar bröd.", "Två år, Lugna händer", "7", ""),
            ("Kock", "Du kokar soppa.", "", "", "Lund"),
            ("Kock", "", "", "", "n/a"),
        ),
        count=3,
    )


def test_json_lines_are_read_as_somebody_has_said_and_a_broken_one_is_told() -> None:
    baker, cook, bare, broken = read_each(LINES, "jobb.jsonl", columns=SAID)
    text = "Title: Bagare\n\nDu bakar bröd.\n\n## Requirements\n\n- Två år\n- Lugna händer"
    assert baker == Source("jobb.jsonl#1", text, "application/jsonl", (), text.index("\n\n") + 2)
    assert isinstance(cook, Source)
    assert (cook.name, cook.text) == ("jobb.jsonl#3", "Title: Kock\nLocation: Lund\n\nDu kokar soppa.")
    assert isinstance(bare, Refused)
    assert isinstance(broken, Refused)
    assert (bare.name, bare.code) == ("jobb.jsonl#4", "no_description")
    assert (broken.name, broken.code) == ("jobb.jsonl#5", "truncated")


@pytest.mark.parametrize("wrapped", ["[{}]", '{{"jobs": [{}]}}'])
def test_a_list_of_flat_objects_is_a_table_too(wrapped: str) -> None:
    entries = '{"yrke": "Bagare", "vad": "Du bakar."}, {"yrke": "Kock", "vad": "Du kokar."}'
    content = wrapped.format(entries).encode()
    (preview,) = previews_of(content, "jobb.json")
    assert (preview.header, preview.count) == (("yrke", "vad"), 2)
    said = {"title": "yrke", "description": "vad"}
    assert [source.text for source in read(content, "jobb.json", columns=said)] == [
        "Title: Bagare\n\nDu bakar.",
        "Title: Kock\n\nDu kokar.",
    ]


FLAT = {"title": "Baker", "description": "You bake bread."}


@pytest.mark.parametrize(
    "entries",
    [
        [FLAT],
        [FLAT, {**FLAT, "company": {"name": "Crumb"}}],
        [FLAT, {**FLAT, "@type": "JobPosting"}],
        [FLAT, {**FLAT, "a\nb": "c"}],
        [FLAT, {**FLAT, "\0": "c"}],
        [FLAT, {**FLAT, "\ud800": "c"}],
        [{"text": "You bake."}, {"text": "You cook."}],
        [{f"key {number}": "x" for number in range(201)}, FLAT],
        ["Baker", "Cook"],
        FLAT,
    ],
    ids=str,
)
def test_json_that_says_itself_what_is_what_is_no_table(entries: object) -> None:
    assert previews_of(json.dumps(entries).encode(), "jobs.json") == []


def test_half_a_character_in_a_cell_can_be_shown() -> None:
    (preview,) = previews_of(json.dumps([{**FLAT, "note": "\ud800"}, FLAT]).encode())
    assert preview.rows[0][-1] == "?"
