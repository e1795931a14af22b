"""Postings as job boards publish them: facts above, the text below, whatever the board calls its fields."""

import html
import json
from typing import Any

import pytest

from postings.readers import Refused, Source, Unreadable, read, read_each

MARKUP = "<p>You bake bread.</p><ul><li>Forty loaves</li></ul>"
TEXT = "You bake bread.\n\n- Forty loaves"

GREENHOUSE: dict[str, Any] = {
    "absolute_url": "https://boards.greenhouse.example/crumb/jobs/1",
    "location": {"name": "Leeds, England"},
    "title": "Baker",
    "company_name": "Crumb Brothers",
    "first_published": "2026-03-01T05:58:03-04:00",
    "requisition_id": "77",
    "departments": [{"name": "Bakery"}],
    "content": html.escape(MARKUP),
}
LEVER: dict[str, Any] = {
    "text": "Baker",
    "categories": {"commitment": "Full-time", "department": "Bakery", "team": "Nights", "location": "Leeds"},
    "workplaceType": "onsite",
    "createdAt": 1767596368549,
    "description": "<p>You bake bread.</p>",
    "lists": [{"text": "Requirements", "content": "<li>Two years in a bakery</li><li>Steady hands</li>"}],
    "additional": "<p>Write to us.</p>",
    "salaryRange": {"currency": "GBP", "min": 24000, "max": 27000, "interval": "per-year-salary"},
    "hostedUrl": "https://jobs.lever.example/crumb/1",
    "applyUrl": "https://jobs.lever.example/crumb/1/apply",
}
ASHBY: dict[str, Any] = {
    "title": "Baker",
    "department": "Bakery",
    "employmentType": "FullTime",
    "location": "Europe",
    "secondaryLocations": [{"location": "Leeds"}],
    "publishedAt": "2026-03-01T20:13:45.158+00:00",
    "isRemote": True,
    "jobUrl": "https://jobs.ashby.example/crumb/1",
    "compensation": {"scrapeableCompensationSalarySummary": "£24K - £27K"},
    "descriptionHtml": MARKUP,
}
PLATSBANKEN: dict[str, Any] = {
    "headline": "Bagare",
    "application_deadline": "2026-04-01T23:59:59",
    "publication_date": "2026-03-01T12:00:00",
    "description": {"text": "Du bakar bröd.\r\n\r\n• Fyrtio limpor", "conditions": "Heltid"},
    "employer": {"name": "Smulan AB"},
    "working_hours_type": {"label": "Heltid"},
    "salary_description": "Månadslön",
    "workplace_address": {"municipality": "Lund", "region": "Skåne län", "country": "Sverige"},
    "application_details": {"url": "https://smulan.example/jobb", "reference": "B-7"},
    "must_have": {"skills": [{"label": "Surdeg"}], "languages": [{"label": "Svenska"}]},
    "nice_to_have": {"work_experiences": [{"label": "Konditor"}]},
}
UNKNOWN: dict[str, Any] = {
    "id": 7,
    "jobTitle": "Baker",
    "company": {"id": 1, "name": "Crumb Brothers"},
    "location": {"city": "Leeds", "country": "UK"},
    "salary": {"min": 24000, "max": 27000, "currency": "GBP", "period": "yearly"},
    "jobDescription": MARKUP,
    "requirements": ["Two years in a bakery", "Steady hands"],
}

POSTINGS = {
    "greenhouse": (GREENHOUSE, f"""\
Title: Baker
Company: Crumb Brothers
Location: Leeds, England
Department: Bakery
Posted on: 2026-03-01
Apply: https://boards.greenhouse.example/crumb/jobs/1
Reference: 77

{TEXT}"""),
    "lever": (LEVER, """\
Title: Baker
Location: Leeds
Work mode: onsite
Employment type: full_time
Department: Bakery, Nights
Salary: GBP 24000 - 27000 per year
Apply: https://jobs.lever.example/crumb/1/apply

You bake bread.

## Requirements

- Two years in a bakery
- Steady hands

Write to us."""),
    "ashby": (ASHBY, f"""\
Title: Baker
Location: Europe
Location: Leeds
Work mode: remote
Employment type: full_time
Department: Bakery
Salary: £24K - £27K
Posted on: 2026-03-01
Apply: https://jobs.ashby.example/crumb/1

{TEXT}"""),
    "platsbanken": (PLATSBANKEN, """\
Title: Bagare
Company: Smulan AB
Location: Lund, Skåne län, Sverige
Employment type: full_time
Salary: Månadslön
Posted on: 2026-03-01
Closes on: 2026-04-01
Apply: https://smulan.example/jobb
Reference: B-7

Du bakar bröd.

• Fyrtio limpor

## Required

- Surdeg
- Language: Svenska

## Preferred

- Experience: Konditor

## Conditions

Heltid"""),
    "unknown": (UNKNOWN, f"""\
Title: Baker
Company: Crumb Brothers
Location: Leeds, UK
Salary: GBP 24000 - 27000 per year

{TEXT}

## Requirements

- Two years in a bakery
- Steady hands"""),
    "schema.org": ({"@type": "http://schema.org/JobPosting", "title": "Baker",
                    "description": "You bake bread.", "qualifications": "Two years in a bakery"},
                   "Title: Baker\n\nYou bake bread.\n\n## Requirements\n\nTwo years in a bakery"),
}  # fmt: skip


def as_json(data: object) -> bytes:
    return json.dumps(data, indent=1).encode()


@pytest.mark.parametrize("board", POSTINGS)
def test_a_posting_has_its_facts_above_its_text(board: str) -> None:
    data, text = POSTINGS[board]
    (source,) = read(as_json(data), "job.json")
    declared = text.index("\n\n") + 2
    assert source == Source("job.json", text, "application/json", (), declared)


@pytest.mark.parametrize(
    "wrap", [lambda jobs: jobs, lambda jobs: {"jobs": jobs}, lambda jobs: {"data": {"hits": jobs}}]
)
def test_a_list_of_postings_is_several_texts(wrap: Any) -> None:
    sources = read(as_json(wrap([GREENHOUSE, ASHBY])), "board.json")
    assert [source.name for source in sources] == ["board.json#1", "board.json#2"]
    assert [source.text for source in sources] == [POSTINGS["greenhouse"][1], POSTINGS["ashby"][1]]


def test_json_lines_are_named_by_their_line_and_one_broken_line_hides_no_other() -> None:
    lines = [json.dumps(GREENHOUSE), "", '{"title": "Ba', json.dumps({"id": 3}), json.dumps(UNKNOWN)]
    outcomes = list(read_each("\n".join(lines).encode(), "jobs.jsonl"))
    assert [(one.name, one.code if isinstance(one, Refused) else one.media_type) for one in outcomes] == [
        ("jobs.jsonl#1", "application/jsonl"),
        ("jobs.jsonl#3", "truncated"),
        ("jobs.jsonl#4", "no_description"),
        ("jobs.jsonl#5", "application/jsonl"),
    ]


def test_a_long_address_is_kept_whole() -> None:
    address = "https://bread.example/apply?token=" + "a1" * 400
    (source,) = read(as_json(GREENHOUSE | {"absolute_url": address}))
    assert f"Apply: {address}\n" in source.text


def test_a_posting_in_an_envelope_is_found() -> None:
    (source,) = read(as_json({"status": "ok", "job": GREENHOUSE}))
    assert source.text == POSTINGS["greenhouse"][1]


def test_nuls_and_lone_surrogates_written_as_escapes_do_not_reach_the_text() -> None:
    (source,) = read(b'{"title": "Ba\\u0000ker\\ud800", "description": "You bake\\u0000 bread\\udfff."}')
    assert source.text == "Title: Baker\n\nYou bake bread."


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b'{"title": "Baker", "description": "You', "truncated"),
        (b'[{"title": "Baker"}, ', "truncated"),
        (b'{"title":' * 5000, "truncated"),
        (b'{"title":' * 5000 + b"1" + b"}" * 5000, "truncated"),
        (b'{"title": "Baker"}', "no_description"),
        (b'{"numbers": [1, 2, 3], "requirements": 4}', "no_description"),
        (b"[]", "no_description"),
        (b"[1, 2]", "no_description"),
    ],
)
def test_json_without_a_posting_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(content, "job.json")
    assert caught.value.code == code


@pytest.mark.parametrize("value", [None, 3, True, [], {}, "", [None], [[[]]], {"name": {"name": {}}}])
@pytest.mark.parametrize("board", POSTINGS)
def test_no_value_of_any_type_breaks_a_board(board: str, value: object) -> None:
    data, _ = POSTINGS[board]
    for key in data:
        outcomes = list(read_each(as_json(data | {key: value}), "job.json"))
        assert all(isinstance(one, Source) or one.code == "no_description" for one in outcomes)
