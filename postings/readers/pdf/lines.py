"""The lines of a PDF page, from the pieces of text that pypdf finds on it and where they stand.

pypdf ends a line wherever a file begins a new piece of text. Google Docs writes each word as a piece of its
own, so that pieces on one baseline are put together again here, with a space where the page leaves room.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

SAME_BASELINE = 0.25  # of the size of the letters
OTHER_LINE = 0.8  # of the size: more than an index or a power is raised
NO_SPACE = 0.12  # of the size: less room than this is not a space
NO_CLOSING_SPACE = 0.6  # of the size, before a comma: links are set with some air around them
MARGIN = 0.07  # of a page's height
BACKWARD = 0.5  # of the size: a piece that begins further left than this begins a new line
SPACES = re.compile(r"[^\S\n]+")
DETACHED = re.compile(r"(?<=\w) (?=[.,](?:\s|$))")  # "wanted ." but not "our .NET team"
CLOSING = re.compile(r"[.,;:!?)\]’”%]")


@dataclass(slots=True)
class PdfLine:
    text: str
    x: float  # of its first letter, in points from the left
    y: float  # of its baseline, in points from the bottom
    size: float
    in_margin: bool = False  # where headers and footers stand
    first_font: str = ""  # of its first piece, when that is short: a bullet from another font
    first: str = ""
    other_font: str = ""  # of the piece after it


class Lines:
    def __init__(self) -> None:
        self._lines: list[PdfLine] = []
        self._end: tuple[float, float] | None = None  # where the last piece ended, where the file tells
        self._start = 0.0  # where the last piece began
        self._broken = True

    def take(self, text: str, outer: Sequence[float], inner: Sequence[float], font: Any, size: float) -> None:
        """Take one piece from pypdf: its text, its two matrices, font and size."""
        if not text:
            end = _point(outer, inner)
            self._end = end if end[0] > self._start else None  # some files only tell the beginning again
            return
        point = _point(outer, inner)
        height = abs(size * _scale(outer, inner)) or 10.0
        name = str(font.get("/BaseFont", "")) if hasattr(font, "get") else ""
        for number, words in enumerate(text.split("\n")):
            if number:
                self._broken = True
            if words:
                self._add(words, point, height, name)

    def _continues(self, last: PdfLine, point: tuple[float, float], height: float) -> bool:
        """Where pypdf saw no new line the place may still say so, and the other way round."""
        if self._broken:
            return self._goes_on(last, point, height)
        return abs(point[1] - last.y) <= OTHER_LINE * max(height, last.size)

    def _add(self, words: str, point: tuple[float, float], height: float, font: str) -> None:
        last = self._lines[-1] if self._lines else None
        if last is not None and self._continues(last, point, height):
            if not last.other_font:
                last.other_font, last.first = font, last.text
            if self._broken and self._leaves_room(last, words, point, height):
                last.text += " "
            last.text += words
        else:
            self._lines.append(PdfLine(words, point[0], point[1], height, first_font=font))
        self._broken = False
        self._end = None
        self._start = point[0]

    def _goes_on(self, last: PdfLine, point: tuple[float, float], height: float) -> bool:
        if abs(point[1] - last.y) > SAME_BASELINE * min(height, last.size):
            return False
        end = self._end[0] if self._end else last.x
        return point == (last.x, last.y) or (point[0] >= end - BACKWARD * height and point[0] > last.x)

    def _leaves_room(self, last: PdfLine, words: str, point: tuple[float, float], height: float) -> bool:
        if point == (last.x, last.y):  # the same operation, told in two pieces
            return False
        if last.text.endswith((" ", "\u00a0")) or words.startswith((" ", "\u00a0")):
            return False
        if self._end and abs(self._end[1] - point[1]) <= SAME_BASELINE * height:
            least = NO_CLOSING_SPACE if CLOSING.match(words) else NO_SPACE
            return point[0] - self._end[0] > least * height
        return not CLOSING.match(words)

    def ended(self, bottom: float, top: float) -> list[PdfLine]:
        """Return the lines that have words, on a page from `bottom` to `top`."""
        margin = MARGIN * (top - bottom)
        for line in self._lines:
            line.text = DETACHED.sub("", SPACES.sub(" ", line.text)).strip()
            line.in_margin = not bottom + margin <= line.y <= top - margin
        return [line for line in self._lines if line.text]


def _point(outer: Sequence[float], inner: Sequence[float]) -> tuple[float, float]:
    x, y = inner[4], inner[5]
    return x * outer[0] + y * outer[2] + outer[4], x * outer[1] + y * outer[3] + outer[5]


def _scale(outer: Sequence[float], inner: Sequence[float]) -> float:
    return (inner[2] * outer[1] + inner[3] * outer[3]) or inner[3] or 1.0
