"""A part's lines → headings, bullets and prose, each with the section that the headings above it name.

A heading is marked (`#`, bold, capitals, a colon) or known by its words and followed by something. Headings
rank: one of a lower kind that no rule knows is a topic inside the section of the one above it.
"""

import re
from dataclasses import dataclass

from postings.parsing.heading_rank import Rank, heading_rank
from postings.parsing.lead_in import section_led_into, with_lead_ins
from postings.parsing.lexicon.headings import section_of
from postings.parsing.lines import raw_lines
from postings.parsing.menu import without_menu
from postings.parsing.own_sections import with_own_sections
from postings.parsing.part import Line, LineKind
from postings.parsing.questionnaire import questionnaire_start
from postings.parsing.sections import ASKED
from postings.parsing.view import View
from postings.vocabulary import Section

SHARE = re.compile(r"\(\d{1,3} ?%\)")  # "Monitoring (40%)": so much of the working time
VERDICT = re.compile(
    r"\((?:(?P<required>essential|required|mandatory|must[- ]haves?)|(?P<preferred>preferred|desirable|desired|optional|nice[- ]to[- ]haves?|bonus))\)\W*\Z"
)
YOU_WILL = re.compile(r"(?:as (?:an?|our|the|part of)|reporting)\b.{0,90}\byou(?:'ll| will)(?: be)?\W*\Z")
DECORATION = re.compile(r"^[^\w(\[\"'$£€<{]+|[\s:*_]+$")


@dataclass(slots=True)
class _Heading:
    rank: int
    section: Section | None
    words: str


def outline(view: View, header_end: int = 0) -> tuple[Line, ...]:
    """Return the lines below the header. Bullets that open a list of their own under a label are its topic."""
    lines = with_own_sections(view, _outlined(view, header_end))
    asked = questionnaire_start([view.text[line.start : line.end] for line in lines])
    if asked is None:
        return tuple(lines)
    questions = [line._replace(kind=LineKind.PROSE, section=Section.PROCESS) for line in lines[asked:]]
    return (*lines[:asked], *questions)


def _outlined(view: View, header_end: int) -> list[Line]:
    below_header = [line for line in raw_lines(view) if line.start >= header_end]
    raws = list(with_lead_ins(view, without_menu(view, below_header)))
    lines: list[Line] = []
    open_headings: list[_Heading] = []
    indents: list[int] = []
    for index, raw in enumerate(raws):
        below = raws[index + 1] if index + 1 < len(raws) else None
        rank, start, label_end = heading_rank(view, raw, below)
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
    return lines


def _bare(view: View, start: int, end: int) -> tuple[int, int]:
    words = view.text[start:end]
    lead = DECORATION.match(words)
    first = start + (lead.end() if lead and lead.end() < len(words) else 0)
    last = start + len(words.rstrip(" :*_"))
    return first, max(first + 1, last)


def _section(words: str, rank: int, above: list[_Heading]) -> Section | None:
    """What a heading's own words say, else what the one that it stands under says."""
    parents = [one for one in above if one.rank < rank]
    if verdict := VERDICT.search(words):
        return Section(str(verdict.lastgroup))
    if YOU_WILL.match(words):
        return Section.RESPONSIBILITY
    if parents and SHARE.search(words):
        return parents[-1].section
    section = section_led_into(words) or section_of(words)[1]
    if section:
        topic = rank == Rank.BULLET or (parents and parents[-1].rank < rank)
        inherited = parents[-1].section if parents else None
        firm = any(word in words for word in ("requirement", "required", "must", "minimum"))
        if (
            topic
            and not firm
            and inherited in (Section.PREFERRED, Section.BENEFIT)
            and section is Section.REQUIRED
        ):
            return inherited  # "Education" below "Preferred qualifications"
        return section
    sister = next((one for one in reversed(above) if one.rank == rank), None)
    if sister and sister.section is Section.BENEFIT and parents and parents[-1].section in ASKED:
        return Section.BENEFIT  # "What we offer", then "Health", both in bold below a larger "Requirements"
    return parents[-1].section if parents else None
