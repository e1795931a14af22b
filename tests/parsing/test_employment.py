"""Kinds of employment: of this role, by label, title or sentence; not those of others."""

import pytest

from postings.parsing.extract.employment import read_employment
from postings.parsing.outline import outline
from postings.parsing.part import Part
from postings.parsing.view import View


def kinds(text: str) -> list[str]:
    view = View(text)
    return [fact.value.value for fact in read_employment(Part(view, outline(view, 0), 0)) if fact.value]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Job type: Full-time", ["full_time"]),
        ("(Contract) Night Baker\n\nBake bread.", ["contract"]),
        ("type: Contract\n\nThis is a 6-month part-time contract position.", ["part_time", "contract"]),
        ("- 20 hours a week (part-time)", ["part_time"]),
        ("Contract: 12 months", ["contract"]),
        ("This is a term appointment (not to exceed 2 years).", ["temporary"]),
        (
            "Work schedule: Full time\nPosition type: Excepted, not to exceed 24 months",
            ["full_time", "temporary"],
        ),
    ],
)
def test_a_kind_is_read(text: str, expected: list[str]) -> None:
    assert kinds(f"Baker\n\n{text}") == expected


@pytest.mark.parametrize(
    "text",
    [
        "The employer is a contractor for the city.",
        "Full-time employees get free bread.",
        "Expenses are not to exceed the budget.",
        "You negotiate contracts: 12 a month.",
    ],
)
def test_the_kinds_of_others_are_not_read(text: str) -> None:
    assert kinds(f"Baker\n\nBake.\n\nKnead.\n\nSell.\n\nClean.\n\n{text}") == []
