"""Claims about education: the degree that is asked for; one that nobody needs or somebody has not is none."""

import pytest

from postings.parsing.extract.education import read_education
from postings.parsing.outline import outline
from postings.parsing.part import Part
from postings.parsing.view import View


def level(text: str) -> str | None:
    view = View(f"Baker\n\n{text}\n")
    fact = read_education(Part(view, outline(view, 0), 0))
    return fact.value.value if fact and fact.value else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Requirements\n\n- Bachelor's degree in baking", "bachelor"),
        ("Requirements\n\n- Bachelor's degree; a Master's degree is not required", "bachelor"),
        ("Requirements\n\n- Bachelor's degree or, if you don't have a degree, 5 years of baking", "bachelor"),
        ("Requirements\n\n- Not only a Bachelor's degree but taste", "bachelor"),
    ],
)
def test_a_degree_is_asked_for(text: str, expected: str) -> None:
    assert level(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "We don't require degrees.",
        "No degree needed, but a love of bread.",
        "You do not have to have a computer science degree; some of us have no degree at all.",
        "We don't care whether you have a CS degree or even a high school diploma.",
        "A college degree isn't necessary.",
        "A degree is nice but not needed.",
        "We never ask for a degree.",
        "We hire bakers with or without a degree.",
        "Whether or not you have a degree, you are welcome.",
    ],
)
def test_a_text_says_that_none_is_needed(text: str) -> None:
    assert level(text) == "none"


@pytest.mark.parametrize(
    "text",
    [
        "If you didn't get a Ph.D. from a famous school, you are welcome.",
        "You may not have a PhD in dough but you know rye.",
        "Candidates without a college degree may apply.",
        "Requirements\n\n- 5 years of baking without a Bachelor's or Master's degree",
        "Requirements\n\n- 4 years of baking if no Master's degree",
    ],
)
def test_a_degree_that_somebody_has_not_is_not_asked_for(text: str) -> None:
    assert level(text) is None
