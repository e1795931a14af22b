"""Claims about the files of skills and titles: they are sound, wide enough, and a fault names its line."""

from pathlib import Path

import pytest

from postings.parsing.lexicon.everyday import load_everyday
from postings.parsing.lexicon.skill_spellings import spelling_index
from postings.parsing.lexicon.skills import load_skills
from postings.parsing.lexicon.tables import LexiconFaultError
from postings.parsing.lexicon.titles import load_titles
from postings.vocabulary import Family, Level

EVERYDAY = "spelling\tskill\tproof\tnot after\tnot before\n"
TITLES = "words\tfamily\tlevel\n"


def test_the_lexicon_is_wide_enough_for_every_trade() -> None:
    assert len(load_skills()) > 1100
    families = {skill.family for skill in load_skills().values()}
    assert {"health", "trades", "hospitality", "credential", "spoken language"} <= families


def test_titles_speak_of_every_family_and_every_level() -> None:
    rows = [row for rows in load_titles().by_first.values() for row in rows]
    assert {family for row in rows for family in row.families} == set(Family)
    assert {row.level for row in rows} - {None} == set(Level)


def test_a_spelling_of_many_words_is_tried_before_its_first_word() -> None:
    assert [one.slug for one in spelling_index()["aws"].longer["lambda"]] == ["aws-lambda"]
    assert [one.slug for one in spelling_index()["aws"].alone] == ["aws"]


def test_plural_and_american_forms_follow_by_rule() -> None:
    assert spelling_index()["data"].longer["pipeline"][0].slug == "data-pipelines"
    assert spelling_index()["data"].longer["modeling"][0].slug == "data-modelling"
    assert "does" not in spelling_index()


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ("Go\tgolf\n", "2: skills.tsv has no 'golf'"),
        ("Go\tgo\tmaybe\n", "2: the proof is"),
        ("Go\tgo\nGo\tgo\n", "3: 'Go' is listed twice"),
        ("\tgo\n", "2: no spelling"),
    ],
)
def test_a_fault_among_everyday_words_is_named_with_its_line(tmp_path: Path, rows: str, reason: str) -> None:
    file = tmp_path / "everyday.tsv"
    file.write_text(EVERYDAY + rows, encoding="utf-8")
    with pytest.raises(LexiconFaultError, match=r"everyday\.tsv:" + reason):
        load_everyday(file)


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ("Cook\thospitality\n", "2: 'Cook': words are written in small letters"),
        ("cook\tkitchen\n", "2: 'kitchen' is not a valid Family"),
        ("cook\n", "2: 'cook' tells neither"),
        ("*er cook\thospitality\n", "2: an ending stands alone"),
        ("cook\thospitality\ncook\ttrades\n", "3: 'cook' is listed twice"),
    ],
)
def test_a_fault_among_titles_is_named_with_its_line(tmp_path: Path, rows: str, reason: str) -> None:
    file = tmp_path / "titles.tsv"
    file.write_text(TITLES + rows, encoding="utf-8")
    with pytest.raises(LexiconFaultError, match=r"titles\.tsv:" + reason):
        load_titles(file)
