"""How strongly a text asks for the skills that it names: by the section, the sentence and the clause.

A part, a name in it and the section of its line come in; a strength comes out, or None where the words tell
of the company, of what it offers or of its rules, and ask for nothing.
"""

import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from postings.parsing.extract.near import has_any
from postings.parsing.extract.skill_mentions import Mention
from postings.parsing.extract.skill_senses import ASKING, NEAR, TOOL_LIKE
from postings.parsing.extract.strength_words import (
    ASKED_OF,
    ASKED_OF_HINTS,
    BOILERPLATE,
    BOILERPLATE_HINTS,
    CLAUSE,
    HAD,
    OF_WORK,
    STACK,
    STORY,
    WISH,
    WISH_HINTS,
    WISHED_HEADING,
)
from postings.parsing.part import Line, LineKind, Part
from postings.vocabulary import Section, Strength

SILENT = (Section.BENEFIT, Section.ABOUT, Section.PROCESS)
ASKED = (Section.REQUIRED, Section.ELIGIBILITY)
FARTHEST = 400  # characters from a skill to the words that call it a plus
FEWEST_NEEDS = 3  # bullets that say what one has make a list of needs, whatever its heading is called
LONGEST_ASIDE = 120  # characters of what stands in brackets
ONLY_A_WISH = re.compile(r"(?:(?:strongly|highly|very|most|much|not|but|is|are|a|an|as|would be|also) ){0,3}")
LONGEST_END = 12  # characters behind a wish in brackets: "(preferred, though)"
NAMES_ANOTHER = re.compile(r"[,/]|\b(?:such as|like|including|e\.g\.)(?!\w)")
FEWEST_WORDS = 4  # that a clause has, where a name of a list has fewer
SHORT = 30  # characters between a name and the brackets behind it
ABBREVIATED = ("e.g", "i.e", "etc", "incl")


class _Sentence(NamedTuple):
    asks: bool  # "Proficient in ...", "the role requires ..."
    tells: int  # a story about the company begins it, and its subject ends here; 0 if not
    settles: bool  # it speaks of benefits, privacy, fairness
    stack: bool  # "Our stack is built on ..."


class Strengths:
    """Asked for each name of a part in turn; keeps what it has found out about lines and sentences."""

    def __init__(self, part: Part) -> None:
        self._part = part
        self._starts = [line.start for line in part.lines]
        self._sentences: dict[int, _Sentence] = {}
        self._wishing: dict[int, bool] = {}
        self._needs: dict[int, int] = {}  # by the first line of a list: the first that says a need

    def line_of(self, one: Mention) -> tuple[int, Line | None]:
        number = bisect_right(self._starts, one.start) - 1
        line = self._part.lines[number] if number >= 0 else None
        return number, line if line and one.start < line.end else None

    def of(self, one: Mention, section: Section | None, employer: bool) -> Strength | None:
        number, line = self.line_of(one)
        low, high = (line.start, line.end) if line else self._paragraph(one)
        prose = line is None or line.kind is LineKind.PROSE
        if section in SILENT:
            if (line and self._lists_needs(number, line)) or (
                section is Section.ABOUT and self._sentence(one, low, high).asks
            ):
                section = Section.REQUIRED
            elif self._sentence(one, low, high).stack or (line and _names_stack(line.heading)):
                section = None
            else:
                return None
        if prose and self._sentence(one, low, high).settles:
            return None
        if employer and not (section in (*ASKED, Section.PREFERRED) and self._asked_for(one)):
            return None  # Cloudflare asks for Cloudflare only where it says so
        if section is Section.PREFERRED or (
            line and section is not Section.RESPONSIBILITY and _wishes(line.heading)
        ):
            return Strength.PREFERRED
        if section in ASKED:
            return Strength.PREFERRED if self._wished(one, low, high) else Strength.REQUIRED
        sentence = self._sentence(one, low, high)
        if prose and sentence.tells and one.start >= sentence.tells:
            return None
        if self._wished(one, low, high):
            return Strength.PREFERRED
        return Strength.REQUIRED if sentence.asks else Strength.MENTIONED

    def _paragraph(self, one: Mention) -> tuple[int, int]:
        lower = self._part.view.lower
        end = lower.find("\n", one.end)
        return lower.rfind("\n", 0, one.start) + 1, len(lower) if end < 0 else end

    def _asked_for(self, one: Mention) -> bool:
        lower = self._part.view.lower
        return bool(
            ASKING.search(lower, max(0, one.start - NEAR), one.start) or TOOL_LIKE.match(lower, one.end)
        )

    def _sentence(self, one: Mention, low: int, high: int) -> _Sentence:
        lower = self._part.view.lower
        near = low + max(0, (one.start - low) // FARTHEST - 1) * FARTHEST  # few places, so that few are read
        start = _sentence_start(lower, near, one.start)
        if known := self._sentences.get(start):
            return known
        end = lower.find(". ", one.end, high)
        words = lower[start : min(high if end < 0 else end, one.end + FARTHEST)]
        story = None if OF_WORK.search(words) else STORY.match(words)
        said = HAD.match(words) or (has_any(words, ASKED_OF_HINTS) and ASKED_OF.search(words))
        self._sentences[start] = found = _Sentence(
            bool(said),
            start + story.end() if story else 0,
            not said and has_any(words, BOILERPLATE_HINTS) and bool(BOILERPLATE.search(words)),
            bool(STACK.search(words)),
        )
        return found

    def _lists_needs(self, number: int, line: Line) -> bool:
        """Whether the list from its first "5+ years of ..." on mostly says what one has."""
        if line.kind is not LineKind.BULLET:
            return False
        lines, lower = self._part.lines, self._part.view.lower
        first = number
        while first and lines[first - 1].kind is LineKind.BULLET:
            first -= 1
        if first not in self._needs:
            last = number
            while last < len(lines) and lines[last].kind is LineKind.BULLET:
                last += 1
            needs = [at for at in range(first, last) if HAD.match(lower, lines[at].start, lines[at].end)]
            enough = len(needs) >= FEWEST_NEEDS and 2 * len(needs) >= last - needs[0]
            self._needs[first] = needs[0] if enough else last
        return number >= self._needs[first]

    def _wished(self, one: Mention, low: int, high: int) -> bool:
        lower = self._part.view.lower
        if low not in self._wishing:
            self._wishing[low] = has_any(lower[low:high], WISH_HINTS)
        if not self._wishing[low]:
            return False
        low, high = max(low, one.start - FARTHEST), min(high, one.end + FARTHEST)
        if not WISH.search(lower, low, high):
            return False
        begin, end = low, high
        for found in CLAUSE.finditer(lower, low, high):
            if found["last"] and _is_list(lower, begin, found.start()):
                continue
            if found.end() <= one.start:
                begin = found.end()
            elif found.start() >= one.end:
                end = found.start()
                break
        return any(_concerns(lower, one, *wish.span()) for wish in WISH.finditer(lower, begin, end))


def _is_list(lower: str, begin: int, comma: int) -> bool:
    """Whether only a name or two stand between the commas."""
    return len(lower[max(begin, lower.rfind(",", begin, comma) + 1) : comma].split()) < FEWEST_WORDS


def _concerns(lower: str, one: Mention, start: int, end: int) -> bool:
    """Whether a wish is about a name: one in brackets is about what stands in them, or right before."""
    opened = lower.rfind("(", max(0, start - LONGEST_ASIDE), start)
    closed = lower.find(")", end, end + LONGEST_ASIDE)
    if opened < 0 or closed < 0 or lower.find(")", opened, start) >= 0:
        return True
    if opened < one.start < closed:
        return True
    if one.end > opened or not ONLY_A_WISH.fullmatch(lower[opened + 1 : start]) or closed - end > LONGEST_END:
        return False  # "(Terraform preferred)" is about Terraform alone
    between = lower[one.end : opened]
    return len(between) <= SHORT and not NAMES_ANOTHER.search(between)


@lru_cache(maxsize=64)
def _wishes(heading: str) -> bool:
    return bool(WISHED_HEADING.search(heading))


@lru_cache(maxsize=64)
def _names_stack(heading: str) -> bool:
    return heading.endswith(("stack", "technologies")) or bool(STACK.search(heading))


def _sentence_start(lower: str, low: int, at: int) -> int:
    """Return where the sentence begins; "e.g. Python" is within one."""
    until = at
    while (stop := lower.rfind(". ", low, until)) >= 0:
        if not lower.endswith(ABBREVIATED, low, stop):
            return stop + 2
        until = stop
    return max(low, lower.rfind("●", low, at) + 1)
