"""A text cut where facts begin and end, so that a page can mark the words that each was read from. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from postings.facts import Span
from postings.selectors.shown import Shown


@dataclass(frozen=True, slots=True)
class Mark:
    anchor: str
    label: str
    span: Span
    quiet: bool = False  # a target to jump to that is not highlighted on its own


@dataclass(frozen=True, slots=True)
class Segment(Shown):
    """A run of text with the same marks throughout; `anchors` are those of the marks that begin here."""

    text: str
    anchors: tuple[str, ...]
    labels: tuple[str, ...]
    fact: str = ""  # the anchor of the first fact that was read from it, to lead back to


def marked_text(text: str, marks: Sequence[Mark]) -> list[Segment]:
    """Return the whole text in order; marks may overlap, and empty ones keep their anchor."""
    edges = sorted({0, len(text), *(edge for mark in marks for edge in (mark.span.start, mark.span.end))})
    starting: dict[int, list[str]] = {}
    for mark in marks:
        starting.setdefault(mark.span.start, []).append(mark.anchor)
    segments = []
    for start, end in pairwise(edges):
        over = [
            mark for mark in marks if not mark.quiet and mark.span.start <= start and end <= mark.span.end
        ]
        segments.append(
            Segment(
                text[start:end],
                tuple(starting.get(start, ())),
                tuple(dict.fromkeys(mark.label for mark in over)),
                over[0].anchor if over else "",
            )
        )
    return segments
