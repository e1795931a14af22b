"""Bonus and equity: whether a posting offers them, in its own words.

A part in; for each the words of the first offer, or None. Refused: what is paid once (for signing, for a
referral), "bonus points" and "a bonus" for a skill that is nice to have, equity between people or in a market,
and both as the work itself ("administer bonus plans").
"""

import re
from collections.abc import Iterator

from postings.facts import Fact
from postings.parsing.extract.extras_bonus import bonuses_in
from postings.parsing.extract.extras_equity import equity_in
from postings.parsing.part import LineKind, Part
from postings.vocabulary import Section

# What a sentence speaks of that offers something.
OFFERED = re.compile(
    r"""\b (?: salary | compensation | eligible | competitive | benefits? | offer (?: ed | s )? | pay
    | package | remuneration
          | receives? | reward | earn | ote | gehalt | vergütung | salaire | salario ) \b""",
    re.VERBOSE,
)
BARE = ("bonus", "bonuses", "equity")  # as a heading, or among demands, they may be anything
WORK = (Section.RESPONSIBILITY, Section.REQUIRED, Section.PREFERRED, Section.ELIGIBILITY)
LONGEST_LINE = 100  # characters of a bullet that can be an offer without saying so
BEFORE, AFTER = 150, 120  # characters of the line in which an offer may say so
FAR_BEFORE = 700  # where the words themselves name a scheme, at the end of a long list
OURS = re.compile(r"\b(?:through|with|via|in|of) our \Z")  # "own a part of us through our stock option plan"


def read_extras(part: Part) -> tuple[Fact[str] | None, Fact[str] | None]:
    """Return the first offer of a bonus and the first of equity."""
    return _first(part, bonuses_in(part.view)), _first(part, equity_in(part.view))


def _first(part: Part, found: Iterator[tuple[int, int]]) -> Fact[str] | None:
    """The text goes before its header."""
    above: Fact[str] | None = None
    for start, end in found:
        if not _is_offered(part, start, end):
            continue
        fact = part.view.fact(" ".join(part.view.words[start:end].split()), start, end)
        if start >= part.header_end:
            return fact
        above = above or fact
    return above


def _is_offered(part: Part, start: int, end: int) -> bool:
    """Among duties or demands it must stand beside words of pay, or begin a short line: else it is the work."""
    line = part.line_at(start)
    if line is None:
        return start < part.header_end
    says_more = part.view.lower[start:end] not in BARE
    before = part.view.lower[max(line.start, start - (FAR_BEFORE if says_more else BEFORE)) : start]
    after = part.view.lower[end : min(line.end, end + AFTER)]
    if line.section is Section.BENEFIT or OFFERED.search(before) or OFFERED.search(after):
        return line.section is not None or bool(before or after)
    if says_more and OURS.search(before):
        return True
    short = line.end - line.start <= LONGEST_LINE
    if line.section in WORK and line.kind is not LineKind.HEADING:
        return says_more and short and start - line.start <= 3
    return short and (says_more or line.kind is not LineKind.HEADING)
