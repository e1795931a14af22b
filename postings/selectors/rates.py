"""Exchange rates as they were last written down: what a figure that was converted rests on."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from postings.models import ExchangeRate

DOLLAR = "USD"


@dataclass(frozen=True, slots=True)
class Rate:
    """What one unit of a currency buys of another."""

    currency: str
    buys: Decimal
    day: date  # the older of the two on which their rates were written down

    def words(self, into: str) -> str:
        figure = f"{self.buys:,.2f}" if self.buys >= 100 else f"{self.buys:.3g}"
        return f"1 {self.currency} = {figure} {into}"


def rates_into(currency: str, today: date) -> dict[str, Rate]:
    """Return the latest rates of all other currencies; none where this one has none itself."""
    latest = ExchangeRate.objects.filter(day__lte=today).order_by("currency", "-day").distinct("currency")
    known = {rate.currency: (rate.per_dollar, rate.day) for rate in latest}
    known[DOLLAR] = Decimal(1), today
    if currency not in known:
        return {}
    own, written = known.pop(currency)
    return {
        code: Rate(code, own / per_dollar, min(day, written)) for code, (per_dollar, day) in known.items()
    }
