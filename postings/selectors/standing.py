"""Where the pay of one posting stands among comparable ones, and which those are."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from postings import search
from postings.bitmaps import Spread
from postings.facts import PostingFacts
from postings.query import Chosen, Open, Plan
from postings.salary import ASSUMED, ends, highest_offer, money_in_short, money_in_words, pay_in_words
from postings.vocabulary import Kind, Period

ENOUGH, FEWEST = 20, 5  # postings to compare with; fewer than FEWEST would be somebody's neighbours
QUARTERS = ("Lower quarter", "Median", "Upper quarter")
BEYOND = 1.25  # how far the drawing goes beyond the highest figure


@dataclass(frozen=True, slots=True)
class Standing:
    band: dict[str, Any]  # as templates/_components/band.html takes it
    words: str  # "Above the median"
    among: str  # "312 senior postings in Data that pay in USD"
    figures: list[tuple[str, str]]  # quarters in words
    day: date
    assumed: str  # on what the yearly figure rests, if on anything


def standing(facts: PostingFacts, today: date) -> Standing | None:
    """Return nothing for a guide, a posting without base pay, or one with hardly any to compare it with."""
    pay = highest_offer(fact.value for fact in facts.pay if fact.value is not None)
    if pay is None or facts.kind is not Kind.POSTING:
        return None
    steps = _steps(facts, today)
    spreads = search.spreads([plan for _, plan in steps], pay.currency)
    found = [(said, spread) for (said, _), spread in zip(steps, spreads, strict=True)]
    said, spread = next(((said, one) for said, one in found if one.total >= ENOUGH), found[-1])
    if spread.total < FEWEST:
        return None
    low, high = ends(pay)
    return Standing(
        band=_band(low, high, spread, pay_in_words(pay)),
        words=_words((low + high) / 2, spread),
        among=f"{spread.total:,} {said} that pay in {pay.currency}",
        figures=[
            (name, money_in_words(Decimal(amount), pay.currency))
            for name, amount in zip(QUARTERS, spread.quarters, strict=True)
        ],
        day=today,
        assumed="" if pay.period is Period.YEAR else ASSUMED,
    )


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


def _words(middle: float, spread: Spread) -> str:
    lower, median, upper = spread.quarters
    if middle < lower:
        return "In the lowest quarter"
    if middle < median:
        return "Below the median, in the middle half"
    return "Above the median, in the middle half" if middle <= upper else "In the highest quarter"


def _band(low: float, high: float, spread: Spread, words: str) -> dict[str, Any]:
    lower, median, upper = spread.quarters
    end = max(high, upper, 1) * BEYOND
    least, middle, most = (money_in_short(amount, spread.currency) for amount in spread.quarters)
    return {
        "title": f"{words}; half of the others pay {least} to {most}, their median is {middle}",
        "start": 100 * low / end,
        "width": 100 * (high - low) / end,
        "median": 100 * median / end,
        "market_start": 100 * lower / end,
        "market_width": 100 * (upper - lower) / end,
        "from_text": money_in_short(0, spread.currency),
        "to_text": money_in_short(int(round(end, -3)), spread.currency),
    }
