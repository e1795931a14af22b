"""Claims about visa sponsorship: what is offered, what is refused, and what says nothing of it."""

import pytest

from postings.parsing.assemble import read_postings


def sponsorship_of(sentence: str) -> str | None:
    text = "Night Baker\n\nWe are hiring. You have three years of experience and bake bread at night. "
    fact = read_postings(text + sentence)[0].visa_sponsorship
    return fact.value if fact else None


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("We will consider sponsoring a new qualified applicant for employment authorization.", "yes"),
        ("Visa sponsorship is available.", "yes"),
        ("We cannot support candidates requiring visa sponsorship.", "no"),
        ("The role is not open to applicants who need sponsorship.", "no"),
        ("We will not sponsor visas.", "no"),
        ("You cannot bake without flour; we sponsor a qualified team of rowers.", None),
        ("You need a permit to bake.", None),
    ],
)
def test_what_is_said_of_sponsorship(sentence: str, answer: str | None) -> None:
    assert sponsorship_of(sentence) == answer
