"""A place field as a row of names and unknown words, each with how it is joined to the one before."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache

from postings.parsing.gazetteer.meanings import SMALL_IN_NAMES, Meaning
from postings.parsing.gazetteer.scanning import Name, Word, name_at, words_of
from postings.parsing.gazetteer.words import BETWEEN_PLACES, MODES, NO_PLACES, NOT_THE_LIST, NOT_THE_NEXT
from postings.parsing.gazetteer.writing import Reading, city_reading

APART = re.compile(r"[;|•·\n\r\t/&+]")
END_OF_A_LIST = re.compile(r"[)\];|•·\n]")
STROKE = re.compile(r"\s[-–—]|[-–—:]\s|[–—:]")
BRACKET = re.compile(r"[()\[\]]")
LONGEST_PHRASE = 5  # parts


class Joint(IntEnum):
    BLANK = 0
    BRACKET = 1
    COMMA = 2
    STROKE = 3
    NONE = 4


@dataclass(frozen=True, slots=True)
class Part:
    """A name that the lexicon knows, or words that it does not know."""

    start: int
    end: int
    joint: Joint  # to the part before
    after_other_words: bool  # words that are no places stand between
    name: Name | None = None


@dataclass(frozen=True, slots=True)
class Field:
    text: str
    parts: Sequence[Part]

    def part(self, at: int) -> Part | None:
        return self.parts[at] if at < len(self.parts) else None

    def written(self, at: int, after: int) -> str:
        return self.text[self.parts[at].start : self.parts[after - 1].end]

    def end_of_phrase(self, at: int) -> int:
        """The number after the last part that only blanks join to this one."""
        end = at + 1
        while end < min(len(self.parts), at + LONGEST_PHRASE):
            if self.parts[end].joint is not Joint.BLANK or self.parts[end].after_other_words:
                break
            end += 1
        return end

    def city(self, at: int, after: int, city: Meaning, written: str, *, region: bool, land: bool) -> Reading:
        start, end = self.parts[at].start, self.parts[after - 1].end
        return city_reading(start, end, city, written, says_region=region, says_country=land)


def read_parts(text: str) -> Field:
    return Field(text, parts_of(text))


def parts_of(text: str) -> list[Part]:
    words = words_of(text)
    parts: list[Part] = []
    joint, skipped, denied, last_end, at = Joint.NONE, False, "", 0, 0
    while at < len(words):
        word = words[at]
        joint = _together(joint, _joint(text[last_end : word.start])) if at else joint
        denied = "" if denied in NOT_THE_LIST and END_OF_A_LIST.search(text, last_end, word.start) else denied
        name, after = name_at(text, words, at)
        if word.key in NOT_THE_NEXT or _is_no_place(word, name, after - at):
            joint = Joint.NONE if word.key in BETWEEN_PLACES else joint
            of_the_work = at and words[at - 1].key == denied and word.key in MODES  # "no remote, Lyon"
            denied = word.key if word.key in NOT_THE_NEXT else "" if of_the_work else denied
            skipped, last_end, at = True, word.end, at + 1
        elif name and denied:  # "Non-US", "except CA, CO"
            denied = denied if denied in NOT_THE_LIST else ""
            joint, last_end, at = Joint.NONE, name.end, after
        else:
            _add(
                parts,
                Part(
                    name.start if name else word.start, name.end if name else word.end, joint, skipped, name
                ),
            )
            joint, skipped, last_end, at = Joint.BLANK, False, parts[-1].end, after
    return parts


def _add(parts: list[Part], part: Part) -> None:
    """Unknown words that only blanks join are one part: "Englewood Cliffs"."""
    last = parts[-1] if parts else part
    joined = part.joint is Joint.BLANK and not part.after_other_words
    if parts and joined and not part.name and not last.name:
        parts[-1] = replace(last, end=part.end)
    else:
        parts.append(part)


def _is_no_place(word: Word, name: Name | None, count: int) -> bool:
    if count > 1:
        return False
    if word.key in NO_PLACES or word.key in BETWEEN_PLACES:
        return not (name and name.coded.all and word.raw.isupper())
    return name is None and (
        not word.raw[0].isalpha() or (word.raw.islower() and word.key not in SMALL_IN_NAMES)
    )


@lru_cache(maxsize=1000)  # nearly every gap is a blank or a comma
def _joint(gap: str) -> Joint:
    if APART.search(gap) or gap.count(",") > 1:
        return Joint.NONE
    if "," in gap:
        return Joint.COMMA
    if STROKE.search(gap):
        return Joint.STROKE
    return Joint.BRACKET if BRACKET.search(gap) else Joint.BLANK


def _together(first: Joint, second: Joint) -> Joint:
    """Two joints around a word that says nothing: "Bonn (Remote), DE" holds, "Oslo, Remote, UK" not."""
    both_part = min(first, second) >= Joint.COMMA
    return Joint.NONE if both_part else max(first, second)
