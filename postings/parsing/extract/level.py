"""Part and title → how senior the role is, where words say so. Never from years of experience.

A manager manages people: "Engineering Manager", not "Product Manager". A title that offers two levels
("Mid/Senior", "Senior or Staff") is open from the lower one.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from postings.facts import Fact
from postings.parsing.extract.level_said import said_level
from postings.parsing.extract.title_words import Found, Word, rows_in, title_words, view_of
from postings.parsing.lexicon.titles import TitleWords
from postings.parsing.part import Part
from postings.parsing.view import View
from postings.vocabulary import Level

CAREER = (
    Level.ENTRY,
    Level.MID,
    Level.SENIOR,
    Level.LEAD,
    Level.PRINCIPAL,
)  # "Mid/Senior" is the lower of these
RANKS = (*CAREER, Level.MANAGER, Level.HEAD, Level.DIRECTOR, Level.VP, Level.EXECUTIVE)
CHOICE = re.compile(r"\s?[/|&,-]\s?|\s(?:or|to|and|oder|bis|ou)\s|[)(]\s?/?\s?[)(]?|\s[/–-]\s")
# "Staff Engineer" outranks a senior; a "Staff Accountant" or a "Staff Nurse" is one of the staff
TECHNICAL = {
    "engineer", "engineers", "engineering", "developer", "designer", "scientist", "architect", "product", "data",
    "machine", "ml", "ai", "sre", "security", "researcher", "programmer", "technologist", "devops", "backend",
    "frontend", "front", "back", "full", "fullstack", "software", "ios", "android", "qa", "analytics", "ux",
    "platform", "infrastructure", "mobile", "site", "cloud", "systems", "system", "firmware", "embedded",
    "hardware", "network", "applied",
}  # fmt: skip
SHORT_TITLES = {
    "ceo",
    "cto",
    "cfo",
    "coo",
    "cio",
    "ciso",
    "president",
    "founder",
    "founders",
    "cofounder",
    "pdg",
}
BEFORE_SHORT_TITLES = {"interim", "fractional", "acting", "deputy", "group", "part", "time", "co", "and"}
STEPS = {
    **dict.fromkeys(("i", "1"), Level.ENTRY),
    **dict.fromkeys(("ii", "2"), Level.MID),
    **dict.fromkeys(("iii", "3"), Level.SENIOR),
}
STEPPED = {
    "engineer", "developer", "analyst", "scientist", "designer", "administrator", "technician", "specialist",
    "architect", "programmer", "accountant", "coordinator", "representative", "consultant", "planner",
    "recruiter", "engineering", "test", "auditor", "researcher", "assistant", "operator", "software", "data",
    "accounting",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rank:
    level: Level
    start: int
    end: int


def read_level(part: Part, title: Fact[str] | None) -> Fact[Level] | None:
    view = view_of(part, title)
    words = title_words(view) if view else []
    if view and (rank := _of_title(view, words)):
        return view.fact(rank.level, rank.start, rank.end)
    first = [word.text for word in words if word.segment == words[0].segment]
    return said_level(part, [word.text for word in words], first[-1] if first else "")


def _of_title(view: View, words: list[Word]) -> Rank | None:
    found = list(rows_in(words, _speaks_of_level))
    ranks = [
        Rank(one.row.level, words[one.first].start, words[one.last - 1].end)
        for one in found
        if one.row.level and not words[one.first].others and _counts(one, words)
    ]
    ranks += [
        Rank(Level.PRINCIPAL, word.start, word.end)
        for number, word in enumerate(words)
        if word.text == "staff" and not word.others and _is_rank_of_staff(words, number, found)
    ]
    ranks.sort(key=lambda rank: rank.start)
    interns = [rank for rank in ranks if rank.level is Level.INTERN]
    if interns:
        return interns[0]
    if ranks:
        return max(_without_choices(view, ranks), key=lambda rank: RANKS.index(rank.level))
    return _step(view, words)


def _speaks_of_level(row: TitleWords) -> bool:
    return row.speaks_of_level


def _without_choices(view: View, ranks: list[Rank]) -> list[Rank]:
    """Of "Senior/Lead" keep the lower; of "Senior Lead" both, of which the higher will count."""
    kept = ranks[:1]
    for rank in ranks[1:]:
        before = kept[-1]
        between = view.lower[before.end : rank.start].replace(".", "")
        if CHOICE.fullmatch(between) and rank.level in CAREER and before.level in CAREER:
            kept[-1] = min(before, rank, key=lambda one: CAREER.index(one.level))
        else:
            kept.append(rank)
    return kept


def _counts(one: Found, words: list[Word]) -> bool:
    """Whether a word that may be a level is one where it stands."""
    text, segment = words[one.first].text, words[one.first].segment
    if one.length > 1:
        return True
    before = [word for word in words[: one.first] if word.segment == segment]
    behind = [word for word in words[one.last :] if word.segment == segment]
    if text == "associate":  # "Associate Engineer", not "Sales Associate" nor "Associate, Tax"
        return bool(behind) and all(word.text in ("senior", "sr", "ii", "remote") for word in before)
    if text == "stage":  # an internship in French: "Stage - Développeur"; a theatre has a stage in mid-title
        return not before or not behind
    if text == "head":  # "Head, Sales" and "Country Head", not "Head Barista"
        return not behind
    if text in SHORT_TITLES:  # "Fractional CTO", not "CRO Specialist" or "Founder Relations"
        return all(word.text in SHORT_TITLES | BEFORE_SHORT_TITLES for word in (*before, *behind))
    return True


def _is_rank_of_staff(words: list[Word], number: int, found: list[Found]) -> bool:
    if any(one.first <= number < one.last for one in found):
        return False  # "Staff Accountant", "Chief of Staff", "Senior Staff"
    near = words[max(0, number - 2) : number + 4]
    return any(word.text in TECHNICAL for word in near)


def _step(view: View, words: list[Word]) -> Rank | None:
    """Engineer I, II, III: the steps of a career. "Tier 2" and "Level 3" are not of people."""
    for before, word in pairwise(words):
        if word.text in STEPS and before.text in STEPPED and before.segment == word.segment:
            if word.text == "i" and view.text[word.start] != "I":
                continue
            return Rank(STEPS[word.text], word.start, word.end)
    return None
