"""Part → the skills that it asks for, each as strongly as its strongest mention.

What a company sells, offers or says about itself asks for nothing: skill_strength leaves it out.
"""

import re
from bisect import bisect_right

from postings.facts import Item, SkillUse, Span
from postings.parsing.extract.alternatives import alternatives_in
from postings.parsing.extract.skill_mentions import Mention, find_mentions, mentions_in
from postings.parsing.extract.skill_strength import Strengths
from postings.parsing.lexicon import load_skills
from postings.parsing.part import LineKind, Part
from postings.vocabulary import Section, Strength

__all__ = ["alternatives_in", "read_skills", "skills_in"]

LISTED = (Section.REQUIRED, Section.ELIGIBILITY, Section.PREFERRED)
LABEL = re.compile(r"[\w '/&-]{3,40}:")
ASKING_HEADING = re.compile(
    r"skill|qualif|requir|experience|technolog|stack|tools|competenc|compétence|language|langue|educat|must|profil|need|kenntnisse|information"
)
WEAKEST_FIRST = (Strength.MENTIONED, Strength.PREFERRED, Strength.REQUIRED)


def read_skills(part: Part, items: tuple[Item, ...] = ()) -> tuple[SkillUse, ...]:
    """Return the skills in the order of their first mention. An item knows better than its line what it is."""
    view = part.view
    read = Strengths(part)
    item_starts = [item.span.start for item in items]
    uses: dict[str, list[Span]] = {}
    strengths: dict[str, Strength] = {}
    employers: set[str] = set()
    for one in find_mentions(view):
        if one.start < part.header_end and not _in_title(part, one):
            employers.add(one.slug)
            continue
        number, line = read.line_of(one)
        section = line.section if line else None
        span = view.span(one.start, one.end)
        near = bisect_right(item_starts, span.start) - 1
        if near >= 0 and span.start < items[near].span.end:
            section = items[near].section
        elif near >= 0 and section in LISTED and _is_closing(part, number, items[near]):
            section = None  # a closing paragraph is none of the needs of the last list
        strength = read.of(one, section, one.slug in employers)
        if strength is None:
            continue
        uses.setdefault(one.slug, []).append(span)
        strengths[one.slug] = max(strengths.get(one.slug, strength), strength, key=WEAKEST_FIRST.index)
    skills = load_skills()
    return tuple(
        SkillUse(slug, skills[slug].name, strengths[slug], tuple(spans)) for slug, spans in uses.items()
    )


def skills_in(part: Part, start: int, end: int) -> tuple[str, ...]:
    """Return the slugs of the skills that a stretch names, in order."""
    return tuple(dict.fromkeys(one.slug for one in mentions_in(part.view, start, end)))


def _is_closing(part: Part, number: int, before: Item) -> bool:
    """Whether a line is prose behind a list of its section, and no heading of its own says that it asks."""
    line = part.lines[number]
    if line.kind is not LineKind.PROSE or before.section is not line.section:
        return False
    if LABEL.match(part.view.lower, line.start):
        return False  # "Languages: fluent French"
    if not ASKING_HEADING.search(line.heading):
        return True
    above = next((one for one in reversed(part.lines[:number]) if one.kind is LineKind.HEADING), None)
    return above is None or part.view.span(above.start, above.end).start < before.span.start


def _in_title(part: Part, one: Mention) -> bool:
    """Of a header only its title asks for anything: the line below may be a company called Databricks."""
    lower = part.view.lower
    first = len(lower) - len(lower.lstrip())
    begin = lower.rfind("\n", 0, one.start) + 1
    return begin <= first or lower.startswith(("title:", "job title:"), begin)
