"""What a selection pays: the figures of the pay page."""

from typing import Any

from django.http import HttpRequest

from postings.api.own_parameters import CONVERT
from postings.api.parameters import FILTERS, asked
from postings.bitmaps import PaySpread
from postings.selectors.pay_page import GroupPay, PayPage, pay_page
from postings.views.page import pay_range

PAY = (*(one for one in FILTERS if one.name != "sort"), CONVERT)
Json = dict[str, Any]


def pay(request: HttpRequest) -> Json:
    question = asked(request, PAY)
    filters, convert = question.filters, question.values.get("convert", False)
    page = pay_page(filters.plan, *pay_range(filters), today=filters.today, convert=convert)
    return _figures(page) | {"notes": question.notes}


def _figures(page: PayPage) -> Json:
    return {
        "total": page.total,
        "stated": page.stated,
        "currency": page.currency,
        "in_currency": page.in_currency,
        "other_currencies": dict(page.others),
        "converted": page.conversion.asked,
        "rates": [{"rate": words, "day": day.isoformat()} for words, day in page.conversion.rates],
        "without_rate": page.conversion.without,
        "left_out": page.left_out,
        "all": page.all and _spread(page.all.spread),
        "levels": [_group(one) for one in page.levels],
        "families": [_group(one) for one in page.families],
        "places": [
            {
                "place": place.label,
                "levels": [
                    {"level": level, "spread": spread and _spread(spread)}
                    for level, spread in zip(page.place_levels, place.spreads, strict=True)
                ],
            }
            for place in page.places
        ],
    }


def _group(group: GroupPay) -> Json:
    return {
        "value": group.value,
        "label": group.label,
        "spread": _spread(group.spread),
        "guides": group.guides,
    }


def _spread(spread: PaySpread) -> Json:
    lower, median, upper = spread.quarters
    return {"postings": spread.total, "lower_quarter": lower, "median": median, "upper_quarter": upper}
