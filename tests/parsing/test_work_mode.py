"""Remote, hybrid or on site: each phrase with what it must not be taken from, and how they are weighed."""

import pytest

from postings.parsing.reading import read_document

BODY = "\n\nResponsibilities\n- Bake bread every day\n\nRequirements\n- Two years of baking experience\n"
BOARD = "# [Night Baker](https://b.example/apply/1)\n### Acme Bread\n#### `🌎 {}`\n\n"


def mode_of(text: str) -> str | None:
    fact = read_document(text + BODY).postings[0].work_mode
    return fact.value if fact else None


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        ("This is a hybrid position.", "hybrid"),
        ("This is a hybrid baking and sales role.", None),
        ("We offer two days of remote work a week.", "hybrid"),
        ("You come into the office at least three days a week.", "hybrid"),
        ("We meet two days a quarter in the office.", None),
        ("Contrato com jornada flexível, de forma híbrida.", "hybrid"),
        ("Depending on the role, people work on a hybrid schedule.", None),
        ("Expect a mixture of days in our office and working from home.", "hybrid"),
        ("This work must be performed in person.", "onsite"),
        ("#XY-Remote", "remote"),
        ("You may work from our Leeds office or remote.", "remote"),
        ("You use our oven (BK Remote) software.", None),
        ("You remotely monitor ovens.", None),
        ("This is fully remote, with an occasional day at the office.", "remote"),
        ("A daily, on-site job (not a remote position).", "onsite"),
        ("This is an on-site baking role.", "onsite"),
        ("We keep a hybrid work culture. This position is on-site in Lyon.", "onsite"),
        ("This position is on-site three days a week.", "hybrid"),
        ("You are in the office five days a week.", "onsite"),
        ("This job is remote. If this job is not remote, say so.", "remote"),
        ("This job is remote. It is not eligible for remote work in Utah.", "remote"),
        (
            "If you live near our office, you come in two days a week in the office. Otherwise remote work.",
            "remote",
        ),
    ],
)
def test_a_sentence_says_where_one_works(sentence: str, mode: str | None) -> None:
    assert mode_of(f"Night Baker\n\n{sentence}") == mode


@pytest.mark.parametrize(
    ("head", "mode"),
    [
        ("Remote Employment: Flexible/Hybrid", "hybrid"),
        ("Telework eligible: Yes", "remote"),
        ("Telework eligible: No", "onsite"),
        ("Remote, Italy", "remote"),
        ("Acme Bread | Hybrid | Full-time", "hybrid"),
        ("Remote ovens", None),
        ("Location: Remote or on-site in Lyon", "hybrid"),
        ("Location: Lyon (no remote)", "onsite"),
    ],
)
def test_a_line_says_where_one_works(head: str, mode: str | None) -> None:
    assert mode_of(f"Night Baker\n\n{head}") == mode


@pytest.mark.parametrize(
    ("chip", "sentence", "mode"),
    [
        ("Remote,Lyon", "You are in the office 3 days a week: 3 days a week in the office.", "hybrid"),
        ("Remote", "You choose between the office, fully remote, or a hybrid schedule.", "remote"),
        ("Remote", "This is not a remote job.", "onsite"),
        ("Hybrid,Lyon", "We love remote work.", "hybrid"),
        ("Remote", "We run a hybrid cloud.", "remote"),
        ("Lyon", "Bread is our craft.", None),
    ],
)
def test_a_chip_is_weighed_against_the_sentences(chip: str, sentence: str, mode: str | None) -> None:
    assert mode_of(BOARD.format(chip) + sentence) == mode
