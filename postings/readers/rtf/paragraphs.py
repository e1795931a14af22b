"""The paragraphs of an RTF text as they end: plain ones, headings, list items, and the cells of tables."""

import re

from postings.readers.layout import Layout, Line
from postings.readers.rtf.words import PARAGRAPH_ENDS

NUMBER = re.compile(r"\d{1,4}")


class Paragraphs:
    """`line` is the paragraph that is being written, `marker` the bullet or number that the file gave it."""

    def __init__(self) -> None:
        self.layout = Layout()
        self.line = Line()
        self.marker = ""
        self._level = self._heading = 0
        self._in_table = False
        self._cells: list[Layout] = []  # of the row so far; the last is being filled

    def take(self, word: str, number: int | None) -> None:
        """Read a control word about paragraphs, rows and cells; any other says nothing here."""
        if word in PARAGRAPH_ENDS:
            self.end()
        elif word == "line":
            self.line.add_break()
        elif word == "pard":
            self._level = self._heading = 0
            self._in_table = False
        elif word == "intbl":
            self._in_table = True
        elif word == "ilvl":
            self._level = number or 0
        elif word == "outlinelevel":
            self._heading = (number or 0) + 1
        elif word == "cell":
            self._in_table = True
            self.end()
            self._cells = [*(self._cells or [Layout()]), Layout()]
        elif word == "row":
            self.layout.row(self._cells)
            self._cells = []

    def end(self) -> None:
        line, self.line = self.line, Line()
        marker, self.marker = self.marker.strip(), ""
        if not line:
            return
        layout = self._holder()
        if marker:
            found = NUMBER.search(marker)
            layout.item(line, self._level, int(found[0]) if found else None)
        elif self._heading:
            layout.heading(line, self._heading)
        else:
            layout.paragraph(line)

    def _holder(self) -> Layout:
        if not self._in_table:
            return self.layout
        if not self._cells:
            self._cells.append(Layout())
        return self._cells[-1]

    def text(self) -> str:
        self.end()
        if self._cells:  # the file ends inside a row
            self.layout.row(self._cells)
        return str(self.layout)
