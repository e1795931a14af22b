"""What a selection pays, as its page shows it: figures, drawings of them, and nothing of too few postings."""

from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import Any

from postings import search
from postings.bitmaps import PaySpread
from postings.filters.labels import label_of
from postings.models import Place
from postings.query import Plan
from postings.salary import money_in_short, money_in_words
from postings.search import PayFacet, PayReport
from postings.selectors.pay_chart import FEWEST, PayChart, pay_chart
from postings.selectors.shown import Shown
from postings.vocabulary import Family, Kind, Level, Term

BEYOND = 1.1  # how far an axis goes beyond the highest figure on it


@dataclass(frozen=True, slots=True)
class GroupPay(Shown):
    """A group's quarters: in words, and as templates/_components/band.html draws them."""

    label: str
    count: int
    quarters: list[str]
    band: dict[str, Any]
    guides: str = ""  # the median of the role guides for this group, with how many there are
    overlap: str = ""  # how much of its middle half the group before pays too


@dataclass(frozen=True, slots=True)
class PlacePay(Shown):
    label: str
    cells: list[str]  # a median and how many it is of, by level; empty for too few


@dataclass(frozen=True, slots=True)
class PayPage(Shown):
    total: int
    stated: int
    share: int  # per cent of them that state pay
    currency: str
    in_currency: int
    others: list[tuple[str, int]]
    all: GroupPay | None
    chart: PayChart
    table: list[tuple[str, int]]  # the chart's bars in words
    families: list[GroupPay]
    levels: list[GroupPay]
    places: list[PlacePay]
    place_levels: list[str]


def pay_page(plan: Plan, low: int | None, high: int | None) -> PayPage:
    report = search.pay_report(plan)
    guides = search.pay_report(replace(plan, kind=Kind.GUIDE, text=None))
    currency = report.spread.currency
    chart = pay_chart(PayFacet(currency, report.currencies, report.histogram), low, high)
    spreads = [report.spread, *report.by_family.values(), *report.by_level.values()]
    end = max((one.quarters[2] for one in spreads if one.total >= FEWEST), default=1) * BEYOND
    benchmarks = guides.by_family if guides.spread.currency == currency else {}
    levels = [level for level in Level if _tells(report.by_level[level])]
    return PayPage(
        total=report.total,
        stated=report.stated,
        share=round(100 * report.stated / report.total) if report.total else 0,
        currency=currency,
        in_currency=report.spread.total,
        others=[(code, count) for code, count in report.currencies.items() if code != currency],
        all=_group("All of them", report.spread, end) if _tells(report.spread) else None,
        chart=chart,
        table=[(bar.title.rpartition(": ")[0], count) for bar, count in _counted(chart, report)],
        families=_groups(Family, report.by_family, end, benchmarks),
        levels=_overlapping(_groups(Level, report.by_level, end, {}), report),
        places=_places(report, levels),
        place_levels=[level.label for level in levels],
    )


def _tells(spread: PaySpread) -> bool:
    return spread.total >= FEWEST


def _counted(chart: PayChart, report: PayReport) -> Any:
    return zip(chart.bars, report.histogram.counts, strict=True)


def _groups(
    terms: type[Term], spreads: dict[Any, PaySpread], end: float, benchmarks: dict[Any, PaySpread]
) -> list[GroupPay]:
    return [
        _group(term.label, spreads[term], end, benchmarks.get(term))
        for term in terms
        if _tells(spreads[term])
    ]


def _group(label: str, spread: PaySpread, end: float, guides: PaySpread | None = None) -> GroupPay:
    lower, median, upper = spread.quarters
    words = [money_in_words(Decimal(amount), spread.currency) for amount in spread.quarters]
    return GroupPay(
        label=label,
        count=spread.total,
        quarters=words,
        band={
            "title": f"{label}: the middle half pays {words[0]} to {words[2]}, the median is {words[1]}",
            "start": 100 * lower / end,
            "width": 100 * (upper - lower) / end,
            "median": 100 * median / end,
        },
        guides=_of_guides(guides),
    )


def _overlapping(groups: list[GroupPay], report: PayReport) -> list[GroupPay]:
    """Say of each level how much of its middle half is also within that of the level before it."""
    spreads = [spread for level in Level if _tells(spread := report.by_level[level])]
    shares = ["", *(f"{_shared(before, spread)} %" for before, spread in pairwise(spreads))]
    return [replace(group, overlap=share) for group, share in zip(groups, shares, strict=False)]


def _shared(before: PaySpread, spread: PaySpread) -> int:
    lower, _, upper = spread.quarters
    common = min(upper, before.quarters[2]) - max(lower, before.quarters[0])
    if upper == lower:
        return 100 if common >= 0 else 0
    return round(100 * max(common, 0) / (upper - lower))


def _of_guides(spread: PaySpread | None) -> str:
    if spread is None or not spread.total:
        return ""
    guides = f"{spread.total} role guide{'s' if spread.total > 1 else ''}"
    return f"{_short(spread)} in {guides}"


def _places(report: PayReport, levels: list[Level]) -> list[PlacePay]:
    names = {place.pk: label_of(place) for place in Place.objects.filter(pk__in=report.by_place)}
    rows = [
        PlacePay(names[place], [_cell(by_level[level]) for level in levels])
        for place, by_level in report.by_place.items()
        if place in names
    ]
    return [row for row in rows if any(row.cells)]


def _cell(spread: PaySpread) -> str:
    if not _tells(spread):
        return ""
    return f"{_short(spread)} of {spread.total:,}"


def _short(spread: PaySpread) -> str:
    """Return the median to the thousand, for where there is no room."""
    return money_in_short(round(spread.quarters[1], -3), spread.currency)
