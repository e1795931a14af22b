"""DOCX → Markdown-like text, from the XML itself.

In: the bytes of a .docx. Out: paragraphs, headings, list items with their levels and numbers, tables, links
and text boxes, in reading order; deleted text, comments and page headers are left out.
Refused: packages over the limits, a `<!DOCTYPE` in any part, no document part (`truncated`).

Own reading, because every bullet counts: python-docx knows no list levels and skips text boxes and content
controls; mammoth drops the items of lists whose numbering is not defined.
"""

import posixpath
from collections import defaultdict

from postings.readers.layout import Layout, Line
from postings.readers.office.package import Package
from postings.readers.office.parts import Element, attribute, child, children, name, parse
from postings.readers.office.word_runs import Runs
from postings.readers.office.word_styles import Styles
from postings.readers.source import Unreadable

XML_PARTS = (".xml", ".rels")
PASSED_THROUGH = frozenset({"sdt", "sdtContent", "smartTag", "customXml", "ins", "moveTo", "body"})


def read_docx(content: bytes) -> str:
    package = Package(content)
    parts = {part: parse(package.read(part)) for part in package.names if part.lower().endswith(XML_PARTS)}
    main = _main_part(parts)
    related = _related(parts, main)
    styles = Styles(parts.get(related["styles"].get("", "")), parts.get(related["numbering"].get("", "")))
    reader = _Reader(styles, related["hyperlink"])
    body = child(parts[main], "body")
    reader.read(body if body is not None else parts[main], reader.layout)
    return str(reader.layout)


def _main_part(parts: dict[str, Element]) -> str:
    targets = (
        attribute(entry, "Target").lstrip("/")
        for entry in children(parts.get("_rels/.rels"), "Relationship")
        if attribute(entry, "Type").endswith("/officeDocument")
    )
    for target in (*targets, "word/document.xml"):
        if target in parts:
            return target
    raise Unreadable("truncated", "Its text is missing: it has no document part. Save it again in Word.")


def _related(parts: dict[str, Element], main: str) -> dict[str, dict[str, str]]:
    """Return what the document refers to: links by id; styles and numbering by "", as paths of parts."""
    folder, file = posixpath.split(main)
    related: dict[str, dict[str, str]] = defaultdict(dict)
    for entry in children(parts.get(f"{folder}/_rels/{file}.rels"), "Relationship"):
        kind = attribute(entry, "Type").rpartition("/")[2]
        target = attribute(entry, "Target")
        if kind == "hyperlink":
            related[kind][attribute(entry, "Id")] = target
        else:
            related[kind][""] = posixpath.normpath(posixpath.join(folder, target)).lstrip("/")
    return related


class _Reader:
    def __init__(self, styles: Styles, links: dict[str, str]) -> None:
        self.layout = Layout()
        self._styles = styles
        self._links = links
        self._counts: dict[tuple[str, int], int] = {}

    def read(self, holder: Element, layout: Layout) -> None:
        for element in holder:
            kind = name(element)
            if kind == "p":
                self._read_paragraph(element, layout)
            elif kind == "tbl":
                self._read_table(element, layout)
            elif kind in PASSED_THROUGH:
                self.read(element, layout)
            elif kind == "AlternateContent":
                choice = child(element, "Choice")
                self.read(choice if choice is not None else element, layout)

    def _read_paragraph(self, paragraph: Element, layout: Layout) -> None:
        properties = child(paragraph, "pPr")
        runs = Runs(self._styles, self._links, properties)
        runs.read(paragraph)
        for line in runs.lines:
            self._place(line, properties, layout)
        for box in runs.boxes:
            self.read(box, layout)

    def _place(self, line: Line, properties: Element | None, layout: Layout) -> None:
        listed = self._styles.listed(properties)
        if level := self._styles.heading_level(properties):
            layout.heading(line, level)
        elif listed and line:
            layout.item(
                line, listed.level, self._count(listed.list_id, listed.level) if listed.numbered else None
            )
        else:
            layout.paragraph(line)

    def _count(self, list_id: str, level: int) -> int:
        """Return the next number of a list; a new number begins the levels below it anew."""
        self._counts = {
            key: count for key, count in self._counts.items() if key[0] != list_id or key[1] <= level
        }
        self._counts[list_id, level] = self._counts.get((list_id, level), 0) + 1
        return self._counts[list_id, level]

    def _read_table(self, table: Element, layout: Layout) -> None:
        for row in _rows(table):
            cells = []
            for cell in _cells(row):
                inner = Layout()
                self.read(cell, inner)
                cells.append(inner)
            layout.row(cells)


def _rows(table: Element) -> list[Element]:
    return [row for element in table for row in _unwrapped(element, "tr")]


def _cells(row: Element) -> list[Element]:
    return [cell for element in row for cell in _unwrapped(element, "tc") if not _continues(cell)]


def _unwrapped(element: Element, wanted: str) -> list[Element]:
    """Return the wanted elements, whether they stand alone or in a content control."""
    if name(element) == wanted:
        return [element]
    if name(element) in PASSED_THROUGH:
        return [found for inner in element for found in _unwrapped(inner, wanted)]
    return []


def _continues(cell: Element) -> bool:
    """Say whether a cell is the covered part of one that spans several rows."""
    merge = child(cell, "tcPr", "vMerge")
    return merge is not None and attribute(merge, "val") != "restart"
