"""What a page says in numbers, from whichever side, so that two sides can be held against each other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from postings.bitmaps import Histogram
from postings.query import Order, Plan
from postings.search.answer import Answer

Counts = Mapping[Any, int]  # by value: a row, a word of a vocabulary, a currency


@dataclass(frozen=True, slots=True)
class Figures:
    total: int
    ids: tuple[int, ...] | None  # None where they are ranked by words: there is no second opinion on that
    facets: dict[str, Counts]
    currency: str
    currencies: Counts
    histogram: Histogram


def figures_of(plan: Plan, answer: Answer) -> Figures:
    return Figures(
        total=answer.results.total,
        ids=None if is_ranked(plan) else tuple(answer.results.ids),
        facets={dimension: facet.counts for dimension, facet in answer.facets.items()},
        currency=answer.pay.currency,
        currencies=answer.pay.currencies,
        histogram=answer.pay.histogram,
    )


def is_ranked(plan: Plan) -> bool:
    return plan.order is Order.RELEVANCE and plan.text is not None


def differences(ours: Figures, theirs: Figures) -> list[str]:
    """Say where the two are not the same, ours first."""
    return list(_differences(ours, theirs))


def _differences(ours: Figures, theirs: Figures) -> Iterator[str]:
    for name in ("total", "ids", "currency", "histogram"):
        if getattr(ours, name) != getattr(theirs, name):
            yield f"{name}: {getattr(ours, name)} but {getattr(theirs, name)}"
    yield from _counted("currencies", ours.currencies, theirs.currencies)
    for dimension in sorted(ours.facets.keys() | theirs.facets.keys()):
        if dimension in ours.facets and dimension in theirs.facets:
            yield from _counted(dimension, ours.facets[dimension], theirs.facets[dimension])
        else:
            yield f"{dimension}: counted by {'us' if dimension in ours.facets else 'the oracle'} alone"


def _counted(what: str, ours: Counts, theirs: Counts) -> Iterator[str]:
    for value in dict.fromkeys((*ours, *theirs)):
        if ours.get(value) != theirs.get(value):
            yield f"{what} {value}: {ours.get(value)} but {theirs.get(value)}"
