"""A sum and the words around it → pay, or None where it is other money or a period or currency is not to be known."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from postings.facts import Pay
from postings.parsing.extract import pay_words as words
from postings.parsing.extract.pay_bounds import basis_of, ends_of, last_end
from postings.parsing.extract.pay_magnitude import in_units, period_by_magnitude
from postings.parsing.extract.pay_periods import said_at_once, stated_period
from postings.parsing.extract.pay_place import Whereabouts
from postings.parsing.extract.pay_ranges import Band
from postings.vocabulary import Basis, Period

YEARLY = Decimal(12_000)  # units; a range from here up is a year's pay whatever stands beside it
# Between "Salary" and a figure without a currency: ": ", " range for this role is between "
DIRECTLY = re.compile(
    r"""\A [^.:;\n\d]{0,75} (?: [:=] | \b (?: is | of | range | between | from | up \s to | to | at | ab
    | zwischen | de
            | entre | bis ) )?
        [\s"'*|(-]{0,6} (?: (?: between | from | up \s to | zwischen | entre ) \s )? \Z""",
    re.VERBOSE,
)
YEARS = range(1950, 2060)
PENSION_PLANS = (401_000, 403_000, 457_000)  # "401k"
LONGEST_NAME = (
    60  # characters of a word for other money, which may hold a word of pay: "3x of your annual salary"
)
BEHIND = 60  # characters after a sum that can name what it is


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a sum. `before` and `after` end with its sentence."""

    before: str
    after: str
    own: str  # the words of `before` that no earlier sum has used
    inside: str  # the sum itself: "$50/hr to $60"
    heading: str  # the line and the heading that it stands under
    above: str  # the line above alone, where it is short
    rest: str  # the words after the next sums in the line
    where: Whereabouts
    chip: bool = False  # a board's figure above the text

    @property
    def sentence(self) -> str:
        return f"{self.before} {self.after}"

    def in_small_letters(self) -> "Around":
        """What the patterns read; as written only codes, lands and scopes are."""
        return replace(
            self,
            before=self.before.lower(),
            after=self.after.lower(),
            own=self.own.lower(),
            inside=self.inside.lower(),
            heading=self.heading.lower(),
            above=self.above.lower(),
            rest=self.rest.lower(),
        )


def read_pay_in(band: Band, around: Around, guide: bool) -> Pay | None:
    if band.low.billions or band.high.billions or not band.high.amount or _is_no_sum(band):
        return None
    small = around.in_small_letters()
    currency = _currency(band, around, small)
    if not currency:
        return None
    low, high = band.low.amount, band.high.amount
    further = (small.before, small.rest, small.heading)
    stated = stated_period(low, high, currency, small.inside, small.own, small.after[:90], further)
    salary = band.is_range and bool(words.STATED_SALARY.search(small.own))
    period = stated or period_by_magnitude(low, high, currency, salary)
    if not stated and period is not Period.YEAR and said_at_once(small.after):
        return None  # "customers pay $20 per month": as an hour's wage it would do, but it is a month's
    if period is None or not _is_pay(band, currency, stated, small, guide):
        return None
    ends = ends_of(low, high, band.is_range, band.high.open_top, small.own, small.after + small.rest)
    basis = Basis.MARKET_ESTIMATE if guide else basis_of(period, small.own, small.after)
    return Pay(ends[0], ends[1], currency, period, basis, ends[2])


def _is_no_sum(band: Band) -> bool:
    """ "401k", "2024 - 2025", and a small figure that nothing marks as money."""
    low, high = band.low.amount, band.high.amount
    if not band.bare:
        return low in PENSION_PLANS and not band.currency
    return (low in YEARS and high in YEARS) or (not band.is_range and low < 1000)


def _currency(band: Band, around: Around, small: Around) -> str:
    if band.currency == "$":
        return around.where.dollars(around.sentence, around.heading)
    if band.currency == "kr":
        return around.where.crowns(around.sentence)
    if band.currency:
        return band.currency
    return around.where.money_beside(around.sentence) or around.where.money() if _is_labelled(small) else ""


def _is_labelled(small: Around) -> bool:
    """A figure without a sign of money needs the word right before it: "Salary: 26000", or a line of its own."""
    labels = list(words.BARE_LABEL.finditer(small.own))
    if not labels:
        return bool(not small.own.strip(" -*•\"'|:") and words.BARE_LABEL.search(small.heading))
    return bool(DIRECTLY.fullmatch(small.own[labels[-1].end() :]))


def _is_pay(band: Band, currency: str, stated: Period | None, small: Around, guide: bool) -> bool:
    if words.LABEL_AT_ONCE.search(small.own):
        return True
    large_range = band.is_range and in_units(band.low.amount, currency) >= YEARLY
    behind = small.after[:BEHIND]
    stop = words.STOP.search(behind)
    behind = behind[: stop.start()].lstrip() if stop else behind.lstrip()
    if words.COMPANY_MONEY.match(behind) or words.MIDDLE.search(small.own):
        return False
    if not large_range and (words.PERK.search(behind) or words.COMPANY_MONEY.search(behind)):
        return False
    label = last_end(words.LABEL, small.before)
    since = max(0, label - LONGEST_NAME)  # what stands before the label is farther from the sum than it
    other = max(last_end(words.COMPANY_MONEY, small.before, since), last_end(words.PERK, small.before, since))
    if label > other or words.NAMED_AFTER.match(small.after):
        return True
    if label >= 0 and (guide or large_range or (band.is_range and stated is Period.HOUR)):
        return True
    if other >= 0:
        return large_range and not words.COMPANY_MONEY.search(small.before)
    if words.LABEL.search(small.heading) and not words.PERK.search(small.heading):
        return True
    if small.chip or guide:
        return not band.bare
    return bool(band.currency and not words.COMPANY_MONEY.search(behind) and (stated or large_range))
