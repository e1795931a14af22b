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
        ("Join our 10-week, full-time summer program.", ["full_time"]),
        ("It is a fixed-term program.", ["temporary"]),
        ("This is a term appointment (not to exceed 2 years).", ["temporary"]),
        (
            "Work schedule: Full time\nPosition type: Excepted, not to exceed 24 months",
            ["full_time", "temporary"],
        ),
        ("Full-time, permanent contract", ["full_time"]),
        ("Status: full-time, unlimited contract", ["full_time"]),
        ("Fixed-term contract for 12 months", ["contract", "temporary"]),
        ("Full/Part Time: Full-Time\nDepartment: Ovens", ["full_time"]),
        ("This full-time position spans several internal grades.", ["full_time"]),
        ("What you get\n\nCrustwell seeks a full-time baker.", ["full_time"]),
        ("This notice is for contract work only.", ["contract"]),
        ("The Rye House is looking for a baker on a B2B basis.", ["contract"]),
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
        "We offer a permanent contract and an employment contract.",
        "The Rye House is a small organization with bakers and contractors in ten towns.",
        "We are looking for a baker to join our Contract Ovens team.",
        "The shop seeks lasting recipes rather than temporary ones.",
        "You have worked on a B2B product or on a B2B or fintech team.",
        "We do not work with C2C or agencies.",
        "You order audits, contract work such as oven repairs, and flour.",
    ],
)
def test_the_kinds_of_others_are_not_read(text: str) -> None:
    assert kinds(f"Baker\n\nBake.\n\nKnead.\n\nSell.\n\nClean.\n\n{text}") == []
