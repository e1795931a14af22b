"""Ranges as people write them: `>150k`, `<=10`, `3..5`, `5+`, or one value for both ends."""

import re
from decimal import Decimal
from typing import NamedTuple

from postings.query.stemming import GROUPED

RANGE = re.compile(
    r"""
      (?P<sign> [<>]=? | [≤≥] ) (?P<bound> .+ )
    | (?P<least> [^+]+ ) \+
    | (?P<low> .*? ) (?: \.\.+ | [-–—…] ) (?P<high> .* )    # “120k-180k” too: nothing here is below nothing
    | (?P<exact> .+ )
    """,
    re.VERBOSE,
)
BLANKS = re.compile(r"[\s'’]+")
REVERSED = "This range ends before it begins: it was read the other way round."


class Ends(NamedTuple):
    """The two ends as written, empty where the range is open; `beyond` leaves out the end itself."""

    low: str
    high: str
    beyond: bool = False


class Bounds(NamedTuple):
    low: int | None
    high: int | None
    note: str = ""


def ends_of(text: str) -> Ends:
    found = RANGE.fullmatch(BLANKS.sub("", text))
    if not found:
        return Ends("", "")
    if sign := found["sign"]:
        bound, beyond = found["bound"], sign in {"<", ">"}
        return Ends(bound, "", beyond) if sign[0] in ">≥" else Ends("", bound, beyond)
    if least := found["least"]:
        return Ends(least, "")
    exact = found["exact"]
    return Ends(exact, exact) if exact else Ends(found["low"], found["high"])


def bounds(low: Decimal | None, high: Decimal | None, beyond: bool, most: Decimal) -> Bounds:
    """Return whole numbers from 0 to `most`, the lower first, and what to tell whoever reversed them."""
    if low is not None and high is not None and low > high:
        return bounds(high, low, beyond, most)._replace(note=REVERSED)
    return Bounds(
        None if low is None else int(min(min(low, most) + beyond, most)),
        None if high is None else int(max(min(high, most) - beyond, Decimal(0))),
    )


def figure(written: str, grouped: bool = True) -> Decimal:
    """Return the number: 150,000 and 150.000 are the same where thousands may be set apart, 1,5 is 1.5."""
    if grouped and GROUPED.fullmatch(written):
        return Decimal(re.sub("[.,]", "", written))
    whole, _, part = written.replace(",", ".").partition(".")
    return Decimal(f"{whole}.{part.replace('.', '') or 0}")
