"""Spellings of skills that mean other things as well, and what shows that the skill is meant."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from postings.parsing.lexicon.skills import load_skills
from postings.parsing.lexicon.tables import HERE, Row, read_rows

COLUMNS = ("spelling", "skill", "proof", "not after", "not before")
NUMBER = "<number>"
LISTED = "listed"


@dataclass(frozen=True, slots=True)
class Everyday:
    spelling: str
    skill: str  # its slug
    listed: bool  # it counts only where its neighbours show that a skill is meant
    not_after: re.Pattern[str] | None  # of small letters, to be searched in what stands before
    not_before: re.Pattern[str] | None  # to be matched where the spelling ends
    exact: bool  # capitals tell it from the everyday word: "Go", but not "go"; "sourcing" either way


@cache
def load_everyday(path: Path = HERE / "everyday.tsv") -> tuple[Everyday, ...]:
    known: set[str] = set()
    rows = []
    for row in read_rows(path, COLUMNS):
        one = _everyday(row)
        if one.spelling in known:
            raise row.fault(f"{one.spelling!r} is listed twice")
        known.add(one.spelling)
        rows.append(one)
    return tuple(rows)


def _everyday(row: Row) -> Everyday:
    spelling, skill, proof, after, before = row.cells
    if not spelling:
        raise row.fault("no spelling")
    if skill not in load_skills():
        raise row.fault(f"skills.tsv has no {skill!r}")
    if proof not in ("", LISTED):
        raise row.fault(f"the proof is {LISTED!r} or nothing, not {proof!r}")
    exact = spelling != spelling.lower()
    return Everyday(spelling, skill, proof == LISTED, _ending(after), _beginning(before), exact)


def _ending(words: str) -> re.Pattern[str] | None:
    return re.compile(rf"(?<!\w)(?:{_any(words)})[ \"'(-]{{0,2}}\Z") if words else None


def _beginning(words: str) -> re.Pattern[str] | None:
    return re.compile(rf"(?:[ '-]|[ ]?&[ ]?)?(?:{_any(words)})(?!\w)") if words else None


def _any(words: str) -> str:
    return "|".join(
        r"[\d.,]{1,12}" if word == NUMBER else re.escape(word)
        for word in (word.strip() for word in words.split("|"))
        if word
    )
