"""What pay of any period comes to in a year of full-time work, so that it can be compared."""

from collections.abc import Iterable
from decimal import Decimal

from postings.facts import Pay
from postings.vocabulary import OFFERS, Period

# How many of a period make a year: 52 weeks of 5 days of 8 hours.
PERIODS_A_YEAR = {
    Period.HOUR: 2080,
    Period.DAY: 260,
    Period.WEEK: 52,
    Period.BIWEEK: 26,
    Period.MONTH: 12,
    Period.YEAR: 1,
}
ASSUMED = "A year is 52 weeks of 40 hours."  # what is said where a figure rests on it


def yearly(pay: Pay) -> tuple[Decimal | None, Decimal | None]:
    """Return the ends of the band for a year."""
    times = PERIODS_A_YEAR[pay.period]
    return (None if pay.min is None else pay.min * times), (None if pay.max is None else pay.max * times)


def ends(pay: Pay) -> tuple[float, float]:
    """Return both ends for a year; a band with one end is that single figure."""
    low, high = yearly(pay)
    known = [float(end) for end in (low, high) if end is not None] or [0.0]
    return known[0], known[-1]


def highest_offer(bands: Iterable[Pay]) -> Pay | None:
    """Return the band of base pay that goes highest; estimates, bonuses and totals are none."""
    offers = [band for band in bands if band.basis in OFFERS]
    return max(offers, key=lambda band: ends(band)[::-1], default=None)
