"""Education: the lowest degree that is enough for what is required of the candidate.

A part in; the level with the words that say so, or None. Of alternatives in one breath the lowest counts
("Bachelor's or Master's"), of several demands the highest. A degree that is only wished for, or said not
  to be
needed, is NONE; an apprenticeship or a certificate has no level here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from postings.facts import Fact
from postings.parsing.extract.demand import (
    WISH_BEFORE,
    WISHING,
    Demand,
    demand_at,
    line_around,
    may_wish,
    sentence_around,
)
from postings.parsing.extract.education_words import (
    DENIED,
    NO_DEGREE,
    NOBODYS,
    NOT_NEEDED,
    VOCATIONAL,
    degrees_in,
    places_of_degrees,
)
from postings.parsing.extract.near import has_any
from postings.parsing.part import Part
from postings.vocabulary import Education

RANK = {level: rank for rank, level in enumerate(Education)}
# "Bachelor's in physics or chemistry preferred"; not "Bachelor's in physics, programming skills preferred".
WISH_AFTER = re.compile(
    rf"""\A \.? (?P<between> [^;.]{{0,160}}? ) (?: [,(–-] \s{{0,3}} )?
          {WISHING}""",
    re.VERBOSE,
)
OTHER_THING = re.compile(
    r",[^,]*\b(?:experience|skills?|knowledge|certificat\w+|background|familiarity|years?)\b|\b(?:must|required|but)\b|\("
)
SHARES = re.compile(
    r"\W{0,3}(?:degrees?\b|level\b)?\W{0,3}(?:\bor\b|\band/or\b|/|\boder\b|\bou\b|\bo\b)\W{0,6}(?:an?|a relevant)?\W{0,6}"
)
DENYING = (
    "no ",
    "no\n",
    "not",
    "n't",
    "kein",
    "never",
    "without",
    "whether",
)  # every NOT_NEEDED and DENIED holds one
LONGEST_ALTERNATIVE = 300
# A line of its own that says "or", or a line that ends or begins with it; on the same line, what is as good.
ALTERNATIVE = re.compile(
    r"\b(?:or|oder|ou)\b[\s:*•.-]{0,12}\n|\n[\s*•-]{0,12}(?:or|oder|ou)\b|\boption \d|\A[^\n]*\bequivalent\b[^\n]*\Z"
)
REQUIRED = re.compile(
    r"\b(?:required|must|minimum|at least|requires|option \d)\b|\byears?'? (?:of )?(?:\w+ )?experience"
)
HARD = re.compile(r"\b(?:required|must|minimum)\b")
ADJACENT_WISH = re.compile(r"\b(?:preferred|preferably|desired|ideally)\W+(?:an?\s)?\Z")


@dataclass(frozen=True, slots=True)
class Mention:
    level: Education
    start: int
    end: int
    loose: bool  # a "degree" that names no level


@dataclass(frozen=True, slots=True)
class Statement:
    level: Education
    demand: Demand
    start: int
    end: int


def read_education(part: Part) -> Fact[Education] | None:
    asked = list(_statements(part))
    firm = [each for each in asked if each.demand > Demand.WISHED]
    if firm:
        surest = max(each.demand for each in firm)
        best = max((each for each in firm if each.demand is surest), key=lambda each: RANK[each.level])
        return part.view.fact(best.level, best.start, best.end)
    if asked:
        return part.view.fact(Education.NONE, asked[0].start, asked[0].end)
    return None


def _statements(part: Part) -> Iterator[Statement]:
    """Yield one statement a sentence, alternatives in several sentences or lines taken together."""
    least: Statement | None = None
    last: Statement | None = None
    for first, end in _sentences(part):
        statement = _statement(part, first, end)
        if statement is None:
            continue
        if least and last and _is_alternative(part, last, statement):
            least, last = min(least, statement, key=lambda each: RANK[each.level]), statement
            continue
        if least:
            yield least
        least = last = statement
    if least:
        yield least


def _is_alternative(part: Part, before: Statement, statement: Statement) -> bool:
    if Demand.WISHED in (before.demand, statement.demand):
        return False
    between = part.view.lower[before.end : statement.start]
    return len(between) < LONGEST_ALTERNATIVE and bool(ALTERNATIVE.search(between))


def _sentences(part: Part) -> Iterator[tuple[int, int]]:
    done = 0
    for hit in places_of_degrees(part.view.text, part.view.lower):
        if hit >= done:
            first, last = sentence_around(part, hit, hit + 1)
            first = max(first, done)
            done = max(done, last)
            yield first, last


def _statement(part: Part, first: int, last: int) -> Statement | None:
    lower = part.view.lower
    sentence = lower[first:last]
    mentions = _mentions(part.view.text[first:last], sentence)
    if has_any(sentence, DENYING):
        if (found := NOT_NEEDED.search(sentence)) and not _is_of_another(sentence, found.start(), mentions):
            return Statement(Education.NONE, Demand.WISHED, first + found.start(), first + found.end())
        mentions = _held(
            sentence, mentions[: len(mentions) if not found else _before(mentions, found.start())]
        )
    if not mentions or NOBODYS.search(sentence) or VOCATIONAL.search(sentence):
        return None
    demand = demand_at(part, first + mentions[0].start)
    if demand is Demand.NOBODY and not REQUIRED.search(lower, first, last):
        return None
    if demand in (Demand.NOBODY, Demand.SAID) and not _asks(part, sentence, first):
        return None
    graded = [one for one in mentions if not one.loose]
    if not HARD.search(sentence):
        mentions = graded or mentions
    firm = [one for index, one in enumerate(mentions) if not _is_wished(sentence, mentions, index)]
    if not firm or demand is Demand.WISHED:
        return Statement(mentions[0].level, Demand.WISHED, first + mentions[0].start, first + mentions[0].end)
    firm = [one for one in firm if not one.loose] or firm  # "a degree (Bachelor's or higher)"
    least = min(firm, key=lambda one: RANK[one.level])
    sure = Demand.ASKED if demand is Demand.ASKED or REQUIRED.search(lower, first, last) else Demand.SAID
    return Statement(least.level, sure, first + least.start, first + least.end)


def _mentions(written: str, sentence: str) -> list[Mention]:
    """Degrees are looked for as written: "MS" is one, "ms" is not."""
    found = []
    for match in degrees_in(written, sentence):
        name = match.lastgroup or "degree"
        loose = name == "degree"
        if loose and NO_DEGREE.search(sentence[: match.start()] + (" " if match.group()[0] != " " else "")):
            continue
        level = Education.BACHELOR if loose else Education(name)
        found.append(Mention(level, match.start(), match.end(), loose))
    return found


def _is_of_another(sentence: str, at: int, mentions: list[Mention]) -> bool:
    """ "A Bachelor's degree; a Master's degree is not needed": the first is asked for all the same."""
    earlier = [one for one in mentions if one.end <= at and not one.loose]
    return bool(earlier) and any(mark in sentence[earlier[-1].end : at] for mark in ";,(")


def _before(mentions: list[Mention], at: int) -> int:
    return sum(one.end <= at for one in mentions)


def _held(sentence: str, mentions: list[Mention]) -> list[Mention]:
    """Leave out what nobody has to have: "without a Bachelor's or Master's degree"."""
    kept: list[Mention] = []
    denied: Mention | None = None
    for one in mentions:
        if DENIED.search(sentence[: one.start].rstrip() + " ") or (
            denied and SHARES.fullmatch(sentence, denied.end, one.start)
        ):
            denied = one
        else:
            kept.append(one)
    return kept


def _asks(part: Part, sentence: str, first: int) -> bool:
    """Outside of a list of requirements: does the sentence ask for it, or only speak of degrees?"""
    line = line_around(part, first)
    short = line is not None and line.end - line.start < 260
    return short or bool(ASKING.search(sentence))


ASKING = re.compile(
    r"\b(?:require[ds]?|must|minimum|you|candidates?|applicants?|education|qualifications?|experience|seeking|looking for|ideal|in lieu|equivalent|years?|preferred|desired|profil)\b"
)


def _is_wished(sentence: str, mentions: list[Mention], index: int) -> bool:
    """A wish after the last of "a Bachelor's or Master's preferred" is one for both."""
    one = mentions[index]
    end = mentions[index + 1].start if index + 1 < len(mentions) else len(sentence)
    if (
        index + 1 < len(mentions)
        and SHARES.fullmatch(sentence, one.end, end)
        and "," not in sentence[one.end : end]
    ):
        return _is_wished(sentence, mentions, index + 1)
    if WISH_BEFORE.search(sentence[: one.start]) or ADJACENT_WISH.search(sentence[: one.start]):
        return True
    after = sentence[one.end : end]
    found = may_wish(after) and WISH_AFTER.match(after)
    return bool(found and not OTHER_THING.search(found["between"]))
