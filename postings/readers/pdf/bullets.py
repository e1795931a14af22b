"""Bullets of a PDF that are no letters of its text: drawn dots, detached marks, and glyphs without a meaning.

Browsers print the dots of a list as filled shapes, some word processors print all marks of a page after its
text, and a font of symbols without a table of its letters turns "•" into `!"`. All become "• " in front of
the line that they stand beside.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from postings.readers.pdf.lines import PdfLine

SMALLEST, LARGEST = 1.2, 9.0  # points, of a dot's width and height
FURTHEST = 3.2  # of the letters' size, from a dot to the line that it marks
BELOW, ABOVE = -0.2, 0.95  # of the letters' size: where a dot stands over the baseline
REPEATED = 3  # times that a meaningless glyph must begin lines to be a bullet
MARKS = frozenset("•●○◦▪■□‣⁃∙·◆❖➢➤✓✔")
FILLS = frozenset({b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"})
ENDS = FILLS | {b"S", b"s", b"n"}
MOST_DOTS = 3000


class Dots:
    """The middles of the small filled shapes of a page."""

    def __init__(self) -> None:
        self.middles: list[tuple[float, float]] = []
        self._xs: list[float] = []
        self._ys: list[float] = []
        self._boxes: list[tuple[float, float, float, float]] = []

    def take(self, operator: bytes, operands: Sequence[Any], outer: Sequence[float], inner: object) -> None:
        """Take one drawing instruction from pypdf, with the matrix that is in force."""
        if operator == b"m":
            self._end_box()
        if operator in {b"m", b"l", b"c", b"v", b"y"}:
            points = [float(value) for value in operands]
            for x, y in zip(points[::2], points[1::2], strict=False):
                self._xs.append(x * outer[0] + y * outer[2] + outer[4])
                self._ys.append(x * outer[1] + y * outer[3] + outer[5])
        elif operator == b"re":
            self._end_box()
            x, y, width, height = (float(value) for value in operands)
            self._xs = [x * outer[0] + outer[4], (x + width) * outer[0] + outer[4]]
            self._ys = [y * outer[3] + outer[5], (y + height) * outer[3] + outer[5]]
            self._end_box()
        elif operator in ENDS:
            self._end_box()
            if operator in FILLS:
                self._keep_dots()
            self._boxes = []

    def _end_box(self) -> None:
        if self._xs and len(self._boxes) < MOST_DOTS:
            self._boxes.append((min(self._xs), max(self._xs), min(self._ys), max(self._ys)))
        self._xs, self._ys = [], []

    def _keep_dots(self) -> None:
        """Keep what was filled at once if it is one shape, or one shape over and over: an icon is several."""
        sizes = {(round(right - left, 1), round(high - low, 1)) for left, right, low, high in self._boxes}
        if len(sizes) != 1:
            return
        for left, right, low, high in self._boxes:
            width, height = right - left, high - low
            square = 0.8 <= (width / height if height else 0) <= 1.25
            if square and SMALLEST <= width <= LARGEST and len(self.middles) < MOST_DOTS:
                self.middles.append(((left + right) / 2, (low + high) / 2))


def with_bullets(pages: list[tuple[list[PdfLine], Dots]]) -> list[list[PdfLine]]:
    glyphs = _meaningless_glyphs([line for lines, _ in pages for line in lines])
    for lines, dots in pages:
        for line in lines:
            if _glyph(line) in glyphs:
                line.text = f"• {line.text[len(line.first.strip()) :].lstrip()}"
        for mark in [line for line in lines if line.text in MARKS]:
            beside = _beside((mark.x, mark.y + 0.3 * mark.size), lines)
            if beside is not None and beside is not mark:
                beside.text = f"{mark.text} {beside.text}"
                lines.remove(mark)
        for middle in dict.fromkeys(dots.middles):
            marked = _beside(middle, lines)
            if marked is not None and marked.text[0] not in MARKS:
                marked.text = f"• {marked.text}"
    return [lines for lines, _ in pages]


def _meaningless_glyphs(lines: list[PdfLine]) -> set[str]:
    counts = Counter(glyph for line in lines if (glyph := _glyph(line)))
    return {glyph for glyph, count in counts.items() if count >= REPEATED}


def _glyph(line: PdfLine) -> str:
    """Return the one or two odd characters, from a font of their own, that begin a line."""
    first = line.first.strip()
    odd = 0 < len(first) <= 2 and not any(
        c.isalnum() or c in "-–—*([{<\"'“‘$€£#/+" or c in MARKS for c in first[:1]
    )
    return first if odd and line.other_font != line.first_font and line.text.startswith(first) else ""


def _beside(middle: tuple[float, float], lines: list[PdfLine]) -> PdfLine | None:
    """Return the line that begins to the right of a mark and nearest to it, if one does."""
    x, y = middle
    near = [
        line
        for line in lines
        if line.text not in MARKS
        and 0 < line.x - x < FURTHEST * line.size
        and BELOW * line.size <= y - line.y <= ABOVE * line.size
    ]
    return min(near, key=lambda line: line.x - x, default=None)
