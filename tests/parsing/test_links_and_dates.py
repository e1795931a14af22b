"""Where and until when to apply: by a label, the words of a link or its path; days in one reading alone."""

import pytest

from postings.parsing.extract.links_and_dates import read_links_and_dates
from postings.parsing.outline import outline
from postings.parsing.part import Part
from postings.parsing.view import View


def read(text: str) -> tuple[str | None, str | None, str | None]:
    view = View(text)
    url, posted, closes = read_links_and_dates(Part(view, outline(view, 0), 0))
    return (
        url.value if url else None,
        posted.value.isoformat() if posted and posted.value else None,
        closes.value.isoformat() if closes and closes.value else None,
    )


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Apply at https://bread.example/jobs/7.", "https://bread.example/jobs/7"),
        ("You can read more and apply at www.bread.example/careers.", "https://www.bread.example/careers"),
        ("[Apply now](https://bread.example/7)", "https://bread.example/7"),
        ("Apply now (https://bread.example/jobs?a=1&\nb=2)\nBaker", "https://bread.example/jobs?a=1&b=2"),
        ("More here: https://bread.example/apply/", "https://bread.example/apply/"),
    ],
)
def test_an_address_to_apply_at_is_read(text: str, address: str) -> None:
    assert read(text)[0] == address


@pytest.mark.parametrize(
    "text",
    [
        "Learn more at www.bread.example.",
        "[Our shop](https://bread.example)",
        "See https://bread.example/blog and https://bread.example/team",
        "Read https://bread.example/apply/ and https://rolls.example/apply/",
    ],
)
def test_another_address_is_none(text: str) -> None:
    assert read(text)[0] is None


@pytest.mark.parametrize(
    ("text", "posted", "closes"),
    [
        ("Posted on 3 May 2026\n\nApply by June 1, 2026", "2026-05-03", "2026-06-01"),
        ("Bewerbungsfrist: 30.09.2026", None, "2026-09-30"),
        ("Closing date: 31.05.26", None, "2026-05-31"),
        ("Apply by 03/04/2026", None, None),
        ("Posted today. We have baked since 2011-05-03.", None, None),
        ("We aim for 2030. The deadline is soon.", None, None),
    ],
)
def test_days_are_read_behind_their_labels(text: str, posted: str | None, closes: str | None) -> None:
    assert read(text)[1:] == (posted, closes)
