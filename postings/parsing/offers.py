"""Benefits that are told and not listed: lines below a heading of benefits, and sentences that name several.

Entries in; the same and those that were told out. "The firm offers benefits including a pension and paid leave" is one;
"a story about the house" below "What we offer" is none, nor is "ovens, including gas, are a benefit to us all".
"""

import re
from collections.abc import Iterator
from itertools import groupby

from postings.parsing.entries import CLOSING, SHORT_SENTENCE, STORY, Entry
from postings.parsing.look import look_of_list
from postings.parsing.part import Line, LineKind, Part
from postings.vocabulary import Section

TELLING = re.compile(
    r"\b(?:benefits?|perks|rewards)\b[^.\n]{0,80}?(?:\binclud(?:e|es|ing)\b|\bsuch as\b|\blike\b|:)(?P<offers>[^\n]{10,300})"
)
OFFERED = re.compile(
    r"\b(?:medical|dental|vision|health|insurance|pto|paid|401\(?k|leave|vacation|holidays?|pension|retirement|wellness|stipend)\b"
)
PAY_RANGE = re.compile(r"[$£€]\d[\d.,k]{1,12} ?[-–—] ?[$£€]?\d")
LABELLED = re.compile(r"[A-Z][^:\n.]{2,40}: ?\S")
FEWEST = 3  # lines of a list
LONGEST = 500  # characters of a line or a sentence
READS_SO = 0.4  # a share of one


def with_told_benefits(part: Part, entries: list[Entry]) -> list[Entry]:
    prose = [line for line in part.lines if line.kind is LineKind.PROSE]
    told = [
        one
        for one in (*_lines_of_lists(part, prose), *_sentences_that_tell(part, prose))
        if not any(one.start < entry.end and entry.start < one.end for entry in entries)
    ]
    if not told:
        return entries
    starts = {one.start: one for one in reversed(told)}  # a line of a list that tells, too, is there once
    return sorted([*entries, *starts.values()], key=lambda entry: entry.start)


def _lines_of_lists(part: Part, prose: list[Line]) -> Iterator[Entry]:
    for (section, heading), lines in groupby(prose, key=lambda line: (line.section, line.heading)):
        if section is not Section.BENEFIT:
            continue
        short = [line for line in lines if _is_line_of_list(part, line)]
        if len(short) < FEWEST or look_of_list(map(part.lower, short)).benefit < READS_SO:
            continue
        for line in short:
            yield Entry(Section.BENEFIT, line.start, line.end, heading, False)


def _is_line_of_list(part: Part, line: Line) -> bool:
    text = part.text(line)
    if (
        CLOSING.search(text)
        or text.endswith((":", "!"))
        or text.startswith("Join ")
        or PAY_RANGE.search(text)
    ):
        return False
    return len(text) < STORY / 2 or (len(text) < LONGEST and LABELLED.match(text) is not None)


def _sentences_that_tell(part: Part, prose: list[Line]) -> Iterator[Entry]:
    for line in prose:
        if not TELLING.search(part.view.lower, line.start, line.end):
            continue
        for start, end in part.view.sentences(line.start, line.end):
            found = TELLING.search(part.view.lower, start, end)
            if not found or not SHORT_SENTENCE < end - start < LONGEST or part.view.text[end - 1] == ":":
                continue
            offers = found["offers"]
            if "," in offers and OFFERED.search(offers):
                yield Entry(Section.BENEFIT, start, end, line.heading, False)
