"""How documents look: kinds of header, headings and bullets, and the order of their sections."""

from dataclasses import dataclass
from typing import Literal

from postings.vocabulary import Section

Header = Literal["board", "labels", "plain", "dash", "prose"]

R, Q, P, E = Section.RESPONSIBILITY, Section.REQUIRED, Section.PREFERRED, Section.ELIGIBILITY
B, A, H = Section.BENEFIT, Section.ABOUT, Section.PROCESS
USUAL = (A, R, Q, P, E, B, H)
DUTIES_FIRST = (R, Q, P, E, B, A, H)
BENEFITS_EARLY = (A, R, B, Q, P, E, H)
ABOUT_LAST = (R, Q, P, B, E, H, A)


@dataclass(frozen=True, slots=True)
class Layout:
    header: Header
    before: str  # a heading
    after: str
    capitals: bool
    bullet: str  # empty: sentences run on as prose
    stop: str
    order: tuple[Section, ...]
    file_type: str
    weight: float

    @property
    def between(self) -> str:
        return "\n" if self.bullet else " "


LAYOUTS = (
    Layout("board", "## ", "", False, "- ", "", USUAL, "md", 16),
    Layout("board", "### ", "", False, "* ", ".", BENEFITS_EARLY, "md", 8),
    Layout("board", "**", "**", False, "- ", ".", USUAL, "md", 8),
    Layout("board", "## ", "", False, "1. ", ".", DUTIES_FIRST, "md", 2),
    Layout("plain", "", "", False, "• ", "", USUAL, "txt", 13),
    Layout("plain", "", "", True, "- ", ".", DUTIES_FIRST, "txt", 9),
    Layout("plain", "", ":", False, "• ", ".", ABOUT_LAST, "txt", 7),
    Layout("labels", "", ":", False, "- ", "", DUTIES_FIRST, "txt", 10),
    Layout("labels", "", "", True, "• ", ".", USUAL, "txt", 7),
    Layout("labels", "## ", "", False, "- ", "", ABOUT_LAST, "md", 6),
    Layout("dash", "", "", False, "– ", "", USUAL, "txt", 6),
    Layout("dash", "", ":", True, "* ", ".", BENEFITS_EARLY, "txt", 5),
    Layout("prose", "", "", False, "- ", ".", DUTIES_FIRST, "txt", 6),
    Layout("prose", "## ", "", False, "", ".", USUAL, "md", 4),
    Layout("prose", "", "", False, "", ".", ABOUT_LAST, "txt", 4),
)
