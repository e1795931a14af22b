"""Lines → what stands below each heading, leaf by leaf, before wishes and misplaced duties are told apart.

A group that has bullets says what it has to say in them; in one that has none, every line is an entry, and a lone
paragraph is as many as it has sentences.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from postings.parsing.extract.near import has_any
from postings.parsing.look import look_of, says_something
from postings.parsing.part import Line, LineKind, Part
from postings.parsing.sections import ASKED, DUTIES, NEEDS, section_of_list
from postings.vocabulary import Section

VERDICT = re.compile(r"\((?P<word>required|preferred)\)\s*$", re.IGNORECASE)
# What follows the last list of a text without bullets, and is not of it.
CLOSING = re.compile(
    r"\b(?:equal (?:opportunity|employment)|without regard|regardless of|does not discriminate|accommodations?\b|"
    r"all qualified applicants|export[- ]control|e-verify|interested (?:candidates|applicants)|to apply\b|please (?:submit|send|apply|note|email)|click here|"
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
PLAINLY = 0.75  # a share of one
OF_ROLE = ("you", "this role ", "this position ", "responsible for")
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
        before, named = named, section or named
        above = before if section in (Section.OTHER, Section.ABOUT) else named
        if bullets:
            for number, run in enumerate(_runs(group)):
                heading = bullets[0].heading if number == 0 else ""  # below a paragraph anything may begin
                texts = [part.lower(line) for line in run if _is_bullet(line)]
                looked = section_of_list(section, texts, above, heading)
                for line in _leaves(part, run):
                    own = looked if line.section in (section, None) else line.section
                    yield Entry(own, line.start, line.end, line.heading, True)
        elif section in NEEDS and section in listed and _is_one_line_list(part, asked):
            yield from _prose_entries(part, asked[:1], section)
        elif section is Section.ELIGIBILITY and _is_one_line(group):
            yield Entry(section, group[0].start, group[0].end, group[0].heading, False)
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
    section, heading = group[0].section, group[0].heading
    stack = section is Section.ABOUT and "stack" in heading
    telling = [text for text in texts if len(text) > SHORT_SENTENCE]
    short = (
        len(telling) >= len(texts) - stack and max(map(len, texts)) < STORY
    )  # "Oven / yeast" leads a stack
    if (section and not stack) or not heading or len(group) < FEWEST_LINES or not short:
        return None
    looked = section_of_list(None, texts, above)
    return looked if looked in (NEEDS if stack else ASKED) else None


def _is_one_line_list(part: Part, lines: list[Line]) -> bool:
    """ "Must have: rye, wheat" and a line of names below "Skills" are a list though others have bullets."""
    if not _is_one_line(lines):
        return False
    text = part.text(lines[0])
    return not TWO_SENTENCES.search(text) and (
        (text.count(",") >= FEWEST_LINES and not text.endswith(".")) or _has_label(part, lines[0])
    )


def _is_one_line(lines: list[Line]) -> bool:
    """Is the first of them short, with nothing but paragraphs, which are not of it, below?"""
    first, *others = (line.end - line.start for line in lines)
    return first <= STORY and all(length >= STORY for length in others)


def _has_label(part: Part, line: Line) -> bool:
    before = part.view.text[part.view.text.rfind("\n", 0, line.start) + 1 : line.start]
    return any(letter.isalpha() for letter in before)


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
        told = section is Section.RESPONSIBILITY and not DUTIES.search(group[0].heading)
        yield from (one for one in _sentences(part, group, section) if not told or _is_of_role(part, one))
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
        elif paragraph and section in NEEDS and line is group[0]:  # one above it may ask for much
            asks = _sentences(part, [line], section)
            yield from (one for one in asks if _asks_plainly(part, one))


def _is_of_role(part: Part, entry: Entry) -> bool:
    """ "The Old Mill is a house of tradition" below "About the role" is of the employer."""
    words = part.view.lower[entry.start : entry.end]
    return has_any(words, OF_ROLE) or look_of(words).other < TOLD


def _asks_plainly(part: Part, entry: Entry) -> bool:
    begins = not part.view.text[
        entry.start
    ].islower()  # "… or B.Sc. experience": what an abbreviation cut off
    return begins and look_of(part.view.lower[entry.start : entry.end]).need > PLAINLY


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
