"""ODT → Markdown-like text, from its content.xml.

In: the bytes of an .odt. Out: headings, paragraphs, list items, tables, links, text boxes, in reading order.
Refused: packages over the limits, a password (`encrypted`), a `<!DOCTYPE`, no content part (`truncated`).
"""

from postings.readers.layout import Layout, Line
from postings.readers.office.package import Package
from postings.readers.office.parts import Element, attribute, child, children, name, number, parse
from postings.readers.source import Unreadable

LEFT_OUT = frozenset(
    {"annotation", "annotation-end", "tracked-changes", "note", "forms", "sequence-decls", "bookmark"}
)
BOLD = frozenset({"bold", "600", "700", "800", "900"})
ROW_GROUPS = frozenset({"table-rows", "table-header-rows", "table-row-group"})
MOST_SPACES = 50


def read_odt(content: bytes) -> str:
    package = Package(content)
    if "META-INF/manifest.xml" in package and b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise Unreadable(
            "encrypted", "It is locked with a password. Save it without one and upload it again."
        )
    parts = {part: parse(package.read(part)) for part in ("content.xml", "styles.xml") if part in package}
    body = child(parts.get("content.xml"), "body", "text")
    if body is None:
        raise Unreadable("truncated", "Its text is missing: it has no content part. Save it again.")
    reader = _Reader(parts)
    reader.read(body, reader.layout)
    return str(reader.layout)


class _Reader:
    def __init__(self, parts: dict[str, Element]) -> None:
        self.layout = Layout()
        self._bold = _bold_styles(parts)
        self._numbered = _numbered_lists(parts)
        self._boxes: list[Element] = []

    def read(self, holder: Element, layout: Layout) -> None:
        for element in holder:
            kind = name(element)
            if kind in LEFT_OUT:
                continue
            if kind == "h":
                layout.heading(self._line(element), number(attribute(element, "outline-level"), 2))
            elif kind == "p":
                layout.paragraph(self._line(element))
            elif kind == "list":
                self._read_list(element, layout)
            elif kind == "table":
                self._read_table(element, layout)
            elif len(element):
                self.read(element, layout)
            self._read_boxes(layout)

    def _read_list(self, holder: Element, layout: Layout, level: int = 0, style: str = "") -> None:
        style = attribute(holder, "style-name") or style
        count = 0
        for item in holder:
            if name(item) not in {"list-item", "list-header"}:
                continue
            begun = False
            for element in item:
                kind = name(element)
                if kind == "list":
                    self._read_list(element, layout, level + 1, style)
                elif kind in {"p", "h"}:
                    line = self._line(element)
                    if begun:
                        layout.continue_item(line, level)
                    elif line:
                        begun, count = True, count + 1
                        layout.item(line, level, count if (style, level + 1) in self._numbered else None)
                self._read_boxes(layout)

    def _read_table(self, table: Element, layout: Layout) -> None:
        for row in _rows(table):
            cells = []
            for cell in children(row, "table-cell"):
                inner = Layout()
                self.read(cell, inner)
                cells.append(inner)
            layout.row(cells)

    def _read_boxes(self, layout: Layout) -> None:
        while self._boxes:
            self.read(self._boxes.pop(0), layout)

    def _line(self, paragraph: Element) -> Line:
        line = Line()
        self._read_words(paragraph, line, attribute(paragraph, "style-name") in self._bold)
        return line

    def _read_words(self, holder: Element, line: Line, bold: bool) -> None:
        line.add((holder.text or "").replace("\n", " "), bold)
        for element in holder:
            self._read_piece(element, line, bold)
            line.add((element.tail or "").replace("\n", " "), bold)

    def _read_piece(self, element: Element, line: Line, bold: bool) -> None:
        kind = name(element)
        if kind == "line-break":
            line.add_break()
        elif kind == "tab":
            line.add(" ", bold)
        elif kind == "s":
            line.add(" " * min(number(attribute(element, "c"), 1), MOST_SPACES), bold)
        elif kind == "text-box":
            self._boxes.append(element)
        elif kind == "a":
            start = line.length
            self._read_words(element, line, bold)
            line.wrap(start, attribute(element, "href"))
        elif kind not in LEFT_OUT:
            self._read_words(element, line, bold or attribute(element, "style-name") in self._bold)


def _rows(table: Element) -> list[Element]:
    """Return the rows of a table and of the groups of rows in it, not those of inner tables."""
    rows = []
    for element in table:
        if name(element) == "table-row":
            rows.append(element)
        elif name(element) in ROW_GROUPS:
            rows += _rows(element)
    return rows


def _bold_styles(parts: dict[str, Element]) -> set[str]:
    return {
        attribute(style, "name")
        for part in parts.values()
        for style in part.iter()
        if name(style) == "style"
        and (text := child(style, "text-properties")) is not None
        and attribute(text, "font-weight") in BOLD
    }


def _numbered_lists(parts: dict[str, Element]) -> set[tuple[str, int]]:
    """Return (list style, level) of the levels that have numbers."""
    return {
        (attribute(style, "name"), number(attribute(level, "level"), 1))
        for part in parts.values()
        for style in part.iter()
        if name(style) == "list-style"
        for level in children(style, "list-level-style-number")
        if attribute(level, "num-format")
    }
