"""Title, employer, places, work mode and blanks: each with what it must not be taken from."""

from typing import Any

import pytest

from postings.facts import PostingFacts
from postings.parsing.reading import read_document


def facts_of(text: str) -> PostingFacts:
    return read_document(text).postings[0]


def value(fact: Any) -> Any:
    return fact.value if fact else None


BODY = "\n\nResponsibilities\n- Bake bread every day\n\nRequirements\n- Two years of baking experience\n"


@pytest.mark.parametrize(
    ("head", "title", "organization"),
    [
        (
            "# [Night Baker](https://b.example/apply/1)\n### Acme Bread\n#### `🌎 Leeds`",
            "Night Baker",
            "Acme Bread",
        ),
        ("Title: Night Baker\nCompany: Acme Bread", "Night Baker", "Acme Bread"),
        ("---\ntitle: Night Baker\ncompany: Acme Bread\n---", "Night Baker", "Acme Bread"),
        ("Night Baker\nAcme Bread\nLeeds, England", "Night Baker", "Acme Bread"),
        ("Night Baker\nAcme Bread | Boise, ID | Full-time", "Night Baker", "Acme Bread"),
        ("Night Baker (R12345)\n\nAt Acme Bread, we bake.", "Night Baker", "Acme Bread"),
        ("Bäcker (m/w/d)\n\nBrot ist unser Handwerk.", "Bäcker (m/w/d)", None),
        (
            "What are the responsibilities and job description for the Night Baker position at Acme Bread?",
            "Night Baker",
            "Acme Bread",
        ),
        (
            "Job Description\n\nAcme Bread is looking for a Head Baker to run the ovens.",
            "Head Baker",
            "Acme Bread",
        ),
        ("Night Baker\n\nWe use Python and work with Google.", "Night Baker", None),
    ],
)
def test_the_head_names_the_role_and_the_employer(head: str, title: str, organization: str | None) -> None:
    facts = facts_of(head + BODY)
    assert (value(facts.title), value(facts.organization)) == (title, organization)


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        ("This is a hybrid role.", "hybrid"),
        ("You will be in the office three days a week.", "hybrid"),
        ("This position is fully remote.", "remote"),
        ("Work from home.", "remote"),
        ("This role is on-site in Leeds.", "onsite"),
        ("You run our hybrid cloud.", None),
        ("You know remote sensing.", None),
        ("You support remote offices.", None),
        ("An onsite interview follows.", None),
    ],
)
def test_the_work_mode_is_that_of_the_role(sentence: str, mode: str | None) -> None:
    assert value(facts_of(f"Night Baker\n\n{sentence}{BODY}").work_mode) == mode


@pytest.mark.parametrize(
    ("head", "places"),
    [
        ("Location: Leeds, England", ["Leeds"]),
        ("Location: Austin, TX or Chicago, IL", ["Austin", "Chicago"]),
        ("This role is based in Lyon.", ["Lyon"]),
        ("We are based in Lyon and love bread.", []),
        ("Our customers are in London and Paris.", []),
    ],
)
def test_places_are_those_of_the_work(head: str, places: list[str]) -> None:
    facts = facts_of(f"Night Baker\n\n{head}{BODY}")
    assert [fact.value.city for fact in facts.locations if fact.value] == places


@pytest.mark.parametrize(
    ("text", "blanks"),
    [
        ("You work at [Company Name].", ["[Company Name]"]),
        ("[Insert years] of baking", ["[Insert years]"]),
        ("You join <company> now.", ["<company>"]),
        ("XX years of baking", ["XX"]),
        ("Pay: TBD", ["TBD"]),
        ("Dear {{ first_name }}", ["{{ first_name }}"]),
        (
            "No visas. (Please remove if eligible for sponsorship)",
            ["(Please remove if eligible for sponsorship)"],
        ),
        ("See [our site](https://a.example)", []),
        ("[ ] a box and [x] another", []),
        ("the ovens [gas and wood] are old", []),
    ],
)
def test_blanks_of_a_template_are_found(text: str, blanks: list[str]) -> None:
    facts = facts_of(f"Night Baker\n\n{text}{BODY}")
    assert [finding.raw for finding in facts.findings if finding.rule == "placeholder"] == blanks
