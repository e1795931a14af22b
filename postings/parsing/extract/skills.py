"""Part → the skills that it asks for, each as strongly as its strongest mention.

What a company sells, offers or says about itself asks for nothing: mentions in the sections on benefits,
on the employer and on how to apply are left out.
"""

import re
from bisect import bisect_right

from postings.facts import Item, SkillUse
from postings.parsing.extract.alternatives import alternatives_in
from postings.parsing.extract.skill_mentions import Mention, find_mentions, mentions_in
from postings.parsing.lexicon import load_skills
from postings.parsing.part import Part
from postings.vocabulary import Section, Strength

__all__ = ["alternatives_in", "read_skills", "skills_in"]

SILENT = (Section.BENEFIT, Section.ABOUT, Section.PROCESS)
ASKED = (Section.REQUIRED, Section.ELIGIBILITY)
FARTHEST_WISH = 400  # characters from a skill to the words that call it a plus
WEAKEST_FIRST = (Strength.MENTIONED, Strength.PREFERRED, Strength.REQUIRED)
WISH = re.compile(
    r"""\b (?: (?: a | an | big | huge | strong | definite | major | real | added )
              \s (?: plus | bonus | advantage | asset )
          | preferred | preferably | nice[ -]to[ -]have | good[ -]to[ -]have | bonus | desirable
          | desired | ideally
          | advantage(?:ous)? | beneficial | optional | not \s required | not \s (?:a \s must|mandatory)
          | (?:is|are|be) \s (?:helpful|nice|great|welcome)
          | wünschenswert | von \s vorteil | idealerweise | bestenfalls | gerne | un \s plus
          | serait \s un | atout | souhaité\w* | idéalement
          | deseable | valorable | se \s valorar\w* | meriterande | meritorious | gewenst ) \b""",
    re.VERBOSE,
)
# "Python; Go is a plus" and "Python, familiarity with Go preferred" ask for Python
CLAUSE = re.compile(
    r"""[;\n] | [.!?] \s | ,? \s (?= preferably | ideally )
      | (?: , \s? (?: and \s | but \s )? | \s and \s | \s but \s )
        (?= (?: any \s | some \s | prior \s | previous \s )? (?: experience | knowledge | familiarity
          | exposure | understanding | proficiency | with ) \s )""",
    re.VERBOSE,
)


def read_skills(part: Part, items: tuple[Item, ...] = ()) -> tuple[SkillUse, ...]:
    """Return the skills in the order of their first mention. An item knows better than its line what it is."""
    view = part.view
    starts = [line.start for line in part.lines]
    item_starts = [item.span.start for item in items]
    uses: dict[str, list[Mention]] = {}
    strengths: dict[str, Strength] = {}
    employers: set[str] = set()
    for one in find_mentions(view):
        if one.start < part.header_end and not _in_title(part, one):
            employers.add(one.slug)
            continue
        number = bisect_right(starts, one.start) - 1
        line = part.lines[number] if number >= 0 and one.start < part.lines[number].end else None
        section = line.section if line else None
        if items:
            at = view.span(one.start, one.end).start
            near = bisect_right(item_starts, at) - 1
            if near >= 0 and at < items[near].span.end:
                section = items[near].section
        if section in SILENT:
            continue
        low, high = (line.start, line.end) if line else (one.start, one.end)
        strength = _strength(part, one, section, low, high)
        if strength is Strength.MENTIONED and one.slug in employers:
            continue  # Cloudflare asks for Cloudflare only where it says so
        uses.setdefault(one.slug, []).append(one)
        strengths[one.slug] = max(strengths.get(one.slug, strength), strength, key=WEAKEST_FIRST.index)
    skills = load_skills()
    return tuple(
        SkillUse(
            slug, skills[slug].name, strengths[slug], tuple(view.span(one.start, one.end) for one in mentions)
        )
        for slug, mentions in uses.items()
    )


def skills_in(part: Part, start: int, end: int) -> tuple[str, ...]:
    """Return the slugs of the skills that a stretch names, in order."""
    return tuple(dict.fromkeys(one.slug for one in mentions_in(part.view, start, end)))


def _in_title(part: Part, one: Mention) -> bool:
    """Of a header only its title asks for anything: the line below may be a company called Databricks."""
    lower = part.view.lower
    first = len(lower) - len(lower.lstrip())
    begin = lower.rfind("\n", 0, one.start) + 1
    return begin <= first or lower.startswith(("title:", "job title:"), begin)


def _strength(part: Part, one: Mention, section: Section | None, low: int, high: int) -> Strength:
    if section is Section.PREFERRED:
        return Strength.PREFERRED
    if section in ASKED:
        return Strength.PREFERRED if _wished(part, one, low, high) else Strength.REQUIRED
    return Strength.MENTIONED


def _wished(part: Part, one: Mention, low: int, high: int) -> bool:
    lower = part.view.lower
    low, high = max(low, one.start - FARTHEST_WISH), min(high, one.end + FARTHEST_WISH)
    if not WISH.search(lower, low, high):
        return False
    begin, end = low, high
    for found in CLAUSE.finditer(lower, low, high):
        if found.end() <= one.start:
            begin = found.end()
        elif found.start() >= one.end:
            end = found.start()
            break
    return bool(WISH.search(lower, begin, end))
