"""The words that lead to a place of work, and the stretches of a text in which one can stand.

The pattern of all leads is slow and texts are long: it is run only around a small word ("in") that has a word of
a lead beside it ("based"), and after the first words of a search ("looking for").
"""

import re
from collections.abc import Iterator
from itertools import chain

from postings.parsing.extract.near import hits_of
from postings.parsing.extract.place_words import (
    AFTER_A_SMALL_WORD,
    ALWAYS,
    BEFORE_A_SMALL_WORD,
    LEADS_WITH,
    LOOSE,
    OF_THE_HIRE,
    OF_THE_ROLE,
    OF_THE_SEARCH,
    ON_TO_A_PLACE,
    SEARCHES_WITH,
    SMALL_WORD,
)
from postings.parsing.extract.stretches import Stretch, joined

LEAD = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(
        f"(?P<{name}>{'|'.join(phrases)})"
        for name, phrases in (
            ("role", OF_THE_ROLE),
            ("search", OF_THE_SEARCH),
            ("hire", OF_THE_HIRE),
            ("loose", LOOSE),
        )
    )
    + r")(?=[ ])"
)
BEFORE, AFTER = 110, 50  # characters around a small word of a lead in which the lead lies
FARTHEST_LAST = 160  # from the first word of a search
NOTHING = ("\0",)


def stretches_of_leads(lower: str, start: int, end: int) -> Iterator[Stretch]:
    return joined(chain(_around_small_words(lower, start, end), _after_first_words(lower, start, end)))


def _around_small_words(lower: str, start: int, end: int) -> Iterator[Stretch]:
    for found in SMALL_WORD.finditer(lower, start, end):
        word, (at, after) = found["word"], found.span()
        if (
            word in ALWAYS
            or lower.endswith(BEFORE_A_SMALL_WORD, start, at)
            or lower.startswith(AFTER_A_SMALL_WORD.get(word, NOTHING), after + 1)
        ):
            yield max(start, at - BEFORE), min(end, after + AFTER)


def _after_first_words(lower: str, start: int, end: int) -> Iterator[Stretch]:
    for at in hits_of(lower, LEADS_WITH):
        if start <= at < end:
            yield at, min(end, at + FARTHEST_LAST)
    for at in hits_of(lower, SEARCHES_WITH):
        if start <= at < end and ON_TO_A_PLACE.match(lower, at, end):
            yield at, min(end, at + FARTHEST_LAST)
