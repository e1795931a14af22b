"""Pay levels by country, and how a sum is written there."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from postings.library.banks import HERE
from postings.library.phrases import spread
from postings.parsing.lexicon import Place, load_countries, load_places
from postings.parsing.lexicon.tables import read_rows
from postings.vocabulary import Period

COLUMNS = ("country", "level", "rate", "step", "sign", "digits", "period", "share")
IN_DOLLARS = {"AR", "CO"}  # remote work there is offered in dollars, the local currencies being unsteady
IN_EUROS = {"HU", "RO"}
SEPARATORS = {"comma": ",", "dot": ".", "space": "\u00a0"}


@dataclass(frozen=True, slots=True)
class Market:
    country: str
    currency: str
    level: float
    rate: float
    step: int
    sign: str
    digits: str
    period: Period
    share: float
    places: tuple[Place, ...]  # each as often as it is hired for

    def write(self, sum_: Decimal) -> str:
        """`$1,234.50`, `1.234 €`, `₹12,34,000`."""
        whole, _, cents = str(sum_).partition(".")
        if self.digits == "indian" and len(whole) > 3:
            head, tail = whole[:-3], whole[-3:]
            pairs = [head[max(0, end - 2) : end] for end in range(len(head), 0, -2)][::-1]
            number = ",".join([*pairs, tail])
        else:
            number = f"{int(whole):,}".replace(",", SEPARATORS.get(self.digits, ","))
        if cents:
            number += ("," if self.digits in {"dot", "space"} else ".") + cents
        return number + self.sign if self.sign.startswith(" ") else self.sign + number


@cache
def markets() -> dict[str, Market]:
    found: dict[str, Market] = {}
    for row in read_rows(HERE / "markets.tsv", COLUMNS):
        country, level, rate, step, _, digits, period, share = row.cells
        found[country] = Market(
            country=country,
            currency=_currency(country),
            level=float(level),
            rate=float(rate),
            step=int(step),
            sign=SIGNS[country],
            digits=digits,
            period=Period(period),
            share=float(share),
            places=_places(country),
        )
    return found


def _currency(country: str) -> str:
    if country in IN_DOLLARS:
        return "USD"
    return "EUR" if country in IN_EUROS else load_countries()[country].currency


def _places(country: str) -> tuple[Place, ...]:
    here = [place for place in load_places().values() if place.country == country]
    return spread(here, [place.weight for place in here], grain=1024)


def _signs() -> dict[str, str]:
    """Signs as they stand in the file: the blanks around them count, which `read_rows` trims."""
    lines = (HERE / "markets.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {cells[0]: cells[4] for cells in rows[1:]}


SIGNS = _signs()


@cache
def market_table() -> tuple[Market, ...]:
    every = tuple(markets().values())
    return spread(every, [market.share for market in every], grain=512)
