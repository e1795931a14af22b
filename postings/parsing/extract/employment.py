"""Kinds of employment: what labels, titles and sentences say of this role, each kind once.

A part in; facts in the order of the vocabulary out. Refused: what full-time employees are given, contracts
  that
are negotiated or written in code, interns who will be mentored, and a permanent contract, which tells no
  hours.
"""

import itertools
import re
from collections.abc import Iterator

from postings.facts import Fact
from postings.parsing.extract.around import stretches_around
from postings.parsing.extract.employment_words import (
    IN_FIELD,
    IN_SENTENCE,
    IN_TITLE,
    LABEL,
    NOT_THIS_ROLE,
    OTHER_WORD,
    TRIGGERS,
    TRIGGERS_WITH_LETTER,
    WHOLE_LINE,
)
from postings.parsing.extract.near import Stretch, hits_of
from postings.parsing.part import Part
from postings.vocabulary import EmploymentType, Section

BEFORE, AFTER = 90, 90
LINE = re.compile(r"[^\n]{2,}")
TITLE_LABEL = re.compile(
    r"^[ #*]{0,8}(?:job |position )?title[ *]{0,8}:(?P<title>[^\n]{2,130})$", re.MULTILINE
)
TITLE_LINES = 5  # a title stands among the first lines that have words
LONGEST_TITLE = 110
FARTHEST_TITLE = 3000

SURE = (
    "this ",
    "the ",
    "our ",
    "as a ",
    "diese",
    "ce ",
    "cette ",
    "seek",
    "looking for",
)  # also among benefits
OF_PAY = (
    "salary",
    "pay",
    "compensation",
    "wage",
    "gehalt",
)  # "Salary: $9,000 per month - full time" is of the role
HOURS = ("full_time", "part_time", "temporary")  # "seeking a temporary, part-time clerk" says two things

BY_HOURS = frozenset({EmploymentType.FULL_TIME, EmploymentType.PART_TIME})

Kinds = dict[EmploymentType, Fact[EmploymentType]]


def read_employment(part: Part) -> tuple[Fact[EmploymentType], ...]:
    """A label and the title speak for themselves; sentences are asked where no label speaks."""
    kinds: Kinds = {}
    nearby = _nearby(part.view.lower)
    if nearby:
        _read_labels(part, nearby, kinds)
        labelled = bool(kinds)
        _read_title(part, kinds)
        if not labelled:
            _read_sentences(part, nearby, kinds)
        elif not kinds.keys() & BY_HOURS:  # "Type: Contract" leaves open how many hours a week
            said: Kinds = {}
            _read_sentences(part, nearby, said)
            kinds |= {kind: fact for kind, fact in said.items() if kind in BY_HOURS}
    return tuple(kinds[kind] for kind in EmploymentType if kind in kinds)


def _nearby(lower: str) -> list[Stretch]:
    letter, words = TRIGGERS_WITH_LETTER
    hits = hits_of(lower, (*TRIGGERS, *words) if letter in lower else TRIGGERS)
    worth = (at for at in hits if not OTHER_WORD.match(lower, at))
    return stretches_around(worth, len(lower), BEFORE, AFTER)


def _keep(part: Part, kinds: Kinds, matches: Iterator[re.Match[str]]) -> None:
    for found in matches:
        if found.lastgroup is None:
            continue
        kind = EmploymentType(found.lastgroup)
        start, end = part.view.trimmed(*found.span())
        kinds.setdefault(kind, part.view.fact(kind, start, end))


def _read_labels(part: Part, nearby: list[Stretch], kinds: Kinds) -> None:
    lower = part.view.lower
    for start, end in nearby:
        first = lower.rfind("\n", 0, start) + 1
        for pattern in (LABEL, WHOLE_LINE):
            for found in pattern.finditer(lower, max(first, start - BEFORE), min(len(lower), end + AFTER)):
                value = found.lastgroup or "value"
                if not NOT_THIS_ROLE.search(found[value]):
                    _keep(part, kinds, IN_FIELD.finditer(lower, *found.span(value)))


def _read_title(part: Part, kinds: Kinds) -> None:
    lower = part.view.lower
    for found in itertools.islice(filter(_has_words, LINE.finditer(lower)), TITLE_LINES):
        if part.header_end and kinds:
            return
        if len(found.group()) <= LONGEST_TITLE:
            _keep(part, kinds, IN_TITLE.finditer(lower, *found.span()))
    titled = lower.find("title", 0, FARTHEST_TITLE) >= 0
    if titled and (labelled := TITLE_LABEL.search(lower, 0, FARTHEST_TITLE)):
        _keep(part, kinds, IN_TITLE.finditer(lower, *labelled.span("title")))


def _has_words(line: re.Match[str]) -> bool:
    return any(map(str.isalnum, line.group()))


def _read_sentences(part: Part, nearby: list[Stretch], kinds: Kinds) -> None:
    lower = part.view.lower
    benefits = [line for line in part.lines_in(Section.BENEFIT) if not line.heading.startswith(OF_PAY)]
    for start, end in nearby:
        for found in IN_SENTENCE.finditer(lower, start, end):
            context = lower[max(0, found.start() - 60) : found.end() + 40].replace("\n", " ")
            if NOT_THIS_ROLE.search(context):
                continue
            sure = found.group().startswith(SURE)
            if not sure and any(line.start <= found.start() < line.end for line in benefits):
                continue
            _keep(part, kinds, iter([found]))
            _keep(
                part,
                kinds,
                (word for word in IN_FIELD.finditer(lower, *found.span()) if word.lastgroup in HOURS),
            )
