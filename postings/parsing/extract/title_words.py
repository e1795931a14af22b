"""A title → its words, in segments: "Senior Engineer, Data (m/w/d)" has two, without the marks of gender."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from postings.facts import Fact
from postings.parsing.lexicon.titles import TitleWords, fold, load_titles
from postings.parsing.part import Part
from postings.parsing.view import View

LONGEST_TITLE = 300
WORD = re.compile(r"(?:c\+\+|c\#|[^\W_]+)")
# "(m/w/d)", "Développeur(se)", "Entwickler*in", "H/F": who may apply, not what is done
GENDER = re.compile(
    r"""\( \s? (?: [mwfdhxiva] | gn | all \s genders | div )
        (?: \s? [/|*,.] \s? (?: [mwfdhxiva] | gn | div ) ){0,3} \s? \)
      | (?<! \w ) [mwfhd] \s? [/|] \s? [mwfhd] (?: \s? [/|] \s? [dxi] )? (?! \w )
      | (?<= \w ) [(*:/·._-]{1,2} (?: in | innen | se | euse | rice | trice | ne | e | es | a | as | o
          | os | r | re | n ) \)? (?! \w )""",
    re.VERBOSE,
)
# "Full-Stack" and "UX/UI" are one segment. Behind "at", "assistant to" or "office of" others are named
PARTING = re.compile(
    r"\s[-|:;•@]+\s|[,;:|()\[\]@•]|[-]\s|\s[-]|\bat\s|\breporting\b|\boffice\sof\b|\bassistant\sto\b|\bfor\sthe\b"
)
OTHERS = re.compile(r"\bat\s|@|\breporting\b|\boffice\sof\b|\bassistant\sto\b")


@dataclass(frozen=True, slots=True)
class Word:
    text: str  # folded
    start: int  # in the title's own view
    end: int
    segment: int
    others: bool  # it speaks of someone else: "Assistant to the CEO"


@dataclass(frozen=True, slots=True)
class Found:
    row: TitleWords
    first: int  # number of its first word
    last: int  # number of the word behind its last

    @property
    def length(self) -> int:
        return self.last - self.first


def view_of(part: Part, title: Fact[str] | None) -> View | None:
    """Return the words of the title alone, whose facts still point into the document."""
    if title is None or title.value is None or title.span is None:
        return None
    return View(part.view.source, title.span.start, min(title.span.end, title.span.start + LONGEST_TITLE))


def title_words(view: View) -> list[Word]:
    return list(_words_of(view.text))


@lru_cache(maxsize=64)
def _words_of(title: str) -> tuple[Word, ...]:
    """The level and the family of a role are read from one title."""
    folded = GENDER.sub(lambda found: " " * len(found[0]), fold(title))
    borders = [found.end() for found in PARTING.finditer(folded)]
    others = {bisect_right(borders, found.end()) for found in OTHERS.finditer(folded)}
    words = []
    for found in WORD.finditer(folded):
        segment = bisect_right(borders, found.start())
        words.append(Word(found[0], found.start(), found.end(), segment, segment in others))
    return tuple(words)


def rows_in(words: list[Word], wanted: Callable[[TitleWords], bool]) -> Iterator[Found]:
    """Yield the rows of titles.tsv that the title holds, from left to right, the longest that fit."""
    titles = load_titles()
    at = 0
    while at < len(words):
        text = words[at].text
        rows = titles.by_first.get(text, ())
        found = next((row for row in rows if wanted(row) and _stands_at(row, words, at)), None)
        if found is None and text.endswith(_endings()):
            found = next(
                (row for ending, row in titles.endings if text.endswith(ending) and wanted(row)), None
            )
        length = len(found.words) if found else 1
        if found:
            yield Found(found, at, at + length)
        at += length


@cache
def _endings() -> tuple[str, ...]:
    return tuple(ending for ending, _ in load_titles().endings)


def _stands_at(row: TitleWords, words: list[Word], at: int) -> bool:
    end = at + len(row.words)
    return (
        end <= len(words)
        and words[at].segment == words[end - 1].segment
        and all(words[at + n].text == word for n, word in enumerate(row.words))
    )
