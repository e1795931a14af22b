"""Part, title and skills → the family of work, where the title or a label says so. Nothing is guessed.

"Consultant II" tells nothing. "Engineer" tells a few families apart from all others; of those the skills that
the posting names decide, if they speak clearly.
"""

import re
from collections import Counter

from postings.facts import Fact, SkillUse
from postings.parsing.extract.title_words import Found, Word, rows_in, title_words, view_of
from postings.parsing.lexicon import load_skills
from postings.parsing.lexicon.titles import TitleWords
from postings.parsing.part import Part
from postings.parsing.view import View
from postings.vocabulary import Family

# Of which family of work a family of skills is the trade
TRADES_OF_SKILLS = {
    **dict.fromkeys(("programming language", "framework", "software practice", "database"), Family.SOFTWARE),
    **dict.fromkeys(("cloud", "infrastructure"), Family.INFRASTRUCTURE),
    **dict.fromkeys(("data", "machine learning"), Family.DATA),
    "security": Family.SECURITY,
    "hardware": Family.HARDWARE,
    "health": Family.HEALTH,  # a "coder" codes diagnoses, too
}
# What a person is, where other words of a title are as many: "Data Scientist Customer Care"
OCCUPATIONS = {
    "engineer", "developer", "scientist", "analyst", "designer", "architect", "accountant", "recruiter", "nurse",
    "technician", "programmer", "researcher", "writer", "teacher", "attorney", "mechanic", "specialist",
}  # fmt: skip
CLEARLY = 3  # skills of one family, and half as many again as of the next
LABELLED = re.compile(
    r"""(?: ^ | \n ) [^\w\n]{0,6}
        (?: job\ family | job\ category | job\ function | category | department | team | function
          | abteilung | bereich | fachbereich
          | kategorie | tätigkeitsfeld | département | service | métier | departamento | área )
        [ ]?: [ \n]{0,3} (?P<value> [^\n]{2,60} )""",
    re.VERBOSE,
)


def read_family(part: Part, title: Fact[str] | None, skills: tuple[SkillUse, ...]) -> Fact[Family] | None:
    view = view_of(part, title)
    if view and (found := _of_words(view, title_words(view), skills)):
        return found
    for label in LABELLED.finditer(part.view.lower):
        span = part.view.span(*label.span("value"))
        value = View(part.view.source, span.start, span.end)
        if found := _of_words(value, title_words(value), skills):
            return found
    return None


def _of_words(view: View, words: list[Word], skills: tuple[SkillUse, ...]) -> Fact[Family] | None:
    found = list(rows_in([word for word in words if not word.others], _tells_family))
    if not found:
        return None
    segment = words[found[0].first].segment
    first = [one for one in found if words[one.first].segment == segment]
    head = max(first, key=lambda one: (one.length, one.row.words[-1] in OCCUPATIONS, one.first))
    family: Family | None = head.row.families[0]
    if len(head.row.families) > 1:
        family, head = _decided(head, found, skills)
    return view.fact(family, words[head.first].start, words[head.last - 1].end) if family else None


def _tells_family(row: TitleWords) -> bool:
    return bool(row.families)


def _decided(
    open_one: Found, found: list[Found], skills: tuple[SkillUse, ...]
) -> tuple[Family | None, Found]:
    """ "Engineering Manager - Backend": other words of the title decide, else the skills."""
    possible = open_one.row.families
    telling = [one for one in found if len(one.row.families) == 1 and one.row.families[0] in possible]
    if telling:  # the nearest before it, "AI Hardware Systems Engineer", else the first behind
        before = [one for one in telling if one.first < open_one.first]
        one = before[-1] if before else telling[0]
        return one.row.families[0], one
    known = load_skills()
    counts = Counter(
        trade for use in skills if (trade := TRADES_OF_SKILLS.get(known[use.slug].family)) in possible
    )
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < CLEARLY or (len(ranked) > 1 and ranked[0][1] < 1.5 * ranked[1][1]):
        return None, open_one
    return ranked[0][0], open_one
