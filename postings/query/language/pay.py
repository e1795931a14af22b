"""`pay:>150k`, `pay:120k..180kEUR`: a year's pay, in a currency or in the commonest one.

A figure under a thousand is taken for thousands, since nobody works a year for 150; its writer is told.
"""

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from postings.parsing.lexicon.currencies import load_currencies
from postings.query.language.faults import Reading
from postings.query.language.ranges import bounds, ends_of, figure
from postings.query.plan import Pay

MOST = Decimal(1_000_000_000)  # in any currency; the index counts in 32 bits
SCALES = {"": 1, "k": 1_000, "m": 1_000_000}
AMOUNT = re.compile(r"(?P<figures>[0-9]+(?:[.,][0-9]+)*)(?P<scale>[km]?)")


class Amount(NamedTuple):
    figure: Decimal
    scale: str  # "", "k" or "m"


def read_pay(text: str) -> Reading:
    lowered = text.casefold()
    codes = {_marks()[mark] for mark in _mark().findall(lowered)}
    ends = ends_of(_mark().sub("", lowered))
    low, high = _amount(ends.low), _amount(ends.high)
    misread = bool(low) != bool(ends.low) or bool(high) != bool(ends.high) or not (low or high)
    if misread or len(codes) > 1:
        return Reading(None, "Write pay as pay:>150k, pay:120k..180k or pay:<=90kEUR.")
    scale = _scale_meant(low, high)
    least, most, note = bounds(_sum(low, scale), _sum(high, scale), ends.beyond, MOST)
    if scale and not any(one and one.scale for one in (low, high)):
        note = " ".join(filter(None, (f"Pay is a year’s: “{text}” was read in thousands.", note)))
    return Reading(Pay(least, most, codes.pop() if codes else ""), note)


def _amount(text: str) -> Amount | None:
    found = AMOUNT.fullmatch(text)
    return found and Amount(figure(found["figures"], grouped=not found["scale"]), found["scale"])


def _scale_meant(low: Amount | None, high: Amount | None) -> str:
    """Return the scale of ends that have none: in “120..180k” the other's, in “150” thousands."""
    given = [one for one in (low, high) if one]
    bare = [one.figure for one in given if not one.scale]
    if not bare or max(bare) >= 1_000:
        return ""
    return next((one.scale for one in given if one.scale), "k")


def _sum(amount: Amount | None, scale: str) -> Decimal | None:
    return amount and amount.figure * SCALES[amount.scale or scale]


# Signs, and codes in any case, in small letters. Of currencies that share a sign the likeliest is meant.
@cache
def _marks() -> dict[str, str]:
    currencies = load_currencies().values()
    marks = [(mark, one.code) for one in currencies for mark in (one.code, *one.signs, *one.shared)]
    return {mark.casefold(): code for mark, code in reversed(marks) if " " not in mark}


@cache
def _mark() -> re.Pattern[str]:
    """The longest first: “A$” before “$”. Letters end where a word does: no “cad” in “cadre”."""
    marks = sorted(_marks(), key=len, reverse=True)
    return re.compile("|".join(re.escape(mark) + r"(?![^\W\d_])" * mark[-1].isalpha() for mark in marks))


@cache
def currency_after_pay() -> re.Pattern[str]:
    """A code in capitals, a blank behind the figure: `pay:>90k EUR`, not `pay:>90k try sales`."""
    return re.compile(rf"[ ]+(?:{'|'.join(sorted(load_currencies()))})(?![\w:])")
