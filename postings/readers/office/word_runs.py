"""The words of a Word paragraph: runs with bold, links, breaks, symbols, and the text boxes on it."""

import re

from postings.readers.layout import Line
from postings.readers.office.parts import Element, attribute, child, name, number
from postings.readers.office.word_styles import OFF, Styles

# Deleted and moved text is not in the document any more; comments and notes stand outside it.
LEFT_OUT = frozenset(
    {"del", "moveFrom", "commentReference", "footnoteReference", "endnoteReference", "rPr", "pPr"}
)
CHARACTERS = {"tab": " ", "ptab": " ", "noBreakHyphen": "-", "cr": "\n"}
SYMBOL_BULLETS = frozenset({"F0B7", "F0A7", "F0A8", "F0D8", "F0FC", "F06E", "F076", "F0E0", "F0B0"})
LINK_FIELD = re.compile(r'\s*HYPERLINK\s+"([^"]+)"')


class Runs:
    """`lines` are the paragraph's blocks: more than one only where it has a page break in it."""

    def __init__(self, styles: Styles, links: dict[str, str], paragraph: Element | None) -> None:
        self.lines = [Line()]
        self.boxes: list[Element] = []
        self._styles = styles
        self._links = links
        self._paragraph = paragraph
        self._fields: list[_Field] = []

    def read(self, holder: Element, bold: bool = False) -> None:
        for element in holder:
            kind = name(element)
            if kind in LEFT_OUT:
                continue
            if kind == "r":
                self._read_run(element)
            elif kind == "hyperlink":
                start = self._line.length
                self.read(element)
                self._line.wrap(start, self._links.get(attribute(element, "id"), ""))
            elif kind == "fldSimple":
                start = self._line.length
                self.read(element)
                self._line.wrap(start, _address(attribute(element, "instr")))
            else:
                self._read_piece(element, bold)

    def _read_run(self, run: Element) -> None:
        properties = child(run, "rPr")
        vanished = child(properties, "vanish")
        if vanished is None or attribute(vanished, "val").lower() in OFF:
            self.read(run, self._styles.is_bold(properties, self._paragraph))

    def _read_piece(self, element: Element, bold: bool) -> None:
        kind = name(element)
        if kind == "t":
            self._line.add((element.text or "").replace("\n", " "), bold)
        elif kind in CHARACTERS:
            self._line.add(CHARACTERS[kind], bold)
        elif kind == "br":
            self._break(attribute(element, "type"))
        elif kind == "sym":
            self._line.add(_symbol(attribute(element, "char")), bold)
        elif kind == "instrText" and self._fields:
            self._fields[-1].instruction += element.text or ""
        elif kind == "fldChar":
            self._step_field(attribute(element, "fldCharType"))
        elif kind == "AlternateContent":
            choice = child(element, "Choice")
            self.read(choice if choice is not None else element, bold)
        elif kind == "txbxContent":
            self.boxes.append(element)
        elif len(element):
            self.read(element, bold)

    def _break(self, kind: str) -> None:
        if kind == "page":
            self.lines.append(Line())
        elif kind != "column":
            self._line.add_break()

    def _step_field(self, step: str) -> None:
        if step == "begin":
            self._fields.append(_Field())
        elif step == "separate" and self._fields:
            self._fields[-1].start = self._line.length
        elif step == "end" and self._fields:
            field = self._fields.pop()
            self._line.wrap(field.start, _address(field.instruction))

    @property
    def _line(self) -> Line:
        return self.lines[-1]


class _Field:
    """A field between its `begin` and its `end`: the instruction, then the words that it shows."""

    def __init__(self) -> None:
        self.instruction = ""
        self.start = 0


def _address(instruction: str) -> str:
    found = LINK_FIELD.match(instruction)
    return found[1] if found else ""


def _symbol(code: str) -> str:
    if code.upper() in SYMBOL_BULLETS:
        return "• "
    point = number(str(int(code, 16)) if re.fullmatch(r"[0-9A-Fa-f]{2,5}", code) else "")
    return chr(point) if 0x20 <= point < 0xD800 else ""
