"""Answer a Plan: exactly, as of this moment, from the index of this process.

The order is total: a key that the plan's order gives, then the newest first, then the public id. A page is
found by the values at its edge, so a posting that is published meanwhile neither repeats nor skips another.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import count
from types import MappingProxyType
from typing import Any, TypeVar

from postings.bitmaps import PaySpread
from postings.query import Cursor, Plan
from postings.search.answer import Answer, Everyone, PayReport
from postings.search.index import current_index
from postings.search.meanings import meanings_of
from postings.search.question import Question
from postings.search.words import AnotherEpoch

NOTHING: Mapping[str, Any] = MappingProxyType({})
T = TypeVar("T")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
ATTEMPTS = 3  # to find the index in one piece while it is being replaced


def run(
    plan: Plan,
    *,
    limit: int,
    after: Cursor | None = None,
    before: Cursor | None = None,
    most: Mapping[str, int] = NOTHING,
    also: Mapping[str, Sequence[int]] = NOTHING,
    since: Mapping[str, date] = NOTHING,
) -> Answer:
    """Return one page of the answer, with everything that is counted beside it.

    Of dimensions with many values, the commonest 20 are counted, or `most` of them, those that are chosen,
    and those that `also` names; under the facet "posted", who was posted on each day of `since` or later.
    """

    def answer(question: Question) -> Answer:
        return Answer(
            moment=question.index.moment,
            results=question.results(limit, after, before),
            facets=question.facets(most, also, since),
            pay=question.pay(),
        )

    return _asked(plan, answer)


def everyone(plan: Plan) -> Everyone:
    """Return all postings that answer a question, in order: eight bytes each.

    Raises SeesThePast in a transaction whose picture of the database is older than the index.
    """
    return _asked(plan, lambda question: question.everyone(), backwards=False)


def published_between(plan: Plan, after: datetime, until: datetime, *, limit: int = 0) -> Everyone:
    """Return the newest that answer a question of those that were published first in this time."""
    between = _microseconds(after), _microseconds(until)
    return _asked(plan, lambda question: question.published_between(*between, limit))


def _microseconds(moment: datetime) -> int:
    return (moment - EPOCH) // timedelta(microseconds=1)


def totals(plans: Sequence[Plan]) -> list[int]:
    """Return how many postings answer each question."""
    if not plans:
        return []
    return _all_asked(plans, lambda questions: [len(question.found) for question in questions])


def published_with(dimension: str, rows: Sequence[int]) -> dict[int, int]:
    """Return how many published postings have each of these companies, places or skills."""
    with current_index() as index:
        counts = index.counter.chosen(index.library.live, dimension, list(rows))
    return {row: counts.get(row, 0) for row in rows}


def spread(plan: Plan, currency: str) -> PaySpread:
    """Return what the postings that answer a question pay in a currency."""
    return _asked(plan, lambda question: question.spread(currency))


def pay_report(plan: Plan, *, into: str = "", rates: Mapping[str, float] = NOTHING) -> PayReport:
    """Return what the postings that answer a question pay, all and by what they are.

    With `rates`, the pay of those in other currencies is converted: what one unit of each buys of `into`.
    """
    return _asked(plan, lambda question: question.report(into, rates))


def _asked(plan: Plan, answer: Callable[[Question], T], *, backwards: bool = True) -> T:
    return _all_asked([plan], lambda questions: answer(questions[0]), backwards=backwards)


def _all_asked(
    plans: Sequence[Plan], answer: Callable[[Sequence[Question]], T], *, backwards: bool = True
) -> T:
    """Ask the plans' questions of the index as of now; begin again if it is replaced meanwhile."""
    meanings = meanings_of(*plans)
    for attempt in count(1):
        try:
            with current_index(backwards=backwards) as index:
                return answer([Question(index, plan, meanings) for plan in plans])
        except AnotherEpoch:
            if attempt == ATTEMPTS:
                raise
    raise AssertionError
