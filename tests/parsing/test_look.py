"""Claims about what lines read like, and about lists whose headings say nothing or too much."""

from pathlib import Path

import pytest

from postings.parsing.lexicon import LexiconFaultError
from postings.parsing.lexicon.looks import load_looks
from postings.parsing.look import look_of, look_of_list
from postings.parsing.questionnaire import questionnaire_start
from postings.parsing.sections import section_of_list
from postings.vocabulary import Section

NEEDS = ["three years of experience in baking", "strong communication skills", "ability to rise early"]
DUTIES = ["manage the ovens", "develop new kinds of bread", "collaborate with the shop"]
BENEFITS = ["health insurance", "paid time off", "401(k) with match"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("proven experience with sourdough", "need"),
        ("be comfortable with ovens", "need"),
        ("fundierte kenntnisse im backen", "need"),
        ("expérience en boulangerie", "need"),
        ("develop recipes with the team", "duty"),
        ("you will work closely with the millers", "duty"),
        ("entwicklung neuer brote", "duty"),
        ("generous paid time off", "benefit"),
        ("we are an equal opportunity employer", "other"),
        ("our company was founded in 1990", "other"),
    ],
)
def test_a_line_reads_like_what_it_is(line: str, kind: str) -> None:
    look = look_of(line)
    assert max(look._asdict(), key=look._asdict().__getitem__) == kind


def test_shares_add_up_and_words_nobody_knows_tell_little() -> None:
    assert sum(look_of("zzz qqq")) == pytest.approx(1)
    assert max(look_of("zzz qqq")) < 0.5
    assert sum(look_of("")) == pytest.approx(1)
    assert look_of_list([]) == (0, 0, 0, 0)


@pytest.mark.parametrize(
    ("named", "lines", "above", "expected"),
    [
        (None, NEEDS, None, Section.REQUIRED),
        (None, NEEDS, Section.PREFERRED, Section.PREFERRED),
        (None, DUTIES, None, Section.RESPONSIBILITY),
        (None, BENEFITS, None, Section.BENEFIT),
        (Section.RESPONSIBILITY, BENEFITS, None, Section.BENEFIT),
        (Section.REQUIRED, BENEFITS, None, Section.BENEFIT),
        (Section.BENEFIT, NEEDS, Section.REQUIRED, Section.REQUIRED),
        (Section.REQUIRED, DUTIES, None, Section.REQUIRED),
        (Section.PROCESS, NEEDS, None, Section.PROCESS),
    ],
)
def test_a_list_is_what_its_heading_says_unless_its_lines_deny_it(
    named: Section | None, lines: list[str], above: Section | None, expected: Section
) -> None:
    assert section_of_list(named, lines, above) is expected


def test_numbered_questions_are_a_questionnaire_and_numbered_headings_are_none() -> None:
    lines = ["Baker", "01", "How long have you baked?", "Never", "02", "Do you own an oven?", "Yes"]
    assert questionnaire_start(lines) == 1
    assert questionnaire_start(["Baker", "1.", "Bake bread", "2.", "Sweep the floor"]) is None
    assert questionnaire_start(["Baker", "01", "How long have you baked?"]) is None


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ("a\t1\t0\t0\t0\na\t1\t0\t0\t0\n", "3: 'a' is listed twice"),
        ("A\t1\t0\t0\t0\n", "2: words are written in small letters"),
        ("a\t1\tmany\t0\t0\n", "2: '1 many 0 0' are not four numbers"),
    ],
)
def test_a_fault_among_looks_is_named_with_its_line(tmp_path: Path, rows: str, reason: str) -> None:
    file = tmp_path / "looks.tsv"
    file.write_text("words\tneed\tduty\tbenefit\tother\n" + rows, encoding="utf-8")
    with pytest.raises(LexiconFaultError, match=r"looks\.tsv:" + reason):
        load_looks(file)
