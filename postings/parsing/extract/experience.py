"""Years of experience: the largest minimum that is required of the candidate.

A part in; the count that speaks, with the words that say so, or None. Wishes do not count, nor what a
  company, a
contract, a plan or a law counts in years, nor "several years", nor years that stand in for a degree.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from postings.facts import Fact, Years
from postings.parsing.extract.demand import WISH_BEFORE, WISHING, Demand, demand_at, may_wish, sentence_around
from postings.parsing.extract.years_words import (
    CANDIDATE,
    COLLEAGUES,
    COUNT,
    EXPERIENCE,
    FOR_SO_LONG,
    LABELLED,
    LONGEST_WAY,
    MONTHS,
    NOT_AFTER,
    NOT_BEFORE,
    OTHER_WAY,
    OTHERS_AFTER,
    STANDS_IN,
    SUMMED,
    UP_TO,
    WISH_AFTER_LIST,
    YEARS_OF_OTHERS,
    stretches_near_years,
    years_counted,
)
from postings.parsing.part import Part
from postings.vocabulary import Section

COUNTS_AT_MOST = 200  # of one stretch, and stretches of one text: a text with more is no posting
CLOSE = 140  # characters before a count that can make it another thing or a wish
MOST = Decimal(30)  # more than that no posting asks: "40 years of experience" are a company's
WISH_AFTER = re.compile(
    rf"""\A \+? [^,;.()]{{0,120}} (?: \([^()]{{0,40}}\) [^,;.()]{{0,40}} )? (?: [,(] \s{{0,3}} )? {WISHING}""",
    re.VERBOSE,
)
AT_LEAST = re.compile(
    r"\b(?:at least|minimum(?: of)?|min\.?|more than|mindestens|au moins|al menos|mínimo)\s*\(?\Z"
)
AT_ONCE = re.compile(
    r"\A'?\s{0,3}(?:of\s{1,3})?(?:[\w-]{1,30}\s){0,4}(?:experience|erfahrung|berufserfahrung|expérience|experiencia)\b"
)
DEGREE = re.compile(r"\b(?:bachelor|master|degree in|bs |b\.s\.)")
WANTED = re.compile(
    r"\b(?:looking for|seeking|hiring|in search of|must (?:have|possess|bring)|you have|requires|candidates? (?:must|should|will|with|has|have))\b"
)
DEMANDS = re.compile(r"\A\W{0,9}(?:requires|(?:you |candidates |applicants )?must have|we require)\b")
WORKED = re.compile(r"\b(?:experience (?:as|in|with|of|working)|worked|working|professionally)\b")
LABEL = re.compile(
    r"\A\W{0,12}(?:[\w']{1,30} ){0,3}experience(?: required| level| range| needed)?\s*:\s*\W*(?:minimum|min\.?|at least)?\s*\Z"
)
LISTED = re.compile(
    r"\A(?:\W|\b(?:minimum|min|at least|over|about|more than|experience|erfahrung|years?|required|range|level|of|a)\b)*\Z"
)
QUESTIONNAIRE = "less than 1 year"  # its answers stand on lines of their own: "1-3 years"
BARE_ANSWER = re.compile(r"\s{0,40}(?:more than|over|at least)?[\s.:]{0,40}")
MOST_WITHOUT_LEAST = Decimal(20)
MOST_OF_A_LIST = Decimal(15)  # "25+ years of experience" heads a company's list of its merits
WORKED_WITHOUT_SAYING_SO = re.compile(
    r"""\A \s{0,3} (?: '? \s{0,3} (?: of | in | with | as | at | using | on | auf | im | in | mit | als | en | dans
          | con | como | med | \w{1,20}ing \b ) | [,;.)(/:]
        | (?: \w{1,30} [ ] ){1,3} (?: experience | exp\b ) | \Z )""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Statement:
    years: Years
    demand: Demand
    start: int
    end: int


def read_experience(part: Part) -> Fact[Years] | None:
    best: Statement | None = None
    for statement in _statements(part):
        if best is None or _weight(statement) > _weight(best):
            best = statement
    return part.view.fact(best.years, best.start, best.end) if best else None


def _weight(statement: Statement) -> tuple[int, bool, Decimal, bool]:
    years = statement.years
    return statement.demand, years.min is not None, years.min or Decimal(0), years.max is not None


def _statements(part: Part) -> Iterator[Statement]:
    lower = part.view.lower
    for start, end in stretches_near_years(lower)[:COUNTS_AT_MOST]:
        for found in islice(COUNT.finditer(lower, start, end), COUNTS_AT_MOST):
            if statement := _statement(part, found):
                yield statement
        for found in LABELLED.finditer(lower, start, end):
            yield Statement(years_counted(found), Demand.ASKED, *found.span())


def _statement(part: Part, found: re.Match[str]) -> Statement | None:
    lower = part.view.lower
    years = years_counted(found)
    if years.min is None or years.min > MOST:
        return None
    first, last = sentence_around(part, *found.span())
    before, after = lower[first : found.start()], lower[found.end() : last]
    if _counts_something_else(found, before, after) or _is_of_others(before, after):
        return None
    if SUMMED.match(after) and not _is_summed_by_one(part, found.start(), before):
        return None
    if _is_one_way_of_two(part.view.text, found.start()):
        return None
    demand = _demand(part, found.start(), years.min, before, after)
    if demand <= Demand.WISHED:
        return None
    named = EXPERIENCE.search(after, 0, 110) or EXPERIENCE.search(before, max(0, len(before) - 80))
    sure = demand is Demand.ASKED or AT_LEAST.search(before)
    if not named and not (sure and WORKED_WITHOUT_SAYING_SO.match(after)):
        return None
    if not sure and years.min > MOST_WITHOUT_LEAST:
        return None
    if UP_TO.search(before):
        years = Years(None, years.max or years.min)
    opened = found.group().startswith("(") and ")" not in found.group()  # "Rust (4+ years of experience)"
    return Statement(years, demand, found.start() + opened, found.end())


def _is_one_way_of_two(text: str, at: int) -> bool:
    start = max(0, at - LONGEST_WAY)
    return text.find("OR", start, at) >= 0 and OTHER_WAY.search(text, start, at) is not None


def _counts_something_else(found: re.Match[str], before: str, after: str) -> bool:
    """Is it a contract, an age, a plan, or what stands in for a degree?"""
    if QUESTIONNAIRE in found.string and BARE_ANSWER.fullmatch(before + after):
        return True
    if found["low"] in ("a", "an") and not AT_LEAST.search(before):  # "twice a year"
        return True
    if NOT_BEFORE.search(before[-CLOSE:]) or NOT_AFTER.match(after) or STANDS_IN.search(before):
        return True
    if FOR_SO_LONG.search(before) and not WORKED.search(before):
        return True
    if (
        "combination" in before
        or "in lieu" in after
        or "substitut" in after
        or "without a degree" in after
        or "in lieu" in before[-60:]
    ):
        return True
    hyphened = found.group().endswith(("-year", "-month"))  # "a four-year technical degree"
    months = found["unit"].startswith(MONTHS)
    return (hyphened or months) and not AT_ONCE.match(after)


def _demand(part: Part, at: int, least: Decimal, before: str, after: str) -> Demand:
    demand = demand_at(part, at)
    if demand is Demand.NOBODY and (
        DEGREE.search(before) or DEMANDS.match(before) or (least <= MOST_OF_A_LIST and LISTED.match(before))
    ):
        demand = Demand.SAID  # a list of needs below a heading that names none
    if demand is Demand.WISHED and AT_LEAST.search(before) and not any(part.lines_in(Section.REQUIRED)):
        demand = Demand.SAID  # "What would impress us": at least 5 years, and no other list
    if demand is Demand.SAID and (WANTED.search(before) or LABEL.search(before)):
        demand = Demand.ASKED
    return Demand.WISHED if _is_wished(before, after) else demand


def _is_wished(before: str, after: str) -> bool:
    if WISH_BEFORE.search(before[-CLOSE:]) or WISH_AFTER_LIST.match(after):
        return True
    if not may_wish(after):
        return False
    found = WISH_AFTER.match(after)  # "8 years of experience Sales experience a plus" lost a line break
    return found is not None and found.group().count("experience") < 2


def _is_of_others(before: str, after: str) -> bool:
    """ "We bring 20 years of experience" is the company; "we want you to bring 5 years" is the candidate."""
    if COLLEAGUES.search(before[-CLOSE:]) and not WANTED.search(before):
        return True
    last = max((found.end() for found in YEARS_OF_OTHERS.finditer(before)), default=None)
    if last is not None and not CANDIDATE.search(before, last):
        return True
    return bool(OTHERS_AFTER.match(after))


def _is_summed_by_one(part: Part, at: int, before: str) -> bool:
    return demand_at(part, at) is Demand.ASKED or bool(AT_LEAST.search(before))
