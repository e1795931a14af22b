"""Lines → what stands below each heading, leaf by leaf, before wishes and misplaced duties are told apart.

A group that has bullets says what it has to say in them; in one that has none, every line is an entry, and a lone
paragraph is as many as it has sentences.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from postings.parsing.look import look_of, says_something
from postings.parsing.part import Line, LineKind, Part
from postings.parsing.sections import ASKED, DUTIES, section_of_list
from postings.vocabulary import Section

VERDICT = re.compile(r"\((?P<word>required|preferred)\)\s*$", re.IGNORECASE)
# What follows the last list of a text without bullets, and is not of it.
CLOSING = re.compile(
    r"\b(?:equal (?:opportunity|employment)|without regard|regardless of|does not discriminate|accommodations?\b|"
    r"all qualified applicants|interested (?:candidates|applicants)|to apply\b|please (?:submit|send|apply|note|email)|click here|"
    r"follow us|applications? close|enquir(?:y|ies)|sponsorship is available|"
    r"all rights reserved|base salary|salary range|pay range|compensation (?:range|packages?)|benefits (?:include|package)|"
    r"offers (?:many|a comprehensive|a competitive|competitive))|©|^https?://|^#\w",
    re.IGNORECASE,
)
TWO_SENTENCES = re.compile(r"[a-z)][.!?]\s+[A-Z]")
STORY = 260  # characters of a line, on the average: paragraphs
LONGEST_LABEL = 60  # characters
SHORT_SENTENCE = 25  # characters
FEWEST_LINES = 3
TOLD = 0.6  # a share of one
PARAGRAPH = 80  # characters that are more than a word between bullets


class Entry(NamedTuple):
    section: Section
    start: int
    end: int
    theme: str
    bullet: bool


def entries_of(part: Part) -> Iterator[Entry]:
    """Yield what stands below each heading, before wishes and misplaced duties are told apart."""
    groups = _groups(part)
    named: Section | None = None  # by the last heading that names anything
    listed = {line.section for group in groups for line in group if line.kind is LineKind.BULLET}
    for group in groups:
        bullets = [line for line in group if line.kind is LineKind.BULLET]
        asked = [line for line in group if line.section in ASKED]  # what a note says stands apart
        section = (bullets or asked or group)[0].section
        named = section or named
        if bullets:
            for number, run in enumerate(_runs(group)):
                heading = bullets[0].heading if number == 0 else ""  # below a paragraph anything may begin
                texts = [part.lower(line) for line in run if _is_bullet(line)]
                looked = section_of_list(section, texts, named, heading)
                for line in _leaves(part, run):
                    own = looked if line.section in (section, None) else line.section
                    yield Entry(own, line.start, line.end, line.heading, True)
        elif section in ASKED and section not in listed:
            yield from _prose_entries(part, asked, section)
        elif unmarked := _unmarked_list(part, group, named):
            yield from _prose_entries(part, group, unmarked)
        else:
            for line in group:
                if verdict := VERDICT.search(part.text(line)):
                    named = Section.REQUIRED if verdict["word"].lower() == "required" else Section.PREFERRED
                    yield Entry(named, line.start, line.end, line.heading, True)


def _groups(part: Part) -> list[list[Line]]:
    """Return the lines between one heading and the next; topics inside a bulleted list do not part it."""
    groups: list[list[Line]] = []
    fresh = True
    for line in part.lines:
        if line.kind is LineKind.HEADING:
            fresh = True
        elif fresh or not groups:
            groups.append([line])
            fresh = False
        else:
            groups[-1].append(line)
    return groups


def _unmarked_list(part: Part, group: list[Line], above: Section | None) -> Section | None:
    """Lines without bullets below a heading that names nothing are a list if they read like one of the posting's."""
    texts = [part.lower(line) for line in group]
    short = all(SHORT_SENTENCE < len(text) < STORY for text in texts)
    if group[0].section or not group[0].heading or len(group) < FEWEST_LINES or not short:
        return None
    looked = section_of_list(None, texts, above)
    return looked if looked in ASKED else None


def _is_bullet(line: Line) -> bool:
    return line.kind is LineKind.BULLET


def _runs(group: list[Line]) -> Iterator[list[Line]]:
    """Part a group at paragraphs between its bullets: below one another list may begin, whatever the heading said."""
    run: list[Line] = []
    for line in group:
        if not _is_bullet(line) and line.end - line.start > PARAGRAPH and any(map(_is_bullet, run)):
            yield run
            run = []
        run.append(line)
    if any(map(_is_bullet, run)):
        yield run


def _leaves(part: Part, group: list[Line]) -> Iterator[Line]:
    """Yield the bullets that have no bullets below them, and what was fused below a list as its last lines."""
    for index, line in enumerate(group):
        if line.kind is not LineKind.BULLET:
            continue
        below = group[index + 1] if index + 1 < len(group) else None
        parent = below is not None and below.kind is LineKind.BULLET and below.depth > line.depth
        label = parent and (part.text(line).endswith(":") or line.end - line.start < LONGEST_LABEL)
        if not label or says_something(part.text(line)):
            yield line


def _prose_entries(part: Part, group: list[Line], section: Section) -> Iterator[Entry]:
    if len(group) == 1 or any(_is_cut_out(part, line) for line in group):
        yield from _sentences(part, group, section)
        return
    if sum(line.end - line.start for line in group) / len(group) > STORY:
        sentences = _sentences(part, group, section)
        if section is not Section.RESPONSIBILITY:
            yield from sentences
        elif DUTIES.search(group[0].heading):  # else a story about the role, not a list of duties
            yield from (one for one in sentences if look_of(part.view.lower[one.start : one.end]).duty > TOLD)
        return
    usual = sorted(line.end - line.start for line in group)[len(group) // 2]
    for line in group:
        length = line.end - line.start
        if CLOSING.search(part.text(line)):
            return
        paragraph = length > max(150, 1.8 * usual) and TWO_SENTENCES.search(part.text(line))
        if length > 4 and not paragraph:  # one below a list is not of the list
            yield Entry(section, line.start, line.end, line.heading, False)


def _sentences(part: Part, group: list[Line], section: Section) -> Iterator[Entry]:
    for line in group:
        for start, end in part.view.sentences(line.start, line.end):
            if CLOSING.search(part.view.text, start, end):
                return
            if end - start > 3:
                yield Entry(section, start, end, line.heading, False)


def _is_cut_out(part: Part, line: Line) -> bool:
    """Is it a piece of a line that several were run together in?"""
    text = part.view.text
    before = text[text.rfind("\n", 0, line.start) + 1 : line.start]
    return len(before) > LONGEST_LABEL
