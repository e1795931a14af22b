"""Lines → the leaf bullets and sentences of a posting, each in the section where it belongs.

A section that has bullets says what it has to say in them; in one that has none, every line is an item,
and a lone paragraph is as many as it has sentences.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from postings.facts import Item
from postings.parsing.part import Line, LineKind, Part
from postings.parsing.wording import (
    FIRST_REQUIREMENT,
    NOTHING_ASKED,
    is_wish,
    reads_like_duty,
    reads_like_requirement,
)
from postings.vocabulary import Section

ASKED = (Section.RESPONSIBILITY, Section.REQUIRED, Section.PREFERRED)
LISTED = (*ASKED, Section.ELIGIBILITY, Section.BENEFIT, Section.PROCESS)
VERDICT = re.compile(r"\((?P<word>required|preferred)\)\s*$", re.IGNORECASE)
WISH_LABEL = re.compile(
    r"\s*(?:nice[ -]to[ -]haves?|preferred|bonus(?: points)?|plus|desired|desirable|ideally|optional|von vorteil)"
    r"(?: \w+){0,2}\s*[:-]\s",
    re.IGNORECASE,
)
PORTRAIT = frozenset(
    {"about you", "about yourself", "you", "you are", "who you are", "personal attributes", "personality"}
)
# What follows the last list of a text without bullets, and is not of it.
CLOSING = re.compile(
    r"\b(?:equal (?:opportunity|employment)|without regard|regardless of|does not discriminate|accommodations?\b|"
    r"all qualified applicants|interested (?:candidates|applicants)|to apply\b|please (?:submit|send|apply|note|email)|click here|"
    r"follow us|applications? close|enquir(?:y|ies)|sponsorship is available|"
    r"all rights reserved|base salary|salary range|pay range|compensation (?:range|packages?)|benefits (?:include|package)|"
    r"offers (?:many|a comprehensive|a competitive|competitive))|©|^https?://|^#\w",
    re.IGNORECASE,
)
NOTHING = re.compile(r"\W*(?:tbd|tba|tbc|to be \w+(?: \w+)?|n/?a|none)\W*\Z", re.IGNORECASE)
TWO_SENTENCES = re.compile(r"[a-z)][.!?]\s+[A-Z]")
LEAST_SPLIT = 6  # bullets of a list that may hold duties and requirements both


@dataclass(frozen=True, slots=True)
class Entry:
    section: Section
    start: int
    end: int
    theme: str
    bullet: bool


SkillsIn = Callable[[int, int], tuple[str, ...]]


def read_items(part: Part, skills_in: SkillsIn, alternatives_in: SkillsIn) -> tuple[Item, ...]:
    entries = _without_portrait(list(_with_unheaded_requirements(part, _placed(part, list(_entries(part))))))
    return tuple(
        Item(
            section=entry.section,
            text=" ".join(part.view.words[entry.start : entry.end].split()),
            span=part.view.span(entry.start, entry.end),
            theme=entry.theme,
            any_of=alternatives_in(entry.start, entry.end),
            skills=skills_in(entry.start, entry.end)
            if entry.section in (*ASKED, Section.ELIGIBILITY)
            else (),
        )
        for entry in entries
    )


def _without_portrait(entries: list[Entry]) -> list[Entry]:
    """ "About you" lists needs, unless another list does: then it paints a character."""
    asked = {entry.theme for entry in entries if entry.section is Section.REQUIRED}
    if len(asked - PORTRAIT) == len(asked) or not asked - PORTRAIT:
        return entries
    return [
        replace(one, section=Section.OTHER)
        if one.theme in PORTRAIT and one.section is Section.REQUIRED
        else one
        for one in entries
    ]


def _entries(part: Part) -> Iterator[Entry]:
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
            looked = section or _section_by_look(part, bullets, named)
            for line in _leaves(part, group):
                yield Entry(line.section or looked, line.start, line.end, line.heading, True)
        elif section in ASKED and section not in listed:
            yield from _prose_entries(part, asked, section)
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


def _leaves(part: Part, group: list[Line]) -> Iterator[Line]:
    """Yield the bullets that have no bullets below them, and what was fused below a list as its last lines."""
    for index, line in enumerate(group):
        if line.kind is not LineKind.BULLET:
            continue
        below = group[index + 1] if index + 1 < len(group) else None
        parent = below is not None and below.kind is LineKind.BULLET and below.depth > line.depth
        if not (parent and (part.text(line).endswith(":") or line.end - line.start < 60)):
            yield line


def _prose_entries(part: Part, group: list[Line], section: Section) -> Iterator[Entry]:
    if len(group) == 1:
        line = group[0]
        for start, end in part.view.sentences(line.start, line.end):
            if end - start > 3:
                yield Entry(section, start, end, line.heading, False)
        return
    paragraphs = sum(line.end - line.start for line in group) / len(group) > 260
    if section is Section.RESPONSIBILITY and paragraphs:
        return  # a story about the role, not a list of duties
    usual = sorted(line.end - line.start for line in group)[len(group) // 2]
    for line in group:
        length = line.end - line.start
        if CLOSING.search(part.text(line)):
            return
        paragraph = length > max(150, 1.8 * usual) and TWO_SENTENCES.search(part.text(line))
        if length > 4 and not paragraph:  # one below a list is not of the list
            yield Entry(section, line.start, line.end, line.heading, False)


def _section_by_look(part: Part, bullets: list[Line], above: Section | None) -> Section:
    """What a list is whose heading names nothing: by what its bullets read like, and by the list above it."""
    texts = [part.text(line) for line in bullets]
    needs = sum(map(reads_like_requirement, texts)) / len(texts)
    duties = sum(map(reads_like_duty, texts)) / len(texts)
    if needs > 0.5:
        return above if above in (Section.REQUIRED, Section.PREFERRED) else Section.REQUIRED
    if duties > 0.5 or (above is Section.RESPONSIBILITY and needs <= 0.3 and duties > 0):
        return Section.RESPONSIBILITY
    return Section.OTHER


def _placed(part: Part, entries: list[Entry]) -> Iterator[Entry]:
    """Move wishes out of the list of needs."""
    for entry in entries:
        text = part.view.text[entry.start : entry.end]
        if NOTHING.match(text):
            continue
        if verdict := VERDICT.search(text):
            named = Section.REQUIRED if verdict["word"].lower() == "required" else Section.PREFERRED
            yield replace(entry, section=named)
        elif entry.section is Section.REQUIRED and NOTHING_ASKED.search(text):
            yield replace(entry, section=Section.OTHER)
        elif entry.section is Section.REQUIRED and (WISH_LABEL.match(text) or is_wish(text)):
            yield replace(entry, section=Section.PREFERRED)
        else:
            yield entry


def _with_unheaded_requirements(part: Part, placed: Iterator[Entry]) -> Iterator[Entry]:
    """A posting without a list of requirements may have them at the end of its list of duties."""
    entries = list(placed)
    if any(entry.section is Section.REQUIRED for entry in entries):
        yield from entries
        return
    duties = [
        index
        for index, entry in enumerate(entries)
        if entry.section is Section.RESPONSIBILITY and entry.bullet
    ]
    texts = {index: part.view.text[entries[index].start : entries[index].end] for index in duties}
    first = next((index for index in duties if FIRST_REQUIREMENT.match(texts[index])), None)
    rest = [index for index in duties if first is not None and index >= first]
    needs = [index for index in rest if reads_like_requirement(texts[index])]
    if len(duties) < LEAST_SPLIT or not rest or len(needs) < 2 or len(needs) < len(rest) * 0.6:
        yield from entries
        return
    for index, entry in enumerate(entries):
        if index not in rest:
            yield entry
        else:
            wish = is_wish(texts[index])
            yield replace(entry, section=Section.PREFERRED if wish else Section.REQUIRED)
