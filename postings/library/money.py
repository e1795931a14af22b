"""Believable pay for a role, a level and a country, and the words in which it is offered."""

from dataclasses import dataclass
from decimal import Decimal

from postings.facts import Pay
from postings.library.markets import Market
from postings.library.phrases import Draw, pick
from postings.vocabulary import Basis, Level, Period

Words = dict[str, tuple[str, ...]]
BY_LEVEL = {
    Level.INTERN: 0.42, Level.ENTRY: 0.72, Level.MID: 1.0, Level.SENIOR: 1.27, Level.LEAD: 1.42,
    Level.PRINCIPAL: 1.58, Level.MANAGER: 1.4, Level.HEAD: 1.68, Level.DIRECTOR: 1.8, Level.VP: 2.2,
    Level.EXECUTIVE: 2.7,
}  # fmt: skip
HOURS, DAYS = 2080, 220
HOURLY = {"US", "GB", "CA", "AU", "IE", "NZ"}
HOURLY_BELOW = 58_000  # a year's dollars under which pay is quoted by the hour there
BY_DAY = {"GB", "FR", "NL", "BE", "DE"}
SMALL = 0.5  # step of an hour's pay
DASHES = (" – ", " – ", " - ", "–", " to ")
NO_THOUSANDS = {Period.HOUR, Period.DAY}


@dataclass(frozen=True, slots=True)
class Offer:
    """A band, its words, and the words of whom or where it is for."""

    pay: Pay
    words: str


def yearly(base: float, level: Level, market: Market, factor: float) -> float:
    """Dollars a year in that market."""
    return base * 1000 * BY_LEVEL[level] * market.level * factor


def quoted_period(dollars: float, market: Market, contract: bool) -> Period:
    if contract and market.country in BY_DAY:
        return Period.DAY
    if market.country in HOURLY and (contract or dollars < HOURLY_BELOW * market.level):
        return Period.HOUR
    return market.period


def band(dollars: float, market: Market, period: Period, draw: Draw) -> tuple[Decimal, Decimal]:
    middle = dollars * market.rate
    low = middle * (0.86 + 0.07 * draw())
    high = middle * (1.05 + 0.13 * draw())
    if period is Period.HOUR:
        bottom = _hourly(low / HOURS)
        return _alike(bottom, max(_hourly(high / HOURS), bottom + 1))
    if period is Period.DAY:
        return _rounded(low / DAYS, 10), _rounded(high / DAYS, 10) + 10
    if period is Period.MONTH:
        step = max(1, market.step // 5) if market.period is Period.YEAR else market.step
        return _rounded(low / 12, step), _rounded(high / 12, step) + step
    return _rounded(low, market.step), max(
        _rounded(high, market.step), _rounded(low, market.step) + market.step
    )


def _rounded(sum_: float, step: int) -> Decimal:
    return Decimal(max(step, round(sum_ / step) * step))


def _hourly(sum_: float) -> Decimal:
    halves = round(sum_ / SMALL)
    return Decimal(halves // 2) if halves % 2 == 0 else Decimal(f"{halves // 2}.50")


def _alike(low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
    """Both ends with cents, or neither."""
    cents = Decimal("0.01")
    whole = low == low.to_integral() and high == high.to_integral()
    return (low, high) if whole else (low.quantize(cents), high.quantize(cents))


def offer(
    low: Decimal, high: Decimal, market: Market, period: Period, words: Words, draw: Draw, scope: str = "",
    basis: Basis = Basis.BASE,
) -> Offer:  # fmt: skip
    """A band with two ends, as that country and this document write it."""
    suffix = pick(words[period.value], draw)
    dash = pick(DASHES, draw)
    if words["and"][0] != "and" and dash == " to ":
        dash = " – "
    brief = (
        draw() < 0.22
        and market.digits == "comma"
        and period is Period.YEAR
        and low % 1000 == 0 == high % 1000
    )
    if brief and market.step == 1000:
        ends = [market.write(end / 1000) + "k" for end in (low, high)]
    else:
        ends = [market.write(end) for end in (low, high)]
    text = dash.join(ends) + _tail(suffix)
    return Offer(Pay(low, high, market.currency, period, basis, False, scope), text)


def open_offer(top: Decimal, market: Market, period: Period, words: Words, draw: Draw, upward: bool) -> Offer:
    """ "From 50,000" (`upward`) or "up to 60,000"."""
    suffix = pick(words[period.value], draw)
    lead = pick(words["from" if upward else "upto"], draw)
    text = f"{lead} {market.write(top)}" + _tail(suffix)
    low, high = (top, None) if upward else (None, top)
    return Offer(Pay(low, high, market.currency, period, Basis.BASE, upward), text)


def _tail(suffix: str) -> str:
    """ " a year", "/hr", or nothing where the document leaves the period to be understood (`-`)."""
    return "" if suffix == "-" else suffix if suffix.startswith("/") else " " + suffix
