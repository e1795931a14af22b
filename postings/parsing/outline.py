"""A part's lines → headings, bullets and prose, each with the section that the headings above it name.

A heading is marked (`#`, bold, capitals, a colon) or known by its words and followed by something. Headings
rank: one of a lower kind that no rule knows is a topic inside the section of the one above it.
"""

import re
from dataclasses import dataclass

from postings.parsing.lexicon.headings import section_of
from postings.parsing.lines import RawLine, raw_lines
from postings.parsing.part import Line, LineKind
from postings.parsing.view import View
from postings.parsing.wording import is_wish, reads_like_duty, reads_like_requirement
from postings.vocabulary import Section

HASHES = re.compile(r"(?:\#{2,6}\s*|\#\s+)(?=\S)")  # "#LI-Remote" is a tag
BOLD = re.compile(r"[\W_]*(?:\*\*|__)[^\n]+(?:\*\*|__)[\W_]*\Z")
ITALIC = re.compile(r"[^\w*]*(?<![*\w])[*_](?![\s*])[^\n*]{2,100}[*_][^\w*]*\Z")
LABEL = re.compile(
    r"(?P<label>[^\W\d_][^:\n.;!?]{1,58}?)\s*[:?]\s+(?=\S)|(?P<dash>[A-Z][\w ,/&']{4,40}?)\s+-\s+(?=[A-Z])"
)
SENTENCE = re.compile(r"[.!](?:\s|\Z)|\.\s")
LONGEST_HEADING = 110
ASKED = (Section.RESPONSIBILITY, Section.REQUIRED, Section.PREFERRED)
LONGEST_PLAIN = 70  # characters of a heading that nothing marks
DECORATION = re.compile(r"^[^\w(\[\"'$£€<{]+|[\s:*_]+$")


class Rank:
    """How much a heading stands out; the smaller, the higher."""

    HASH, BOLD, PLAIN, BULLET = range(1, 5)


@dataclass(slots=True)
class _Heading:
    rank: int
    section: Section | None
    words: str


def outline(view: View, header_end: int = 0) -> tuple[Line, ...]:
    """Return the lines below the header. Bullets that open a list of their own under a label are its topic."""
    raws = [line for line in raw_lines(view) if line.start >= header_end]
    lines: list[Line] = []
    open_headings: list[_Heading] = []
    indents: list[int] = []
    for index, raw in enumerate(raws):
        below = raws[index + 1] if index + 1 < len(raws) else None
        rank, start, label_end = _heading_rank(view, raw, below)
        if not raw.bullet:
            indents = []
        elif not indents or raw.indent > indents[-1] + 1:
            indents.append(raw.indent)
        else:
            while len(indents) > 1 and raw.indent < indents[-1] - 1:
                indents.pop()
        if rank:
            end = label_end or raw.end
            words = DECORATION.sub("", view.lower[start:end])
            if raw.bullet:
                open_headings = [one for one in open_headings if one.rank < Rank.BULLET]
            section = _section(words, rank, open_headings)
            if label_end and section not in ASKED:  # "Location: London" says so much and no more
                first, last = view.trimmed(label_end, raw.end)
                lines.append(Line(LineKind.PROSE, raw.start, last, 0, section, words))
                continue
            open_headings = [one for one in open_headings if one.rank < rank] + [
                _Heading(rank, section, words)
            ]
            first, last = _bare(view, start, end)
            lines.append(Line(LineKind.HEADING, first, last, rank, section, words))
            if label_end:
                first, last = view.trimmed(label_end, raw.end)
                lines.append(Line(LineKind.PROSE, first, last, 0, section, words))
            continue
        if open_headings and open_headings[-1].rank == Rank.BULLET and (not raw.bullet or len(indents) < 2):
            open_headings.pop()
        section = open_headings[-1].section if open_headings else None
        heading = open_headings[-1].words if open_headings else ""
        kind = LineKind.BULLET if raw.bullet else LineKind.PROSE
        lines.append(Line(kind, raw.start, raw.end, max(0, len(indents) - 1), section, heading))
    return tuple(lines)


def _bare(view: View, start: int, end: int) -> tuple[int, int]:
    words = view.text[start:end]
    lead = DECORATION.match(words)
    first = start + (lead.end() if lead and lead.end() < len(words) else 0)
    last = start + len(words.rstrip(" :*_"))
    return first, max(first + 1, last)


def _heading_rank(view: View, raw: RawLine, below: RawLine | None) -> tuple[int, int, int]:
    """Return the rank (0: no heading), where its words begin, and where its label ends if text follows it."""
    text = view.text
    words = text[raw.start : raw.end]
    if raw.bullet:
        nested = below is not None and below.bullet and below.indent > raw.indent + 1
        is_label = words.endswith(":") and len(words) <= LONGEST_HEADING
        return (Rank.BULLET, raw.start, 0) if nested and is_label else (0, 0, 0)
    if hashes := HASHES.match(words):
        start = raw.start + hashes.end()
        short = raw.end - start <= LONGEST_HEADING and not words.endswith(".") and start < raw.end
        return (Rank.HASH, start, 0) if short and text[start] not in "•*-" else (0, 0, 0)
    if len(words) <= LONGEST_HEADING and not _is_value(words):
        known, section = section_of(words)
        span = view.span(raw.start, raw.end)
        marked = view.source[max(0, span.start - 6) : span.end + 6].split("\n")
        whole = next((piece for piece in marked if view.source[span.start : span.end][:12] in piece), "")
        if BOLD.match(whole) and not SENTENCE.search(words) and not _is_note(words):
            return Rank.BOLD, raw.start, 0
        if ITALIC.match(whole) and (known or words.endswith(":")):
            return Rank.BOLD, raw.start, 0
        if words.endswith((":", ":-", "…")) or (words.endswith(("...", "?")) and known):
            return Rank.PLAIN, raw.start, 0
        if _is_plain_heading(words, below, known, section):
            return Rank.PLAIN, raw.start, 0
    if label := LABEL.match(text, raw.start, raw.end):
        name = label["label"] or label["dash"]
        known, section = section_of(name)
        if known and section and len(name.split()) <= 5 and (label["label"] or name.isupper()):
            note = section not in ASKED and len(name.split()) <= 3 and len(words) <= 100
            if _names_a_list(name) or note:
                return Rank.PLAIN, raw.start, label.end()
    return 0, 0, 0


def _is_note(words: str) -> bool:
    """ "Location: London" in bold says where, and goes on with the section that it stands in."""
    label = LABEL.match(words)
    if not label or not label["label"] or len(label["label"].split()) > 3:
        return False
    return section_of(label["label"])[1] not in ASKED or any(
        letter.isdigit() for letter in words[label.end() :]
    )


def _is_value(words: str) -> bool:
    """ "$110,000 - $140,000" and "100% remote" are what a label says, not labels."""
    return not any(letter.isalpha() for letter in words) or words[0] in "$£€(" or words[0].isdigit()


def _is_plain_heading(words: str, below: RawLine | None, known: bool, section: Section | None) -> bool:
    if len(words) > LONGEST_PLAIN or words[-1] in ".,;!" or below is None or ": " in words:
        return False
    if words.isupper() and len(words) > 3:
        return True
    count = len(words.split())
    few = count <= 9 if below.bullet else count <= 6 and "," not in words
    begins = words[0].isupper() or not words[0].isalpha()
    if (
        known
        and few
        and begins
        and not reads_like_requirement(words)
        and not (count > 2 and is_wish(words))
        and not (len(words.split()) > 2 and reads_like_duty(words) and section is not Section.RESPONSIBILITY)
    ):
        return section is not None or below.bullet or below.end - below.start > len(words)
    return few and begins and below.bullet


NAMES_A_LIST = re.compile(
    r"(?:responsibilit|duties|requirement|qualification|skills|must have|nice to have|benefits|preferred|desired|"
    r"aufgaben|profil|missions|compétences|requisitos|funciones|bonus points|education|experience required|"
    r"required|job summary|about)",
    re.IGNORECASE,
)


def _names_a_list(label: str) -> bool:
    return bool(NAMES_A_LIST.search(label)) and len(label.split()) <= 5


def _section(words: str, rank: int, above: list[_Heading]) -> Section | None:
    """What a heading's own words say, else what the one that it stands under says."""
    known, section = section_of(words)
    parents = [one for one in above if one.rank < rank]
    if known and section:
        topic = rank == Rank.BULLET or (parents and parents[-1].rank < rank)
        inherited = parents[-1].section if parents else None
        if topic and inherited in (Section.PREFERRED, Section.BENEFIT) and section is Section.REQUIRED:
            return inherited  # "Education" below "Preferred qualifications"
        return section
    return parents[-1].section if parents else None
