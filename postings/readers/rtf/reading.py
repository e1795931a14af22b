"""RTF → Markdown-like text: one pass over the control words, with a stack of open groups.

In: the bytes of an RTF file. Out: paragraphs, list items with level and number, tables, links, bold lines.
Left out: pictures, headers, notes, hidden and deleted text.
Refused: nothing; a file without text is empty, which the caller refuses.

Own reading, because striprtf drops the bullets that WordPad writes (`\\pntext`) and everything bold.
"""

import codecs
import re
from dataclasses import dataclass, replace

from postings.readers.rtf.paragraphs import Paragraphs
from postings.readers.rtf.words import CHARACTERS, CHARSETS, LEFT_OUT, SYMBOL_CHARSET, SYMBOLS

TOKEN = re.compile(
    r"""
      \\ (?P<word> [a-zA-Z]{1,32} ) (?P<number> -?\d{1,10} )? [ ]?
    | \\' (?P<byte> [0-9a-fA-F]{2} )
    | \\ (?P<symbol> [^a-zA-Z'] )
    | (?P<brace> [{}] )
    | (?P<plain> [^\\{}\r\n]{1,4096} )
    """,
    re.VERBOSE | re.DOTALL,
)
LINK = re.compile(r'\s*HYPERLINK\s+"?([^"\s]+)')
DEEPEST = 10_000  # open groups
MOST_SKIPPED = 8  # characters that may stand in for one of Unicode
STARRED_TEXT = frozenset({"fldinst"})  # what is read although its group begins with `\*`


@dataclass(slots=True)
class _Group:
    left_out: bool = False
    starred: bool = False
    bold: bool = False
    hidden: bool = False
    skipped: int = 1
    codec: str = "cp1252"
    collects: str = ""  # "marker" of a list item, "instruction" of a field, "fonts"
    link_start: int | None = None


def read_rtf(content: bytes) -> str:
    reader = _Reader()
    text, at = content.decode("latin-1"), 0
    while found := TOKEN.search(text, at):
        at = found.end() + reader.take(found)
    reader.end_bytes()
    return reader.paragraphs.text()


class _Reader:
    def __init__(self) -> None:
        self.paragraphs = Paragraphs()
        self._group = _Group()
        self._open: list[_Group] = []
        self._instruction = ""
        self._bytes = bytearray()
        self._skip = 0
        self._fonts: dict[int, int] = {}
        self._font = 0
        self._default = "cp1252"
        self._surrogate = ""

    def take(self, token: re.Match[str]) -> int:
        """Read one token; return how many characters after it are binary, to be passed over."""
        if token["byte"]:
            self._take_bytes(bytes.fromhex(token["byte"]))
            return 0
        if token["plain"]:
            self._take_bytes(token["plain"].encode("latin-1"))
            return 0
        self.end_bytes()
        number = int(token["number"]) if token["number"] else None
        if token["word"] == "bin":
            return max(number or 0, 0)
        if token["word"]:
            self._take_word(token["word"], number)
        elif token["symbol"]:
            self._take_symbol(token["symbol"])
        elif token["brace"] == "}":
            self._close()
        elif len(self._open) < DEEPEST:
            self._open.append(self._group)
            self._group = replace(self._group, starred=False, link_start=None)
        return 0

    def _close(self) -> None:
        if self._group.link_start is not None and (found := LINK.match(self._instruction)):
            self.paragraphs.line.wrap(self._group.link_start, found[1])
            self._instruction = ""
        self._group = self._open.pop() if self._open else _Group()
        self._skip = 0

    def _take_symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._group.starred = True
        elif symbol in "\r\n":
            self._take_word("par", None)
        else:
            self._add(SYMBOLS.get(symbol, ""))

    def _take_bytes(self, content: bytes) -> None:
        passed = min(self._skip, len(content))
        self._skip -= passed
        if not self._group.left_out:
            self._bytes += content[passed:]

    def end_bytes(self) -> None:
        """Decode the bytes since the last control word: a letter may be two of them."""
        content, self._bytes = bytes(self._bytes), bytearray()
        if self._group.codec == "symbol" and len(content.strip()) == 1:
            self._add("• ")
        elif content:
            codec = "cp1252" if self._group.codec == "symbol" else self._group.codec
            self._add(content.decode(codec, "replace"))

    def _take_word(self, word: str, number: int | None) -> None:
        group = self._group
        if word in LEFT_OUT or (group.starred and word not in STARRED_TEXT):
            group.left_out = True
        group.starred = False
        if word == "fonttbl":
            group.collects = "fonts"
        elif group.collects == "fonts":
            self._take_font(word, number)
        elif group.left_out:
            return
        elif word in {"pntext", "listtext"}:
            group.collects, self.paragraphs.marker = "marker", ""
        elif word == "fldinst":
            group.collects, self._instruction = "instruction", ""
        elif word == "fldrslt":
            group.link_start = self.paragraphs.line.length
        elif word in CHARACTERS:
            self._add(CHARACTERS[word])
        elif word == "u" and number is not None:
            self._add_unicode(number % 0x10000)
            self._skip = group.skipped
        elif not self._take_style(group, word, number):
            self.paragraphs.take(word, number)

    def _take_font(self, word: str, number: int | None) -> None:
        if word == "f":
            self._font = number or 0
        elif word == "fcharset":
            self._fonts[self._font] = number or 0

    def _take_style(self, group: _Group, word: str, number: int | None) -> bool:
        """Read a control word about characters; say whether it is one."""
        if word == "uc":
            group.skipped = min(max(number or 0, 0), MOST_SKIPPED)
        elif word == "f":
            charset = self._fonts.get(number or 0, 0)
            known = CHARSETS.get(charset, self._default) if charset else self._default
            group.codec = "symbol" if charset == SYMBOL_CHARSET else known
        elif word == "ansicpg":
            self._default = group.codec = _codec(number)
        elif word == "b":
            group.bold = number != 0
        elif word in {"v", "deleted"}:
            group.hidden = number != 0
        elif word == "plain":
            group.bold = group.hidden = False
        else:
            return False
        return True

    def _add_unicode(self, point: int) -> None:
        if 0xD800 <= point < 0xDC00:
            self._surrogate = chr(point)
            return
        pair = (self._surrogate + chr(point)).encode("utf-16-le", "surrogatepass")
        self._surrogate = ""
        self._add(pair.decode("utf-16-le", "ignore"))

    def _add(self, words: str) -> None:
        group = self._group
        if group.left_out or not words:
            return
        if group.collects == "marker":
            self.paragraphs.marker += words
        elif group.collects == "instruction":
            self._instruction += words
        elif not group.hidden and not group.collects:
            self.paragraphs.line.add(words, group.bold)


def _codec(number: int | None) -> str:
    try:
        return codecs.lookup(f"cp{number}").name
    except LookupError:
        return "cp1252"
