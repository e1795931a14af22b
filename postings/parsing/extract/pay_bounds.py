"""What a sum is once it is pay: its ends ("from", "up to", "and above") and what it covers (base, OTE, a rate)."""

import re
from decimal import Decimal

from postings.vocabulary import Basis, Period

# Not the "OTE" of "salary/OTE ranges", which tells nothing.
OTE = re.compile(
    r"(?<! / ) (?<! /\s ) \b (?: ote | on[-\s]target (?:\s\w+)? | (?: on[-\s]track | target ) \s earnings ) \b",
    re.VERBOSE,
)
BASE = re.compile(r"\b (?: base | salary | salaries | fixed ) \b", re.VERBOSE)
TOTAL = re.compile(
    r"""\b (?: total \s (?: (?: target | annual | cash | yearly ) \s )*
          (?: cash | comp\w* | earnings | pay | remuneration | package | target ) | ttc | all-in ) \b""",
    re.VERBOSE,
)
CONTRACT = re.compile(
    r"""\b (?: freelanc\w* | tjm | day \s rate | daily \s rate | tagessatz
    | contract(?:or|ing)? \s (?: rate | pay ) | c2c
          | corp[-\s]to[-\s]corp | 1099 | b2b | (?: inside | outside ) \s ir35 | kontrakt ) \b""",
    re.VERBOSE,
)
# Right before a lone sum. "Starting salary: £75,000" is the sum itself.
FROM = re.compile(
    r"""\b (?: from | start(?:ing|s)? \s (?: at | from ) | starting | minimum (?: \s of )? | min\.?
    | at \s least
          | no \s less \s than | upwards? \s of | over | above | more \s than | ab | mindestens
          | à \s partir \s de | dès
          | desde | a \s partir \s de | a \s partire \s da | da | vanaf | od | fr[åa]n )
        \s* :? \s* (?: only \s | about \s | around \s | approximately \s
        | a \s (?:base \s)? salary \s of \s )? \Z""",
    re.VERBOSE,
)
UP_TO = re.compile(
    r"""\b (?: up \s to | bis (?: \s zu )? | jusqu'[àa] | hasta | fino \s a | tot | até | do
    | max(?:imum)?\.? (?: \s of )?
          | no \s more \s than | not \s to \s exceed | capped \s at ) \s* :? \s* (?: a \s )? \Z""",
    re.VERBOSE,
)
# Not the plus of "$80,000 + bonus".
AND_UP = re.compile(
    r"\A \s{0,3} (?: \+ (?! \s? [\w£$€] ) | (?: and | or ) \s (?: up | above | more | higher | over | upwards? ) \b | upwards? \b )",
    re.VERBOSE,
)

Ends = tuple[Decimal | None, Decimal | None, bool]


def ends_of(low: Decimal, high: Decimal, is_range: bool, open_top: bool, before: str, behind: str) -> Ends:
    """Return min, max and whether the top is open."""
    open_top = open_top or bool(AND_UP.match(behind))
    if is_range:
        return low, high, open_top
    if UP_TO.search(before):
        return None, high, False
    if open_top or FROM.search(before):
        return low, None, True
    return low, high, False


def basis_of(period: Period, before: str, behind: str) -> Basis:
    """The nearest word before a sum decides, or one that follows it at once. A wage by the hour is a base."""
    if period is Period.DAY or CONTRACT.search(before) or CONTRACT.search(behind[:30]):
        return Basis.CONTRACT
    base = last_end(BASE, before)
    if OTE.match(behind.lstrip(" ,(")) or last_end(OTE, before) > base:
        return Basis.OTE
    return Basis.TOTAL if last_end(TOTAL, before) > base else Basis.BASE


def last_end(pattern: re.Pattern[str], text: str, since: int = 0) -> int:
    """Return where the last match ends, -1 without one."""
    return max((found.end() for found in pattern.finditer(text, since)), default=-1)
