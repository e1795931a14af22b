"""Blanks of a template: what a person who publishes wants to be stopped by, and what only looks like one."""

import pytest

from postings.parsing.extract.placeholders import read_placeholders
from postings.parsing.part import Part
from postings.parsing.view import View


def blanks(text: str) -> list[str]:
    return [finding.raw for finding in read_placeholders(Part(View(text), ()))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Start date: TBD", ["TBD"]),
        ("The start date is TBC.", ["TBC"]),
        ("**Shift:** TBA", ["TBA"]),
        ("Salary: to be confirmed", ["to be confirmed"]),
        ("duties: | To Be Updated Soon\n", ["To Be Updated Soon"]),
        ("Pay: $XX,XXX a year", ["$XX,XXX"]),
        ("Bring X years, or XX+ years, of baking", ["XX+"]),
        ("You report to [hiring manager name].", ["[hiring manager name]"]),
        ("Bake at {company_name}.", ["{company_name}"]),
        ("{{ shop.name }} is hiring. Join {{ shop.name }}!", ["{{ shop.name }}"]),
        ("---\ntitle: [Role Title]\n---\nBake bread.", ["[Role Title]"]),
        ("Lorem ipsum dolor sit amet.", ["Lorem ipsum dolor sit amet"]),
    ],
)
def test_a_blank_is_found(text: str, expected: list[str]) -> None:
    assert blanks(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "TBD is hiring bakers.",
        "Made up of Crumb, Crust and TBD, we bake for everyone.",
        "You report to the head of ovens at TBD.",
        "The price lists need to be updated each year.",
        "---\n# The box says [ Name your file ... ]\n# To be updated\ntitle: Baker\n---\nBake bread.",
        "---\npermalink: {{ page.url }}\n---\nBake bread.",
        "<!-- [Insert the name of the shop] -->\nBake bread.",
        "{% include footer.html %}\nBake bread.",
        "Sizes from XL to XXL",
        "Set `{a}` in the recipe [sic]",
    ],
)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert blanks(text) == []
