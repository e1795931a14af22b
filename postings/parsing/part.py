"""What every extractor is given: one posting's words and its lines, each with the section it stands in."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from postings.parsing.view import View
from postings.vocabulary import Section


class LineKind(StrEnum):
    HEADING = "heading"
    BULLET = "bullet"
    PROSE = "prose"


class Line(NamedTuple):  # as are all things that a text has hundreds of: made in a third of the time
    """One line without its bullet and its marks: view.text[start:end]. A wrapped line is one line."""

    kind: LineKind
    start: int
    end: int
    depth: int = 0  # of a bullet in its list, from 0; of a heading, how far below the topmost kind
    section: Section | None = None  # what the headings above say; None before the first that says anything
    heading: str = ""  # the words of the nearest heading above, in small letters


@dataclass(frozen=True, slots=True)
class Part:
    view: View
    lines: tuple[Line, ...]
    header_end: int = (
        0  # view.text[:header_end] is what stands above the text: title, company, a board's figures
    )
    declared_end: int = (
        0  # view.text[:declared_end] is a header that a structured source stated: it is reliable
    )

    def text(self, line: Line) -> str:
        return self.view.text[line.start : line.end]

    def lower(self, line: Line) -> str:
        return self.view.lower[line.start : line.end]

    def lines_in(self, *sections: Section) -> Iterator[Line]:
        return (line for line in self.lines if line.section in sections)

    def line_at(self, offset: int) -> Line | None:
        return next((line for line in self.lines if line.start <= offset < line.end), None)
