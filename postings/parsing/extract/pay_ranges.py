"""Sums that belong together: "$50-60k" is one range, and so are "$1 - $2 - $3" and "Min: $1 Max: $2".

A view in, `Band`s out, in the order of the text; a sum that stands by itself is a band too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from postings.parsing.extract.pay_sums import Sum, read_sums
from postings.parsing.view import View

PERIOD_WORD = r"""(?: (?: \s?/\s? | \s per \s | \s an? \s | \s?p\.? | \s par \s | \s pro \s | \s im \s )
      (?: years? | yr | annum | a | an | hours? | hr | h | months? | mo | days? | d | jahr | monat | stunde ) \b \.?
    | \s (?: annually | annual | yearly | hourly | monthly ) )"""
# What joins the ends of a range: "$50/hr - $60", "50 bis 60". Not ", ": "$500, $700 and $900" are three sums.
JOIN = re.compile(
    rf"""\)? (?: \s (?: base | gross | brutto | brut | bruto | net ) )? {PERIOD_WORD}?
        (?: \s (?: base | gross | brutto | brut ) )? \s{{0,3}}
        (?: -{{1,3}} | ~ | \.{{2,3}} | … | /
          | (?: - \s )? (?: to | t0 | bis | und | and | et | à | a | y | e | en | tot | do | till | until | through | thru
              | up \s to | jusqu'à | bis \s zu | hasta | al | vs ) (?= [\s(] | \Z ) )
        \s{{0,3}} (?: up \s to \s | (?: a \s )? max(?:imum)? \.? \s (?: of \s )? )? \(?""",
    re.VERBOSE,
)
# Ends with words between them: "$143,000 in our lowest market up to $237,000", "$1 [least in Ohio] to $2"
LONG_JOIN = re.compile(
    rf"""{PERIOD_WORD}? \s? (?: (?: in | for | at ) \s [^\d\n$€£.;:()\[\]]{{3,70}} | [\[(] [^\d\n$€£()\[\]]{{3,90}} [\])] )
        \s (?: up \s )? to \s
      | ,? \s and \s (?: can \s | may \s )? (?: increases? | rises? | grows? | goes ) \s (?: up \s )? to \s""",
    re.VERBOSE,
)
# "min: $1 max: $2" and "min_payrange: 1⏎max_payrange: 2", with a middle or without
TO_LABELLED_MAX = re.compile(
    r"""\A \s{0,3} [|;,/-]? [\s"'|*#-]{0,10} (?: (?: annual | base | salary | pay | hourly | range ) [\s_]{0,3} ){0,3}
        (?: mid | max | high | top | upper | bis ) [a-z_]{0,12} [\s_]{0,3}
        (?: (?: salary | pay | base | range | rate | wage | annual | hourly | end ) [\s_]{0,3} ){0,3}
        (?: \( [^()\d\n]{1,40} \) )? ["']? \s{0,3} (?: [:=|] | \b is \b )? \s{0,3} ["']?""",
    re.VERBOSE,
)
LEAST = re.compile(r"\b(?:min|low|from|start|entry|bottom|von)")
# "$60,000 minimum, $80,000 maximum"
AFTER_LEAST = re.compile(r"\s?\(?min(?:imum)?\b[\s.,;/)-]{0,5}(?:to\s)?")
MOST_AFTER = re.compile(r"\s?\(?max(?:imum)?\b")
CELLS = re.compile(r"\s{0,4}\|\s{0,4}|\s{2,12}|\s?")
TABLE_HEAD = 250  # characters before a row in which "min" and "max" stand above their cells
LEAST_BEFORE = 40
LONGEST_GAP = 100
MOST_SPREAD = 12  # times: "$150,000 - $10,000 bonus" is no range


@dataclass(frozen=True, slots=True)
class Band:
    """Figures that belong together: one, or the ends of a range."""

    start: int
    end: int
    low: Sum
    high: Sum

    @property
    def is_range(self) -> bool:
        return self.low is not self.high

    @property
    def currency(self) -> str:
        """A code says more than a sign: "$50 - $60 CAD"."""
        names = [self.high.currency, self.low.currency]
        return next((name for name in names if len(name) == 3), "") or names[0] or names[1]

    @property
    def bare(self) -> bool:
        return self.low.bare and self.high.bare


def read_bands(view: View) -> Iterator[Band]:
    """Yield every sum or range of the text, pay or not."""
    sums = list(read_sums(view))
    at = 0
    while at < len(sums):
        run = [sums[at]]
        while len(run) < 3 and at + len(run) < len(sums):
            joined = _joined(view, run, sums[at + len(run)])
            if joined is None:
                break
            run = joined
        at += len(run)
        yield Band(run[0].start, run[-1].end, run[0], run[-1])


def _joined(view: View, run: list[Sum], last: Sum) -> list[Sum] | None:
    """Return the run with one more end, its scales made one ("50-60k"), or None where they do not belong."""
    first = run[-1]
    if last.start - first.end > LONGEST_GAP or first.billions or last.billions:
        return None
    gap = view.lower[first.end : last.start]
    low, high = _alike(run[0], last)
    falls = len(run) > 1 and high.amount < first.amount
    if falls or high.amount > low.amount * MOST_SPREAD:
        return None
    money = bool(first.currency and last.currency) and low.amount <= high.amount
    if not _is_joint(view, run, last, gap, money):
        return None
    if low.amount > high.amount and (low.bare or high.bare) and not (low.currency or high.currency):
        return None  # "2024 - 12": a date
    return [low, *run[1:], high]


def _is_joint(view: View, run: list[Sum], last: Sum, gap: str, money: bool) -> bool:
    """Whether the words between two sums make them the ends of one range."""
    if JOIN.fullmatch(gap):
        if gap.strip() == "/":
            return money and run[-1].scale == last.scale
        return len(run) == 1 or gap.strip() == "-"
    if TO_LABELLED_MAX.fullmatch(gap):
        return bool(LEAST.search(view.lower, max(0, run[0].start - LEAST_BEFORE), run[0].start))
    if not money:
        return False
    if len(run) == 1 and LONG_JOIN.fullmatch(gap):
        return True
    if AFTER_LEAST.fullmatch(gap) and MOST_AFTER.match(view.lower, last.end):
        return True
    return bool(CELLS.fullmatch(gap)) and _are_cells(view, run[0], last, gap)


def _are_cells(view: View, low: Sum, high: Sum, gap: str) -> bool:
    """Neighbouring sums without a word between are a range where a dash was lost or a table's head says so."""
    if not (low.signed and high.signed) or not low.amount < high.amount <= 3 * low.amount:
        return False
    if "|" in gap:
        head = view.lower[max(0, low.start - TABLE_HEAD) : low.start]
        return "min" in head and "max" in head
    return low.amount >= 1000 or not gap


def _alike(low: Sum, high: Sum) -> tuple[Sum, Sum]:
    """The scale of one end goes for the other: "$50-60k", "110-140,000"."""
    if low.scale == 1 and low.amount < 1000 and (high.scale > 1 or high.amount >= 10_000):
        factor = high.scale if high.scale > 1 else 1000
        if low.amount * factor <= high.amount:
            low = replace(low, amount=low.amount * factor, scale=factor)
    elif high.scale == 1 and high.amount < 1000 and low.scale > 1 and high.amount * low.scale >= low.amount:
        high = replace(high, amount=high.amount * low.scale, scale=low.scale)
    return low, high
