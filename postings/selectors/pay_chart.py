"""The pay of a selection as a small histogram, and where one band lies in it: shares of a drawing's sides."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from postings.facts import Pay
from postings.salary import ends, money_in_short, pay_in_words, yearly
from postings.search import PayFacet
from postings.selectors.shown import Band, Shown
from postings.vocabulary import OFFERS, Period

FEWEST = 5  # postings that make a market; fewer would be a comparison with somebody's neighbours


@dataclass(frozen=True, slots=True)
class Bar(Shown):
    x: float  # per cent of the width
    width: float
    y: float  # per cent of the height, from above
    height: float
    inside: bool  # of the range that is chosen
    title: str


@dataclass(frozen=True, slots=True)
class PayChart(Shown):
    currency: str
    total: int
    bars: list[Bar]
    from_text: str
    to_text: str
    others: list[tuple[str, str]]  # how many pay in another currency, as it is written


@dataclass(frozen=True, slots=True)
class Market:
    """What the postings of a selection pay: an axis that a band of one of them is drawn on."""

    currency: str
    end: int  # of the axis, which begins at nothing
    median: float
    total: int

    @classmethod
    def of(cls, pay: PayFacet) -> "Market | None":
        chart = pay.histogram
        if chart.total < FEWEST:
            return None
        return cls(
            pay.currency, chart.width * len(chart.counts), _median(chart.counts, chart.width), chart.total
        )

    def place(self, pay: Pay) -> Band | None:
        """Return where the band lies, if it can be held against the others."""
        if pay.currency != self.currency or pay.basis not in OFFERS:
            return None
        start, end = ends(pay)
        median = money_in_short(round(self.median), self.currency)
        return Band(
            title=f"{pay_in_words(pay)}; the median of {self.total:,} postings here is {median}",
            start=min(100 * start / self.end, 100),
            width=min(100 * end / self.end, 100) - min(100 * start / self.end, 100),
            median=100 * self.median / self.end,
        )


def pay_chart(pay: PayFacet, low: int | None, high: int | None) -> PayChart:
    chart = pay.histogram
    most, share = max(chart.counts, default=0), 100 / max(len(chart.counts), 1)
    bars = []
    for place, count in enumerate(chart.counts):
        begin, end = place * chart.width, (place + 1) * chart.width
        words = f"{money_in_short(begin, pay.currency)} to {money_in_short(end, pay.currency)}: {count:,}"
        inside = (low is None or end > low) and (high is None or begin <= high)
        height = max(100 * count / most, 3) if count else 0
        bars.append(Bar(place * share, share * 0.86, 100 - height, height, inside, words))
    return PayChart(
        currency=pay.currency,
        total=chart.total,
        bars=bars,
        from_text=money_in_short(0, pay.currency),
        to_text=f"{money_in_short(chart.width * len(chart.counts), pay.currency)}+",
        others=[(code, f"{count:,}") for code, count in pay.currencies.items() if code != pay.currency],
    )


def yearly_in_words(pay: Pay) -> str:
    """Return what it comes to in a year of full-time work, where the text has another period."""
    if pay.period is Period.YEAR:
        return ""
    low, high = yearly(pay)
    return f"≈ {pay_in_words(Pay(low, high, pay.currency, Period.YEAR))} a year"


def _median(counts: Sequence[int], width: int) -> float:
    """Return the middle posting's pay, as far as bins tell: within one it is taken to be spread evenly."""
    half = sum(counts) / 2
    for place, reached in enumerate(accumulate(counts)):
        if reached >= half:
            return width * (place + 1 - (reached - half) / counts[place])
    return 0.0
