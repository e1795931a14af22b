"""What each HTML element means for the layout: the state while a page is walked in reading order."""

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from postings.readers.layout import Layout, Line

BLOCK_TAGS = (
    "p div section article header footer main aside address blockquote figure figcaption form fieldset"
    " legend details summary center dl ul ol li table tr td th dt dd pre caption body label hgroup"
)
BLOCKS = frozenset(BLOCK_TAGS.split())
HEADINGS = {f"h{level}": level for level in range(1, 7)}
HEADING_IN_ITEM = 3  # h4 to h6 in an <li> are its words; h1 to h3 head a card of a list
LISTS = frozenset({"ul", "ol", "menu"})
CELLS = frozenset({"td", "th", "dt", "dd"})
BOLD_STYLE = re.compile(r"font-weight \s* : \s* (?: bold | [6-9]00 )", re.VERBOSE | re.IGNORECASE)
WHITE_SPACE = re.compile(r"\s+")


@dataclass(slots=True)
class Item:
    level: int
    number: int | None
    begun: bool = False


@dataclass(slots=True)
class Frame:
    """A page, or a cell of a table: what stands inside it has lists of its own."""

    layout: Layout = field(default_factory=Layout)
    lists: list[int | None] = field(default_factory=list)  # last number of each open list; None for bullets
    items: list[Item] = field(default_factory=list)
    rows: list[list[Layout]] = field(default_factory=list)
    term: Layout | None = None  # a <dt> that waits for its <dd>


class Walker:
    def __init__(self) -> None:
        self._frames = [Frame()]
        self._line = Line()
        self._bold: list[int] = []  # elements that made the text bold, by id
        self._links: list[str] = []
        self._link_start = 0
        self._pre = 0

    def text(self) -> str:
        self._flush()
        while len(self._frames) > 1:
            inner = self._frames.pop()
            self._frames[-1].layout.blocks += inner.layout.blocks
        return str(self._frames[0].layout)

    def enter(self, node: LexborNode) -> None:
        if node.is_text_node:
            words = node.text_content or ""
            self._line.add(words if self._pre else WHITE_SPACE.sub(" ", words), bool(self._bold))
            return
        tag = node.tag or ""
        if tag == "br":
            self._line.add_break()
        elif tag == "hr":
            self._flush()
            self._frame.layout.text("---")
        elif tag == "a":
            self._open_link(node)
        elif tag in HEADINGS or tag in BLOCKS or tag in LISTS:
            self._flush()
            self._enter_block(node, tag)
        if tag in {"b", "strong"} or BOLD_STYLE.search(node.attributes.get("style") or ""):
            self._bold.append(node.mem_id)

    def _enter_block(self, node: LexborNode, tag: str) -> None:
        frame = self._frame
        if tag in LISTS:
            frame.lists.append(_start(node) if tag == "ol" else None)
        elif tag == "li":
            number = None
            if frame.lists and frame.lists[-1] is not None:
                number = frame.lists[-1] = frame.lists[-1] + 1
            frame.items.append(Item(max(len(frame.lists) - 1, 0), number))
        elif tag == "tr":
            frame.rows.append([])
        elif tag in CELLS:
            self._frames.append(Frame())
        elif tag == "pre":
            self._pre += 1

    def leave(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag == "a" and self._links:
            self._close_link()
        elif tag in HEADINGS:
            self._flush(HEADINGS[tag])
        elif tag in BLOCKS or tag in LISTS:
            self._flush()
            self._leave_block(tag)
        if self._bold and self._bold[-1] == node.mem_id:
            self._bold.pop()

    def _leave_block(self, tag: str) -> None:
        frame = self._frame
        if tag in LISTS and frame.lists:
            frame.lists.pop()
        elif tag == "li" and frame.items:
            frame.items.pop()
        elif tag == "tr" and frame.rows:
            frame.layout.row(frame.rows.pop())
        elif tag in CELLS and len(self._frames) > 1:
            self._leave_cell(tag)
        elif tag == "dl" and frame.term:
            frame.layout.blocks += frame.term.blocks
            frame.term = None
        elif tag == "pre":
            self._pre -= 1

    def _leave_cell(self, tag: str) -> None:
        cell = self._frames.pop().layout
        frame = self._frame
        if tag == "dt":
            if frame.term:
                frame.layout.blocks += frame.term.blocks
            frame.term = cell
        elif tag == "dd":
            frame.layout.row([frame.term, cell] if frame.term else [cell])
            frame.term = None
        elif frame.rows:
            frame.rows[-1].append(cell)
        else:
            frame.layout.blocks += cell.blocks

    @property
    def _frame(self) -> Frame:
        return self._frames[-1]

    def _flush(self, heading: int = 0) -> None:
        """End the block: its words become a heading, the item they stand in, or a paragraph."""
        line, self._line = self._line, Line()
        if self._links:
            line.wrap(self._link_start, self._links[-1])
        self._link_start = 0
        if not line:
            return
        frame = self._frame
        item = frame.items[-1] if frame.items else None
        if heading and (item is None or heading <= HEADING_IN_ITEM):
            frame.layout.heading(line, heading)
        elif item is None:
            frame.layout.paragraph(line)
        elif item.begun:
            frame.layout.continue_item(line, item.level)
        else:
            item.begun = True
            frame.layout.item(line, item.level, item.number)

    def _open_link(self, node: LexborNode) -> None:
        self._links.append(node.attributes.get("href") or "")
        self._link_start = self._line.length

    def _close_link(self) -> None:
        self._line.wrap(self._link_start, self._links.pop())
        self._link_start = self._line.length


def _start(node: LexborNode) -> int:
    start = node.attributes.get("start") or "1"
    return int(start) - 1 if start.isascii() and start.isdigit() and len(start) < 6 else 0
