"""The figures that a board puts above a text: which are worth reading, and what they say against the text.

A chip such as "$65 - $75 per hour" is somebody's statement. "~0k", a lone "222000.0" and a board's default
"65k-95k USD" are what its software shows where it knows nothing or has averaged.
"""

import re
from decimal import Decimal

from postings.facts import Fact, Finding, Pay
from postings.parsing.extract.pay_ranges import Band
from postings.parsing.view import View
from postings.vocabulary import Severity

CHIP = "💰"
DEFAULT = re.compile(r"65k\s?-\s?95k(?:\s?USD)?", re.IGNORECASE)
ROUNDED = 1000  # a header says "156k" of 156,500


def is_chip(view: View, band: Band) -> bool:
    line = view.text.rfind("\n", max(0, band.start - 400), band.start) + 1
    return view.text.find(CHIP, max(line, band.start - 400), band.start) >= 0


def is_board_noise(view: View, band: Band) -> bool:
    """Not "$150,000" nor "CAD 150000-180000", which say whose money they mean."""
    words = view.text[band.start : band.end]
    if not band.high.amount or DEFAULT.fullmatch(words.strip()):
        return True
    if band.is_range and band.low.amount == band.high.amount:
        return True  # "USD 129250.0~129250.0" is a mean
    return not band.is_range and (not band.currency or view.text[band.start - 1 : band.start] == "~")


def agrees(bands: list[Pay], header: Band) -> bool:
    """Whether both figures of a header are ends of the text's bands, rounded or not, or one is when it has one."""
    ends = [end for pay in bands for end in (pay.min, pay.max) if end is not None]
    return all(any(_is_about(each.amount, end) for end in ends) for each in (header.low, header.high))


def _is_about(shown: Decimal, end: Decimal) -> bool:
    """ "156k" is 156,500 rounded down; "$65" is nothing but 65."""
    return abs(shown - end) < ROUNDED if end >= 20 * ROUNDED else shown == end


def finding_of_noise(view: View, band: Band) -> Finding:
    raw = view.raw(band.start, band.end)
    return Finding(
        rule="pay_header_ignored",
        severity=Severity.INFO,
        message=f"The header's figure “{raw}” is what a job board shows where it knows no pay, so it is not read as pay.",
        span=view.span(band.start, band.end),
        raw=raw,
        fix="Remove it, or state the pay range in the text.",
    )


def finding_of_disagreement(view: View, band: Band, stated: Fact[Pay]) -> Finding:
    raw = view.raw(band.start, band.end)
    return Finding(
        rule="pay_disagrees",
        severity=Severity.WARNING,
        message=f"The header says “{raw}” and the text says “{stated.raw}”; the text is taken.",
        span=view.span(band.start, band.end),
        raw=raw,
        fix="Correct the header, or remove its figure.",
    )


def finding_of_reversal(view: View, band: Band) -> Finding:
    raw = view.raw(band.start, band.end)
    return Finding(
        rule="pay_min_above_max",
        severity=Severity.ERROR,
        message=f"The pay range “{raw}” begins above its end, so neither figure is taken.",
        span=view.span(band.start, band.end),
        raw=raw,
        fix="Put the lower figure first, or correct the one that is wrong.",
    )
