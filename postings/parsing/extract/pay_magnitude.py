"""How large pay is, by currency and period. Nothing is ever converted with this: it only tells an hour's wage
from a year's, and both from a sum that is no pay at all.
"""

from decimal import Decimal

from postings.vocabulary import Period

# How many units of a currency buy a wage as one dollar does, to the nearest handful.
UNITS = {
    code: size
    for size, codes in (
        (1, "$ USD EUR GBP CAD AUD NZD SGD CHF"),
        (3, "ILS AED SAR QAR MYR BRL PEN"),
        (4, "PLN RON BGN"),
        (8, "DKK CNY HKD ZAR MAD GHS"),
        (10, "kr SEK NOK MXN"),
        (20, "CZK TRY UAH PHP INR THB TWD EGP"),
        (60, "PKR KES BDT JPY UYU RSD"),
        (130, "ISK LKR"),
        (400, "HUF CRC NGN ARS CLP"),
        (1_000, "KRW COP"),
        (9_000, "IDR VND"),
    )
    for code in codes.split()
}
# From and to, in units, what a job pays; outside of it a period was misread or the sum is no pay.
PLAUSIBLE = {
    Period.HOUR: (3, 600),
    Period.DAY: (20, 4_000),
    Period.WEEK: (80, 15_000),
    Period.BIWEEK: (150, 25_000),
    Period.MONTH: (250, 70_000),
    Period.YEAR: (5_000, 3_000_000),
}
HOURLY = (7, 200)  # narrower, where no word says the period
MONTHLY = (1_000, 10_500)
YEARLY = 12_000
PAID_BY_THE_YEAR = (
    "USD",
    "$",
    "GBP",
    "CAD",
    "AUD",
    "NZD",
)  # where "$5,000" is as often a bonus as a month's pay


def in_units(amount: Decimal, currency: str) -> Decimal:
    return amount / UNITS.get(currency, 1)


def is_plausible(amount: Decimal, currency: str, period: Period) -> bool:
    """A currency of unknown size can pay anything: its period must be said."""
    least, most = PLAUSIBLE[period]
    return currency not in UNITS or least <= in_units(amount, currency) <= most


def period_by_magnitude(low: Decimal, high: Decimal, currency: str, salary: bool = False) -> Period | None:
    """Return the only period in which such a range is pay; None where two would do ("9,000", "400").

    `salary` says that the text calls it one.
    """
    if currency not in UNITS:
        return None
    least, most = in_units(low, currency), in_units(high, currency)
    if least >= YEARLY and most <= PLAUSIBLE[Period.YEAR][1]:
        return Period.YEAR
    if HOURLY[0] <= least and most <= HOURLY[1]:
        return Period.HOUR
    if MONTHLY[0] <= least and most <= MONTHLY[1] and (salary or currency not in PAID_BY_THE_YEAR):
        return Period.MONTH
    return None
