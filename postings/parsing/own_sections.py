"""Bullets whose own words say which list they are of, whatever heading stands above → each with that section.

Lines in and out. "E - French" is essential. "- Responsibilities: bake" above "- Requirements: a licence" are two lists of one bullet each; and a
posting that lists duties, and nowhere what it requires, may require it at the end of that list.
"""

import re

from postings.parsing.lexicon.headings import section_of
from postings.parsing.part import Line, LineKind
from postings.parsing.unheaded import where_needs_begin
from postings.parsing.view import View
from postings.vocabulary import Section

OWN_LABEL = re.compile(
    r"(?P<label>(?:\w{1,20} ){0,2}(?:responsibilities|duties|tasks|requirements|qualifications|benefits)) ?: "
)
FEWEST = 2  # sections that labels name
MARK = re.compile(r"(?P<mark>[EPD]) ?- (?=\w)")  # essential; preferred, desirable
MARKS = {"E": Section.REQUIRED, "P": Section.PREFERRED, "D": Section.PREFERRED}
FEWEST_MARKED = 3  # lines


def with_own_sections(view: View, lines: list[Line]) -> list[Line]:
    return _with_unheaded_needs(view, _by_labels(view, _by_marks(view, lines)))


def _by_marks(view: View, lines: list[Line]) -> list[Line]:
    """ "E - Two years of baking", "P - French": the letter says whether it is essential or preferred."""
    found = {
        index: mark
        for index, line in enumerate(lines)
        if (mark := MARK.match(view.text, line.start, line.end))
    }
    if len(found) < FEWEST_MARKED or len({mark["mark"] for mark in found.values()}) < len(MARKS) - 1:
        return lines
    return [
        line._replace(kind=LineKind.BULLET, start=mark.end(), section=MARKS[mark["mark"]])
        if (mark := found.get(index))
        else line
        for index, line in enumerate(lines)
    ]


def _by_labels(view: View, lines: list[Line]) -> list[Line]:
    labels = {
        index: found["label"]
        for index, line in enumerate(lines)
        if line.kind is LineKind.BULLET and (found := OWN_LABEL.match(view.lower, line.start, line.end))
    }
    if len({section_of(label)[1] for label in labels.values()} - {None}) < FEWEST:
        return lines
    return [
        line._replace(section=section_of(label)[1], heading=label) if (label := labels.get(index)) else line
        for index, line in enumerate(lines)
    ]


def _with_unheaded_needs(view: View, lines: list[Line]) -> list[Line]:
    if any(line.section is Section.REQUIRED for line in lines):
        return lines
    duties = [
        index
        for index, line in enumerate(lines)
        if line.kind is LineKind.BULLET and line.section is Section.RESPONSIBILITY
    ]
    cut = where_needs_begin([view.lower[lines[index].start : lines[index].end] for index in duties])
    behind = set(duties[cut:]) if cut else set()
    return [
        line._replace(section=Section.REQUIRED) if index in behind else line
        for index, line in enumerate(lines)
    ]
