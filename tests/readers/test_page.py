"""Pages that declare their posting (JSON-LD): the facts stand above the text, and nothing is said twice."""

import json
from typing import Any

import pytest

from postings.readers import Source, read

DESCRIPTION = (
    "<p>We look for a baker who likes early mornings and warm ovens in our town shop.</p>"
    "<ul><li>Bake forty loaves before the doors open at seven</li><li>Train one apprentice a year</li></ul>"
)
JOB: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "Baker &amp; Confectioner",
    "hiringOrganization": {"@type": "Organization", "name": "Crumb Brothers"},
    "jobLocation": {
        "@type": "Place",
        "address": {"addressLocality": "Leeds", "addressRegion": "England", "addressCountry": {"name": "UK"}},
    },
    "employmentType": ["FULL_TIME", "CONTRACTOR"],
    "datePosted": "2026-03-01T08:00:00Z",
    "validThrough": "2026-04-01",
    "baseSalary": {"currency": "GBP", "value": {"minValue": 24000, "maxValue": 27500.5, "unitText": "YEAR"}},
    "description": DESCRIPTION,
}
HEADER = """\
Title: Baker & Confectioner
Company: Crumb Brothers
Location: Leeds, England, UK
Employment type: full_time, contract
Salary: GBP 24000 - 27500.5 per year
Posted on: 2026-03-01
Closes on: 2026-04-01

"""
TEXT = (
    "We look for a baker who likes early mornings and warm ovens in our town shop.\n\n"
    "- Bake forty loaves before the doors open at seven\n- Train one apprentice a year"
)


def page(data: object, body: str) -> bytes:
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    return f"<html><head>{script}</head><body>{body}</body></html>".encode()


def only(content: bytes) -> Source:
    (source,) = read(content, "job.html")
    return source


@pytest.mark.parametrize("data", [JOB, [{"@type": "WebSite"}, JOB], {"@graph": [{"@type": "Person"}, JOB]}])
def test_the_declared_facts_stand_above_the_text(data: object) -> None:
    source = only(page(data, ""))
    assert source.text == HEADER + TEXT
    assert source.text[: source.declared] == HEADER


def test_a_description_that_the_page_shows_is_printed_once() -> None:
    source = only(page(JOB, f"<h1>Baker</h1>{DESCRIPTION}<p>Write to us.</p>"))
    assert source.text == f"{HEADER}# Baker\n\n{TEXT}\n\nWrite to us."


def test_of_a_page_that_shows_a_part_only_what_is_new_is_added() -> None:
    source = only(page(JOB, "<p>Train one apprentice a year</p><p>Our shop opened in 1920 in a barn.</p>"))
    assert source.text == f"{HEADER}{TEXT}\n\nOur shop opened in 1920 in a barn."


def test_several_postings_of_one_page_are_several_texts() -> None:
    other = JOB | {"title": "Cook", "description": "<p>You cook soup for eighty guests.</p>"}
    first, second = read(page([JOB, other], "<p>Jobs</p>"), "jobs.html")
    assert (first.name, second.name) == ("jobs.html#1", "jobs.html#2")
    assert second.text.endswith("You cook soup for eighty guests.")


@pytest.mark.parametrize(
    "broken", ["{", "[[[", '{"@type": "JobPosting"', "null", "[1, 2]", '"text"', '{"title":' * 3000]
)
def test_a_declaration_that_is_none_leaves_the_page(broken: str) -> None:
    markup = f'<html><script type="application/ld+json">{broken}</script><p>A baker is wanted.</p></html>'
    assert only(markup.encode()) == Source("job.html", "A baker is wanted.", "text/html")


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"jobLocationType": "TELECOMMUTE"}, "Work mode: remote"),
        ({"applicantLocationRequirements": [{"name": "USA"}, {"name": "Canada"}]},
         "Remote scope: USA, Canada"),
        ({"jobLocation": [{"address": "York"}, {"name": "Hull"}]}, "Location: York\nLocation: Hull"),
        ({"baseSalary": {"currency": "USD", "value": {"value": 21.5, "unitText": "HOUR"}}},
         "Salary: USD 21.5 per hour"),
        ({"baseSalary": {"currency": "USD", "value": {"minValue": 50000}}}, "Salary: from USD 50000"),
        ({"baseSalary": {"currency": "EUR", "value": {"maxValue": 3000, "unitText": "MONTH"}}},
         "Salary: up to EUR 3000 per month"),
        ({"baseSalary": "£24,000 a year"}, "Salary: £24,000 a year"),
        ({"experienceRequirements": {"monthsOfExperience": 24}}, "Experience: 2 years"),
        ({"experienceRequirements": {"monthsOfExperience": 18}}, "Experience: 18 months"),
        ({"educationRequirements": {"credentialCategory": "bachelor degree"}}, "Education: bachelor degree"),
        ({"identifier": {"value": "B-12"}}, "Reference: B-12"),
        ({"url": "https://bread.example/jobs/12"}, "Apply: https://bread.example/jobs/12"),
        ({"hiringOrganization": "Crumb"}, "Company: Crumb"),
    ],
)  # fmt: skip
def test_each_fact_has_its_line(fields: dict[str, object], line: str) -> None:
    data = {"@type": "JobPosting", "description": "You bake bread for a whole town.", **fields}
    assert only(page(data, "")).text == f"{line}\n\nYou bake bread for a whole town."


@pytest.mark.parametrize(
    "fields",
    [
        {"baseSalary": {"currency": "USD", "value": {"minValue": 0, "maxValue": 0}}},
        {"baseSalary": 50000},
        {"employmentType": "OTHER"},
        {"datePosted": "last Tuesday", "validThrough": "2026-13-45"},
        {"jobLocationType": "MOON"},
        {"url": "javascript:alert(1)"},
        {"title": None, "hiringOrganization": {"name": ["x"]}, "jobLocation": [None, 3, {}]},
    ],
)
def test_what_is_not_stated_is_not_guessed(fields: dict[str, object]) -> None:
    data = {"@type": "JobPosting", "description": "You bake bread for a whole town.", **fields}
    assert only(page(data, "")) == Source("job.html", "You bake bread for a whole town.", "text/html")
