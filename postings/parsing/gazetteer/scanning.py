"""Text → the names in it that the lexicon knows, longest first, and in a field the words between them."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from postings.parsing.gazetteer.meanings import (
    NO_SENSES,
    UNDECOMPOSED,
    Gazetteer,
    Meaning,
    Senses,
    gazetteer,
    senses_of,
)

WORD = re.compile(r"[^\W_]+|[\U0001f1e6-\U0001f1ff]{2}")  # a word, or a flag
WITHIN_A_NAME = re.compile(r"[ \xa0\-–'’.]{1,3}")
REGIONAL_A = 0x1F1E6
LONGEST_CODE = 3
LONGEST_NAME = 12  # words of the lexicon's names; none has more than 8


class Word(NamedTuple):  # a tuple is made three times as fast as a frozen dataclass
    key: str
    raw: str
    start: int
    end: int


class Name(NamedTuple):
    """Words that may name a place; `senses` by name, `coded` by a code such as CA."""

    start: int
    end: int
    raw: str
    key: str
    senses: Senses = NO_SENSES
    coded: Senses = NO_SENSES

    def wide(self, *, any_case: bool = False) -> tuple[Meaning, ...]:
        """Regions, then countries that this can be; a code counts in capitals."""
        named = self.senses.wide
        coded = self.coded.wide if any_case or self.raw.isupper() else ()
        if named and coded:
            return tuple(sorted(named + coded, key=lambda meaning: meaning.kind != "region"))
        return named or coded


def words_of(text: str) -> list[Word]:
    return list(each_word(text))


def each_word(text: str) -> Iterator[Word]:
    for match in WORD.finditer(text):
        raw, start = match[0], match.start()
        yield Word(raw.lower() if raw.isascii() else _key(raw), raw, start, start + len(raw))


def name_at(text: str, words: list[Word], at: int) -> tuple[Name | None, int]:
    """The longest name that begins with this word, and the number of the first word after it."""
    known = gazetteer()
    first = words[at]
    most = min(known.longest.get(first.key, 0), len(words) - at)
    while most > 1:
        key = " ".join(word.key for word in words[at : at + most])
        if key in known.names and _is_one_name(text, words[at : at + most], key, known):
            last = words[at + most - 1]
            end = _with_last_point(text, words[at + most - 2], last)
            return Name(first.start, end, text[first.start : end], key, known.names[key]), at + most
        most -= 1
    named = known.names.get(first.key, NO_SENSES)
    coded = known.codes.get(first.raw.upper(), NO_SENSES) if len(first.raw) <= LONGEST_CODE else NO_SENSES
    if not first.raw.isascii() and (code := _code_of_flag(first.raw)):
        named, coded = _of_flag(code), NO_SENSES
    if named is NO_SENSES and coded is NO_SENSES:
        return None, at + 1
    return Name(first.start, first.end, first.raw, first.key, named, coded), at + 1


def _is_one_name(text: str, words: list[Word], key: str, known: Gazetteer) -> bool:
    """Held together by blanks, hyphens and points after short words: "St. Paul", not "in Kansas. City"."""
    signs = known.signs_within.get(key, "")
    for before, after in pairwise(words):
        gap = text[before.end : after.start]
        for sign in signs:
            gap = gap.replace(sign, " ")
        if not WITHIN_A_NAME.fullmatch(gap) or ("." in gap and len(before.raw) > 2):
            return False
    return True


def _with_last_point(text: str, before: Word, last: Word) -> int:
    """ "U.S." ends with its point, "St. Paul." does not."""
    dotted = len(last.raw) == 1 and text[before.end : last.start] in {".", ". "}
    return last.end + 1 if dotted and text[last.end : last.end + 1] == "." else last.end


def with_closing_bracket(text: str, start: int, end: int) -> int:
    """ "London (UK)" ends after the bracket that it opens."""
    open_ = "(" in text[start:end] and ")" not in text[start:end]
    return end + 1 if open_ and text[end : end + 1] == ")" else end


def _key(raw: str) -> str:
    """One word as `meanings.key_of` makes it."""
    decomposed = unicodedata.normalize("NFKD", raw.casefold())
    plain = "".join(character for character in decomposed if not unicodedata.combining(character))
    return plain.translate(UNDECOMPOSED)


def _code_of_flag(raw: str) -> str:
    letters = [ord(character) - REGIONAL_A for character in raw]
    return "".join(chr(ord("A") + at) for at in letters) if all(0 <= at < 26 for at in letters) else ""


@cache
def _of_flag(code: str) -> Senses:
    known = gazetteer().codes.get(code, NO_SENSES)
    return (
        senses_of(meaning for meaning in known.all if meaning.kind == "country") if known.all else NO_SENSES
    )
