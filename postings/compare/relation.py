"""What a later ask says compared with an earlier one, and why: the words that people read in a comparison."""

import re
from typing import NamedTuple

from postings.compare.asks import Ask
from postings.vocabulary import Section, Term

WORD = re.compile(r"[^\W_]+(?:[+#]+)?")
REWORDED = 0.45  # kinship from which two asks without other difference are the same in other words
DEMAND = {Section.PREFERRED: 1, Section.ELIGIBILITY: 2, Section.REQUIRED: 2}
# Words for how well something must be known: a little, well, very well.
DEPTHS = (
    re.compile(r"\b(?:basic|familiarity|familiar|exposure|some|awareness|understanding)\b"),
    re.compile(r"\b(?:solid|good|working|hands[- ]on|proficien\w+|experienced?|knowledge)\b"),
    re.compile(r"\b(?:strong|deep|extensive|advanced|expert\w*|excellent|proven|mastery|in[- ]depth)\b"),
)


class Relation(Term):
    SAME = "same", "The same"
    REWORDED = "reworded", "In other words"
    STRICTER = "stricter", "Asks more"
    LOOSER = "looser", "Asks less"
    RELATED = "related", "Related"


class Related(NamedTuple):
    relation: Relation
    why: str


def relation_of(earlier: Ask, later: Ask, kinship: float) -> Related:
    if _plain(earlier.text) == _plain(later.text) and _demand(earlier) == _demand(later):
        return Related(Relation.SAME, "")
    if differing := _in_years(earlier, later) or _in_demand(earlier, later):
        return differing
    if kinship < REWORDED:
        return Related(Relation.RELATED, "")
    differing = (_in_skills(earlier, later) or _in_depth(earlier, later)) if _demand(earlier) else None
    return differing or Related(Relation.REWORDED, "")


def _plain(text: str) -> list[str]:
    return WORD.findall(text.casefold())


def _in_years(earlier: Ask, later: Ask) -> Related | None:
    if earlier.years is None or later.years is None or earlier.years == later.years:
        return None
    relation = Relation.STRICTER if later.years > earlier.years else Relation.LOOSER
    return Related(relation, f"{later.years:f}+ years, not {earlier.years:f}+")


def _demand(ask: Ask) -> int:
    return DEMAND.get(ask.section, 0)


def _in_demand(earlier: Ask, later: Ask) -> Related | None:
    before, after = _demand(earlier), _demand(later)
    if before == after or not before or not after:
        return None
    if after > before:
        return Related(Relation.STRICTER, "required, not preferred")
    return Related(Relation.LOOSER, "preferred, not required")


def _in_skills(earlier: Ask, later: Ask) -> Related | None:
    """One list of skills that holds all of the other and more; of alternatives, more ask less."""
    if earlier.any_of != later.any_of or not earlier.skills or not later.skills:
        return None
    more, fewer = len(later.skills - earlier.skills), len(earlier.skills - later.skills)
    if bool(more) == bool(fewer):
        return None
    number, word = max(more, fewer), "more" if more else "fewer"
    what = "alternative" if later.any_of else "skill"
    return Related(
        Relation.STRICTER if bool(more) != later.any_of else Relation.LOOSER,
        f"{number} {word} {what}{'s' if number > 1 else ''}",
    )


def _in_depth(earlier: Ask, later: Ask) -> Related | None:
    (was, word), (now, other) = _depth(earlier.text), _depth(later.text)
    if was < 0 or now < 0 or was == now:
        return None
    return Related(Relation.STRICTER if now > was else Relation.LOOSER, f"“{other}”, not “{word}”")


def _depth(text: str) -> tuple[int, str]:
    """Return the most that is asked for, and the word that says so."""
    for depth in reversed(range(len(DEPTHS))):
        if found := DEPTHS[depth].search(text.lower()):
            return depth, found[0]
    return -1, ""
