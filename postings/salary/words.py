"""A pay band or a range of years in, the words for it out."""

from decimal import Decimal

from postings.facts import Pay, Years
from postings.vocabulary import Basis, Period

SIGNS = {"USD": "$", "GBP": "£", "EUR": "€", "INR": "₹", "JPY": "¥"}


def pay_in_words(pay: Pay) -> str:
    """Return "$190,000 – $250,000" for a year's base pay; any other period or basis is said."""
    words = _amounts(pay)
    if pay.period is not Period.YEAR:
        words = f"{words} {pay.period.label}"
    if pay.basis is not Basis.BASE:
        words = f"{words} ({pay.basis.label.lower()})"
    return words


def _amounts(pay: Pay) -> str:
    low, high = (None if sum_ is None else money_in_words(sum_, pay.currency) for sum_ in (pay.min, pay.max))
    if low and high:
        return low if low == high else f"{low} – {high.removeprefix(f'{pay.currency} ')}"  # a code once
    if low:
        return f"from {low}" if pay.open_top else low
    return f"up to {high}"


def money_in_words(amount: Decimal, currency: str) -> str:
    figures = f"{amount:,.0f}" if amount == amount.to_integral_value() else f"{amount:,.2f}"
    sign = SIGNS.get(currency)
    return f"{sign}{figures}" if sign else f"{currency} {figures}"


def money_in_short(amount: int, currency: str) -> str:
    """Return "$150k": for the ends of an axis, where there is no room for all figures."""
    for size, letter in ((1_000_000, "m"), (1_000, "k")):
        if amount >= size:
            return f"{SIGNS.get(currency, f'{currency} ')}{amount / size:g}{letter}"
    return f"{SIGNS.get(currency, f'{currency} ')}{amount}"


def years_in_words(years: Years) -> str:
    """Return "10+ years", "3–5 years" or "up to 2 years"; half years keep their half."""
    low, high = (None if bound is None else f"{bound.normalize():f}" for bound in (years.min, years.max))
    if low and high and low != high:
        return f"{low}–{high} years"
    if low and not high:
        return f"{low}+ year{'' if low == '1' else 's'}"
    if not low:
        return f"up to {high} year{'' if high == '1' else 's'}"
    return f"{low} year{'' if low == '1' else 's'}"
