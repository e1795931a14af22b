"""Text → its lines as headings, bullets and prose, each with the span of its words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from postings.facts import Span

LINE = re.compile(r"[^\n]+")
BULLET = re.compile(r"\s*(?:[-*•–▪◦·]|\d{1,2}[.)])\s+")
MARKS = re.compile(r"^[#*_\s]+|[*_\s]+$")
LONGEST_HEADING = 80


@dataclass(frozen=True, slots=True)
class Line:
    kind: str  # "heading" | "bullet" | "prose"
    text: str
    span: Span


def outline(text: str) -> Iterator[Line]:
    """Yield what stands on each line, without its bullet or its Markdown marks."""
    for found in LINE.finditer(text):
        whole = found.group()
        if not whole.strip():
            continue
        bullet = BULLET.match(whole)
        start = found.start() + (bullet.end() if bullet else 0)
        words, span = _trimmed(text, start, found.end())
        if not words:
            continue
        if bullet:
            yield Line("bullet", words, span)
        else:
            yield Line("heading" if _is_heading(whole, words) else "prose", words, span)


def _trimmed(text: str, start: int, end: int) -> tuple[str, Span]:
    words = text[start:end]
    lead = MARKS.match(words)
    tail = re.search(r"[*_\s]+$", words)
    first = lead.end() if lead else 0
    last = tail.start() if tail else len(words)
    if first >= last:
        return "", Span(start, start)
    return words[first:last], Span(start + first, start + last)


def _is_heading(whole: str, words: str) -> bool:
    """A heading is short and says nothing that a sentence would: "Requirements:", "## About us"."""
    if len(words) > LONGEST_HEADING or words.endswith((".", ",", ";")):
        return False
    marked = whole.lstrip().startswith(("#", "**")) or words.endswith(":")
    return marked or words.isupper()
