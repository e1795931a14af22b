"""Paragraphs, headings, bullets and tables of any rich format → Markdown-like text.

In: calls in reading order. Out: one text: `## Heading`, `- bullet` with two spaces a level, `1. numbered`,
`Label: value` for tables of two columns, `a | b | c` for others, `**a line that is bold throughout**`.
Nothing is escaped: a star that the author typed is a star.
"""

import re
from collections.abc import Iterable

SPACES = re.compile(r"[^\S\n]+")
SPACES_AROUND_BREAK = re.compile(r" ?\n ?")
BREAKS = re.compile(r"\n{3,}")
LIST_LEVELS = 8  # deeper indents only push the text off the page
LONGEST_LABEL = 60  # characters; a longer first cell is a text, not a label


class Line:
    """The words of one block, and which of its lines are bold from end to end."""

    def __init__(self) -> None:
        self._runs: list[tuple[str, bool]] = []

    def add(self, words: str, bold: bool = False) -> None:
        if words:
            self._runs.append((words, bold))

    def add_break(self) -> None:
        self._runs.append(("\n", False))

    @property
    def length(self) -> int:
        return len(self._runs)

    def wrap(self, start: int, address: str) -> None:
        """Make the runs from `start` on the words of a link."""
        runs = self._runs[start:]
        if address and any(words.strip() for words, _ in runs):
            bold = all(bold for words, bold in runs if words.strip())
            self._runs[start:] = [(link("".join(words for words, _ in runs), address), bold)]

    def __bool__(self) -> bool:
        return any(words.strip() for words, _ in self._runs)

    def words(self) -> str:
        return squeezed("".join(words for words, _ in self._runs))

    def marked(self) -> str:
        """Return the words with `**` around each line whose every word is bold: such lines are headings."""
        lines: list[list[tuple[str, bool]]] = [[]]
        for words, bold in self._runs:
            first, *others = words.split("\n")
            lines[-1].append((first, bold))
            lines += [[(other, bold)] for other in others]
        return squeezed("\n".join(_marked(line) for line in lines))


def _marked(line: list[tuple[str, bool]]) -> str:
    spoken = [bold for words, bold in line if words.strip()]
    words = SPACES.sub(" ", "".join(words for words, _ in line)).strip()
    plain = words.startswith(("**", "- ", "• ")) or not any(c.isalnum() for c in words)
    return f"**{words}**" if spoken and all(spoken) and not plain else words


def squeezed(words: str) -> str:
    """Return the words with single spaces, and without white space at the ends of lines."""
    return SPACES_AROUND_BREAK.sub("\n", SPACES.sub(" ", words)).strip()


def link(words: str, address: str) -> str:
    """Return `[words](address)`, or the words alone where the address is them, or leads nowhere outside."""
    shown, target = squeezed(words), address.strip()
    if not shown or not target.lower().startswith(("http://", "https://", "mailto:")):
        return words
    bare = target.removeprefix("mailto:").rstrip("/")
    if shown.rstrip("/") in {target.rstrip("/"), bare} or re.search(r"[\s()<>]", target) or "\n" in shown:
        return words
    lead, tail = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    return f"{lead}[{shown}]({target}){tail}"


class Layout:
    """Collects blocks in reading order."""

    def __init__(self) -> None:
        self.blocks: list[tuple[str, str]] = []  # (kind, text); blocks of one kind in a list or table touch

    def paragraph(self, line: Line) -> None:
        self._add("text", line.marked())

    def text(self, words: str) -> None:
        self._add("text", words)

    def heading(self, line: Line, level: int) -> None:
        words = line.words().replace("\n", " ")
        self._add("heading", f"{'#' * min(max(level, 1), 6)} {words}" if words else "")

    def item(self, line: Line, level: int = 0, number: int | None = None) -> None:
        words = line.marked()
        indent = "  " * min(max(level, 0), LIST_LEVELS)
        mark = "-" if number is None else f"{number}."
        self._add("item", f"{indent}{mark} " + words.replace("\n", f"\n{indent}  ") if words else "")

    def continue_item(self, line: Line, level: int) -> None:
        """Add a further paragraph of the last item."""
        words = line.marked()
        if not self.blocks or self.blocks[-1][0] != "item":
            self._add("text", words)
        elif words:
            indent = "\n" + "  " * (min(max(level, 0), LIST_LEVELS) + 1)
            self.blocks[-1] = ("item", self.blocks[-1][1] + indent + words.replace("\n", indent))

    def row(self, cells: "Iterable[Layout]") -> None:
        """Add a table's row: one line where its cells are single lines, else its cells one after another."""
        filled = [cell for cell in cells if cell.blocks]
        if all(len(cell.blocks) == 1 and cell.blocks[0][0] == "text" for cell in filled) and len(filled) > 1:
            words = [cell.blocks[0][1].strip("*") for cell in filled]
            if not any("\n" in text for text in words):
                self._add("row", _joined(words))
                return
        for place, cell in enumerate(filled):
            if place == 0 and len(filled) == 2 and (label := _label(cell)):
                self._add("text", label)
            else:
                self.blocks += cell.blocks

    def _add(self, kind: str, text: str) -> None:
        if text.strip():
            self.blocks.append((kind, text))

    def __str__(self) -> str:
        pieces: list[str] = []
        before = ""
        for kind, text in self.blocks:
            if pieces:
                pieces.append("\n" if kind == before and kind in {"item", "row"} else "\n\n")
            pieces.append(text)
            before = kind
        return BREAKS.sub("\n\n", "".join(pieces))


def _joined(words: list[str]) -> str:
    label, *values = words
    if len(values) == 1 and len(label) <= LONGEST_LABEL:
        return f"{label.rstrip(' :')}: {values[0]}"
    return " | ".join(words)


def _label(cell: Layout) -> str:
    if len(cell.blocks) != 1 or cell.blocks[0][0] != "text":
        return ""
    words = cell.blocks[0][1].strip("*")
    return f"{words.rstrip(' :')}:" if len(words) <= LONGEST_LABEL and "\n" not in words else ""
