"""What a selection pays, as its page shows it: figures, drawings of them, and nothing of too few postings."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

from postings import search
from postings.bitmaps import LeftOut, PaySpread
from postings.filters.labels import label_of
from postings.models import Place
from postings.query import Plan
from postings.salary import money_in_short, money_in_words
from postings.search import PayFacet, PayReport
from postings.selectors.pay_chart import FEWEST, PayChart, pay_chart
from postings.selectors.rates import Rate, rates_into
from postings.selectors.shown import Band, Shown
from postings.vocabulary import Family, Kind, Level, Term

BEYOND = 1.1  # how far an axis goes beyond the highest figure on it


@dataclass(frozen=True, slots=True)
class GroupPay(Shown):
    """A group's quarters: as they are, in words, and as templates/_components/band.html draws them."""

    label: str
    spread: PaySpread
    quarters: list[str]
    band: Band
    value: str = ""  # of the vocabulary that it is a group of
    guides: str = ""  # the median of the role guides for this group, with how many there are
    overlap: str = ""  # how much of its middle half the group before pays too


@dataclass(frozen=True, slots=True)
class PlacePay(Shown):
    label: str
    spreads: list[PaySpread | None]  # by level; none of too few

    @property
    def cells(self) -> list[str]:
        """Return a median and how many it is of."""
        return [f"{_short(one)} of {one.total:,}" if one else "" for one in self.spreads]


@dataclass(frozen=True, slots=True)
class Conversion(Shown):
    """What is converted, if that was asked for, and what could be."""

    asked: bool
    possible: int  # postings that pay only in a currency that has a rate
    rates: list[tuple[str, date]]  # in words, and of which day they are
    without: list[str]  # currencies that nobody has written a rate down for


@dataclass(frozen=True, slots=True)
class PayPage(Shown):
    total: int
    stated: int
    share: int  # per cent of them that state pay
    currency: str
    in_currency: int
    others: list[tuple[str, int]]
    conversion: Conversion
    left_out: list[str]  # how many are in no figure, and why
    all: GroupPay | None
    chart: PayChart
    table: list[tuple[str, int]]  # the chart's bars in words
    families: list[GroupPay]
    levels: list[GroupPay]
    places: list[PlacePay]
    place_levels: list[str]


def pay_page(plan: Plan, low: int | None, high: int | None, *, today: date, convert: bool = False) -> PayPage:
    """Return the figures of a selection; with `convert`, of those too who pay in other currencies only."""
    report = search.pay_report(plan)
    currency = report.spread.currency
    rates = rates_into(currency, today) if len(report.currencies) > 1 else {}
    conversion = _conversion(report, rates, asked=convert)
    if conversion.asked:
        used = {code: float(rate.buys) for code, rate in rates.items() if code in report.currencies}
        report = search.pay_report(plan, into=currency, rates=used)
    guides = search.pay_report(replace(plan, kind=Kind.GUIDE, text=None))
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
        conversion=conversion,
        left_out=_left_out(report.left_out),
        all=_group("All of them", report.spread, end) if _tells(report.spread) else None,
        chart=chart,
        table=[(bar.title.rpartition(": ")[0], count) for bar, count in _counted(chart, report)],
        families=_groups(Family, report.by_family, end, benchmarks),
        levels=_overlapping(_groups(Level, report.by_level, end, {})),
        places=_places(report, levels),
        place_levels=[level.label for level in levels],
    )


def _conversion(report: PayReport, rates: dict[str, Rate], *, asked: bool) -> Conversion:
    others = {code: count for code, count in report.currencies.items() if code != report.spread.currency}
    used = [rates[code] for code in others if code in rates]
    return Conversion(
        asked=asked and bool(used),
        possible=sum(count for code, count in others.items() if code in rates),
        rates=[(rate.words(report.spread.currency), rate.day) for rate in used],
        without=[code for code in others if code not in rates],
    )


def _left_out(left: LeftOut) -> list[str]:
    said = {
        f"{left.one_end:,} name{'s' if left.one_end == 1 else ''} one end only": left.one_end,
        f"{left.far:,} {'is' if left.far == 1 else 'are'} too far from the others to be true": left.far,
    }
    return [words for words, count in said.items() if count]


def _tells(spread: PaySpread) -> bool:
    return spread.total >= FEWEST


def _counted(chart: PayChart, report: PayReport) -> Any:
    return zip(chart.bars, report.histogram.counts, strict=True)


def _groups(
    terms: type[Term], spreads: dict[Any, PaySpread], end: float, benchmarks: dict[Any, PaySpread]
) -> list[GroupPay]:
    return [
        replace(_group(term.label, spreads[term], end, benchmarks.get(term)), value=term.value)
        for term in terms
        if _tells(spreads[term])
    ]


def _group(label: str, spread: PaySpread, end: float, guides: PaySpread | None = None) -> GroupPay:
    lower, median, upper = spread.quarters
    words = [money_in_words(Decimal(amount), spread.currency) for amount in spread.quarters]
    return GroupPay(
        label=label,
        spread=spread,
        quarters=words,
        band=Band(
            title=f"{label}: the middle half pays {words[0]} to {words[2]}, the median is {words[1]}",
            start=100 * lower / end,
            width=100 * (upper - lower) / end,
            median=100 * median / end,
        ),
        guides=_of_guides(guides),
    )


def _overlapping(groups: list[GroupPay]) -> list[GroupPay]:
    """Say and draw of each level how much of its middle half is also within that of the level before it."""
    return [*groups[:1], *(_beside(before, group) for before, group in pairwise(groups))]


def _beside(before: GroupPay, group: GroupPay) -> GroupPay:
    shared = f"{_shared(before.spread, group.spread)} %"
    band = replace(
        group.band,
        title=f"{group.band.title}; {shared} of that half is within the one of {before.label}",
        market_start=before.band.start,
        market_width=before.band.width,
    )
    return replace(group, overlap=shared, band=band)


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
        PlacePay(names[place], [one if _tells(one := by_level[level]) else None for level in levels])
        for place, by_level in report.by_place.items()
        if place in names
    ]
    return [row for row in rows if any(row.spreads)]


def _short(spread: PaySpread) -> str:
    """Return the median to the thousand, for where there is no room."""
    return money_in_short(round(spread.quarters[1], -3), spread.currency)


HEADER = ["Of", "Which", "Postings", "Currency", "Lower quarter", "Median", "Upper quarter"]


def pay_rows(page: PayPage) -> list[list[str | int]]:
    """Return every figure of the page, a row a group, under HEADER."""
    groups = [("Level", one) for one in page.levels] + [("Family", one) for one in page.families]
    if page.all:
        groups.insert(0, ("All", page.all))
    rows = [_row(of, one.label, one.spread) for of, one in groups]
    for place in page.places:
        for level, spread in zip(page.place_levels, place.spreads, strict=True):
            if spread:
                rows.append(_row("Place and level", f"{place.label}, {level}", spread))
    return rows


def _row(of: str, which: str, spread: PaySpread) -> list[str | int]:
    return [of, which, spread.total, spread.currency, *spread.quarters]
