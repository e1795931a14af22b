"""Where the pay of one posting stands among comparable ones, and which those are."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from postings import search
from postings.bitmaps import PaySpread
from postings.facts import Pay, PostingFacts
from postings.query import Chosen, Open, Plan
from postings.salary import ASSUMED, ends, highest_offer, money_in_short, money_in_words, pay_in_words
from postings.selectors.pay_chart import FEWEST
from postings.selectors.shown import Band
from postings.vocabulary import Kind, Period

ENOUGH = 20  # postings to compare with; fewer are taken only where there is no wider circle
QUARTERS = ("Lower quarter", "Median", "Upper quarter")
BEYOND = 1.25  # how far the drawing goes beyond the highest figure


@dataclass(frozen=True, slots=True)
class Standing:
    band: Band
    words: str  # "Above the median"
    among: str  # "312 senior postings in Data that pay in USD"
    figures: list[tuple[str, str]]  # quarters in words
    day: date
    assumed: str  # on what the yearly figure rests, if on anything


def standing(facts: PostingFacts, today: date) -> Standing | None:
    """Return nothing for a guide, a posting without base pay, or one with hardly any to compare it with."""
    pay = offer_of(facts)
    peers = comparable(facts, today) if pay else None
    if pay is None or peers is None:
        return None
    low, high = ends(pay)
    return Standing(
        band=band_on(peers.spread, low, high, pay_in_words(pay), end=peers.end_for([high])),
        words=_words((low + high) / 2, peers.spread),
        among=f"{peers.spread.total:,} {peers.said} that pay in {pay.currency}",
        figures=[
            (name, money_in_words(Decimal(amount), pay.currency))
            for name, amount in zip(QUARTERS, peers.spread.quarters, strict=True)
        ],
        day=today,
        assumed="" if pay.period is Period.YEAR else ASSUMED,
    )


def offer_of(facts: PostingFacts) -> Pay | None:
    """Return the posting's highest band of base pay; a guide offers nothing."""
    if facts.kind is not Kind.POSTING:
        return None
    return highest_offer(fact.value for fact in facts.pay if fact.value is not None)


@dataclass(frozen=True, slots=True)
class Peers:
    """What comparable postings pay, and which those are."""

    said: str  # "senior postings in Data and AI"
    spread: PaySpread

    def end_for(self, figures: Iterable[float]) -> float:
        """Return where an axis ends that has all of these figures on it."""
        return max(*figures, self.spread.quarters[-1], 1) * BEYOND


def comparable(facts: PostingFacts, today: date) -> Peers | None:
    """Return the nearest postings that are enough to compare with, in the currency of this one's pay."""
    pay = offer_of(facts)
    if pay is None:
        return None
    for said, plan in _steps(facts, today):
        peers = Peers(said, search.spread(plan, pay.currency))
        if peers.spread.total >= ENOUGH:
            return peers
    return peers if peers.spread.total >= FEWEST else None


def _steps(facts: PostingFacts, today: date) -> list[tuple[str, Plan]]:
    """Return whom to compare with, from the nearest on, each wider than the last."""
    open_now = Plan(conditions=(Open(today),))
    level, family = (facts.level and facts.level.value), (facts.family and facts.family.value)
    steps = [("postings of all kinds", open_now)]
    if family:
        of_family = open_now.refined(Chosen("family"), values=(family.value,))
        steps.insert(0, (f"{family.label} postings of any level", of_family))
        if level:
            of_level = of_family.refined(Chosen("level"), values=(level.value,))
            steps.insert(0, (f"{level.label.lower()} postings in {family.label}", of_level))
    return steps


def _words(middle: float, spread: PaySpread) -> str:
    lower, median, upper = spread.quarters
    if middle < lower:
        return "In the lowest quarter"
    if middle < median:
        return "Below the median, in the middle half"
    return "Above the median, in the middle half" if middle <= upper else "In the highest quarter"


def band_on(spread: PaySpread, low: float, high: float, words: str, *, end: float) -> Band:
    """Return a band with the market's middle half under it."""
    lower, median, upper = spread.quarters
    least, middle, most = (money_in_short(amount, spread.currency) for amount in spread.quarters)
    return Band(
        title=f"{words}; half of those beside it pay {least} to {most}, their median is {middle}",
        start=100 * low / end,
        width=100 * (high - low) / end,
        median=100 * median / end,
        market_start=100 * lower / end,
        market_width=100 * (upper - lower) / end,
        from_text=money_in_short(0, spread.currency),
        to_text=money_in_short(round(end / 1000) * 1000, spread.currency),
    )
