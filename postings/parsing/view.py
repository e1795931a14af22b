"""A stretch of a document as words: markup gone, spaces, dashes and quotes plain, every character traced.

Extractors read `View.text` (or `View.lower`, which has the same length) and turn what they find back into
spans of the document: `source[span.start:span.end] == raw`, whatever marks stand in between.

Not undone: bullets, the `#` of headings and line breaks, which the outline reads.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from postings.facts import Fact, Span
from postings.vocabulary import State

Value = TypeVar("Value")

MARKUP = re.compile(
    r"""(?= [\\!\[&<*_`~\u200b-\u200f\u2060\ufeff\u00ad\ufe0e\ufe0f\u202a-\u202e\ufb00-\ufb06] ) (?:
      \\ (?P<escaped> [\\`*_{}\[\]()\#+\-.!|>~<&@$%=:;,/"'?^] )
    | !\[ [^\]\n]{0,300} \] \( [^()\n]{0,2000} \)        # a picture says nothing
    | \[ (?! \] ) (?P<link> [^\[\]\n]{0,500} (?: \[ [^\[\]\n]{1,80} \] [^\[\]\n]{0,200} ){0,2} ) \] \( (?P<url> [^()\s]{0,2000} (?: \([^()\s]{0,200}\) [^()\s]{0,2000} )? )
        (?: \s+ "[^"\n]{0,300}" )? \)
    | (?P<entity> & (?: \#\d{1,7} | \#[xX][\da-fA-F]{1,6} | [A-Za-z]{2,8}\d? ) ; )
    | (?P<break> <br \s* /? > )
    | < /? (?: p|b|i|u|em|strong|span|div|ul|ol|li|h[1-6]|a|font|table|tbody|tr|td|hr|sup|sub|small )
        (?: \s [^<>\n]{0,500} )? /? >
    | (?P<autolink> < (?P<address> https?:// [^<>\s]{1,500} ) > )
    | \*{2,}                                             # bold
    | (?<= \S ) \* (?= [\s.,;:!?)\]] | $ | \w )          # closing italics, stray stars
    | (?<! \S ) \* (?= [\w"'(\[] )                       # opening italics; "* item" keeps its bullet
    | (?<! \w ) _{1,3} (?= [^\s_] )                      # opening underscores; snake_case stays
    | (?<= [^\s_] ) _{1,3} (?! \w )                      # closing ones
    | (?<= \s ) _{1,3} (?= [ ]? \*\* )
    | `+
    | ~~
    | [\u200b-\u200f\u2060\ufeff\u00ad\ufe0e\ufe0f\u202a-\u202e]+   # nothing that is seen
    | (?P<ligature> [\ufb00-\ufb06] )
    )
    """,
    re.VERBOSE,
)
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
PLAIN = {
    **dict.fromkeys(
        "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t",
        " ",
    ),
    **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
    **dict.fromkeys("‘’‚‛ʼ´`′", "'"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **{chr(0xFF01 + n): chr(0x21 + n) for n in range(94) if chr(0xFF01 + n) != "－"},
}
NOT_PLAIN = re.compile(f"[{re.escape(''.join(PLAIN))}]")  # str.translate takes ten times as long


@dataclass(frozen=True, slots=True)
class Link:
    start: int  # of its words in the view
    end: int
    url: str


class View:
    """One part of a document. Offsets of its methods are those of `text` unless they say otherwise."""

    __slots__ = ("_length", "_origins", "_starts", "links", "lower", "source", "text", "words")

    def __init__(self, source: str, start: int = 0, end: int | None = None) -> None:
        self.source = source
        self.links: list[Link] = []
        self._length = 0
        self._starts: list[int] = []  # where runs of characters begin in the view
        self._origins: list[
            tuple[int, int]
        ] = []  # where they stand in the source; the end only if not letter by letter
        pieces: list[str] = []
        self._read(start, len(source) if end is None else end, pieces)
        self.words = "".join(pieces)  # as the author wrote them
        self.text = NOT_PLAIN.sub(_plain, self.words)
        lower = self.text.lower()
        self.lower = lower if len(lower) == len(self.text) else "".join(map(_small, self.text))

    def _read(self, start: int, end: int, pieces: list[str]) -> None:
        at = start
        for found in MARKUP.finditer(self.source, start, end):
            first, last = found.span()
            self._keep(at, first, pieces)
            at = last
            if url := found["url"]:
                before = self._length
                self._read(*found.span("link"), pieces)
                self.links.append(Link(before, self._length, url))
            elif found["link"]:
                self._read(*found.span("link"), pieces)
            elif found["escaped"]:
                self._keep(first + 1, last, pieces)
            elif address := found["address"]:
                before = self._length
                self._keep(*found.span("address"), pieces)
                self.links.append(Link(before, self._length, address))
            elif words := _spelled_out(found):
                self._add(words, (first, last), pieces)
        self._keep(at, end, pieces)

    def _keep(self, start: int, end: int, pieces: list[str]) -> None:
        if start < end:
            self._add(self.source[start:end], (start, 0), pieces)

    def _add(self, words: str, origin: tuple[int, int], pieces: list[str]) -> None:
        pieces.append(words)
        self._starts.append(self._length)
        self._origins.append(origin)
        self._length += len(words)

    def span(self, start: int, end: int) -> Span:
        """Return where the words text[start:end] stand in the document."""
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, end - 1) - 1
        begins, whole = self._origins[first]
        stands, ends = self._origins[last]
        return Span(
            begins if whole else begins + start - self._starts[first],
            ends or stands + end - self._starts[last],
        )

    def raw(self, start: int, end: int) -> str:
        span = self.span(start, end)
        return self.source[span.start : span.end]

    def fact(self, value: Value | None, start: int, end: int, state: State = State.STATED) -> Fact[Value]:
        """Return a fact whose evidence is text[start:end]."""
        return Fact(value, state, self.span(start, end), self.raw(start, end))

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch without the white space at its ends."""
        words = self.text[start:end]
        left = len(words) - len(words.lstrip())
        return start + left, max(start + left, start + len(words.rstrip()))

    def sentences(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield where the sentences of a stretch begin and end. "e.g. this" and "3.5 years" are one."""
        at = start
        for stop in STOP.finditer(self.text, start, end):  # the large pattern is asked at stops alone
            if stop.start() >= at and (found := SENTENCE_END.match(self.text, stop.start(), end)):
                yield self.trimmed(at, found.end())
                at = found.end()
        first, last = self.trimmed(at, end)
        if first < last:
            yield first, last


STOP = re.compile(r"[.!?\n]")
SENTENCE_END = re.compile(
    r"""(?<! \b e\.g ) (?<! \b i\.e ) (?<! \b etc ) (?<! \b [A-Z] ) (?<! \b Inc ) (?<! \b Ltd ) (?<! \b approx )
        (?<! \b St ) (?<! \b min ) (?<! \b yrs ) (?<! \b vs ) (?<! \b No ) (?<! \b Sr ) (?<! \b Jr ) (?<! \b z\.B )
        [.!?]+ ["')\]]* (?= \s+ (?: [A-Z0-9"'(\[$£€À-Þ] | \W* \Z ) )
      | \n""",
    re.VERBOSE,
)


def _plain(found: re.Match[str]) -> str:
    return PLAIN[found[0]]


def _small(character: str) -> str:
    small = character.lower()
    return small if len(small) == 1 else character


def _spelled_out(found: re.Match[str]) -> str:
    """Return the characters that stand for markup: "&amp;" is "&", a ligature its letters, a tag nothing."""
    if entity := found["entity"]:
        return html.unescape(entity)
    if ligature := found["ligature"]:
        return LIGATURES[ligature]
    return "\n" if found["break"] else ""
