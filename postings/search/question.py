"""One question asked of one state of the index: every set that it needs, found once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property

import numpy as np
from pyroaring import BitMap

from postings.bitmaps import Edge, Offers, Paid, PaySpread, code_of, in_order, page_of, value_of
from postings.bitmaps.library import numbers_of
from postings.bitmaps.segment import Array
from postings.query import VOCABULARIES, Cursor, Plan
from postings.query.plan import Chosen, Node, Order, Pay, asks_for_pay
from postings.scopes import SCOPES
from postings.search.answer import Everyone, Facet, PayFacet, PayReport, Results
from postings.search.index import Index
from postings.search.matching import Matching
from postings.search.meanings import Meanings, meanings_of
from postings.search.nearness import NOBODY, Near, near
from postings.search.ranking import ranked
from postings.search.rescue import rescued
from postings.vocabulary import QUALITIES

MANY = ("company", "place", "skill")  # dimensions with more values than a page can show
WORDS: Mapping[str, Iterable[str]] = {**VOCABULARIES, "remote": SCOPES, "quality": QUALITIES}
FEW = {  # dimensions with few values: what the index knows each word as
    dimension: {word: value_of(code_of(dimension, word)) for word in words}
    for dimension, words in WORDS.items()
}
MOST_VALUES = 20
MOST_NEAR = 5
PLACES = 8  # whose pay is told apart in a report
PAY_STATED = "pay:stated"
NO_CURRENCY = "USD"  # where nobody pays anything, any will do


class Question:
    """A plan and the sets that its parts leave, each found once."""

    def __init__(self, index: Index, plan: Plan, meanings: Meanings) -> None:
        self.index, self.library, self.plan, self.meanings = index, index.library, plan, meanings
        self.matching = Matching(index, meanings, self._currency_of)
        self.text = plan.text
        self.rescued: dict[str, str] = {}
        if plan.text:
            self._rescue(plan.text)
        self._currency = ""
        self._within = self.library.live & self.library.having(code_of("kind", plan.kind))
        self._by_dimension: dict[str, BitMap] = {}
        for condition in sorted(plan.conditions, key=lambda one: one.dimension == "pay"):
            found = self.matching.entries(condition, self._within)
            known = self._by_dimension.get(condition.dimension)
            self._by_dimension[condition.dimension] = found if known is None else known & found
        self.found = self._with_text(self._meeting(""))

    def _rescue(self, text: Node) -> None:
        """Put what was meant in place of words that nobody has, with all that it means."""
        self.text, self.rescued = rescued(self.matching, text)
        if self.rescued:
            self.meanings = meanings_of(replace(self.plan, text=self.text))
            self.matching = replace(self.matching, meanings=self.meanings)

    def results(self, limit: int, after: Cursor | None, before: Cursor | None) -> Results:
        given = after or before
        mine = given is None or given.mark == self.plan.mark
        if not mine:
            after = before = None
        page = page_of(
            self.library,
            self.found,
            self._keys(),
            limit=limit,
            after=_edge(after),
            before=_edge(before),
        )
        near = NOBODY if given else self._near()
        return Results(
            ids=self._postings(page.numbers),
            total=len(self.found),
            previous=self._cursor(page.edges[0]) if page.edges and page.before else None,
            next=self._cursor(page.edges[-1]) if page.edges and page.after else None,
            lost=not mine,
            nearly=self._best(near.entries),
            nearly_after=near.after,
            rescued=self.rescued,
        )

    def everyone(self) -> Everyone:
        """Return all postings that are found, in the order of the pages."""
        found = self.library.column("posting")[in_order(self.library, self.found, self._keys())]
        return Everyone(self.index.moment, found, len(found))

    def published_between(self, after: int, until: int, limit: int) -> Everyone:
        """Return the newest of those that were published first after one moment, up to another."""
        numbers = numbers_of(self.found)
        times = self.library.published(numbers)
        inside = (times > after) & (times <= until)
        newest = numbers[inside][np.argsort(-times[inside], kind="stable")]
        return Everyone(self.index.moment, self.library.column("posting")[newest[:limit]], len(newest))

    def facets(
        self, most: Mapping[str, int], also: Mapping[str, Sequence[int]], since: Mapping[str, date]
    ) -> dict[str, Facet]:
        return {
            **({"posted": self._posted(since)} if since else {}),
            **{dimension: self._few(dimension) for dimension in FEW},
            **{
                dimension: self._many(dimension, most.get(dimension, MOST_VALUES), also.get(dimension, ()))
                for dimension in MANY
            },
        }

    def pay(self) -> PayFacet:
        currency = self._currency or next(iter(self._currencies), "")
        return PayFacet(currency, self._currencies, self._offers.histogram(currency or NO_CURRENCY))

    def spread(self, currency: str) -> PaySpread:
        return Paid(self.library, self.found, currency).spread()

    def report(self, into: str, rates: Mapping[str, float]) -> PayReport:
        """Return what those that are found pay, in the currency of most of them, and by what they are.

        Or converted `into` another, by what one unit of each currency buys of it.
        """
        currencies = dict(Offers(self.library, self.found).currencies())
        currency = into or self._currency or next(iter(currencies), NO_CURRENCY)
        paid = Paid(self.library, self.found, currency, rates)
        places = self.index.counter.most_frequent(self.found, "place", PLACES)
        by_place = {place: paid.among(self.library.having(code_of("place", place))) for place, _ in places}
        by_level = {level: paid.among(self.library.having(code_of("level", level))) for level in FEW["level"]}
        return PayReport(
            total=len(self.found),
            stated=len(self.found & self.library.having(code_of("quality", PAY_STATED))),
            currencies=currencies,
            left_out=paid.left_out,
            histogram=paid.histogram(),
            spread=paid.spread(),
            by_family={
                family: paid.of(paid.among(self.library.having(code_of("family", family))))
                for family in FEW["family"]
            },
            by_level={level: paid.of(inside) for level, inside in by_level.items()},
            by_place={
                place: {level: paid.of(there & inside) for level, inside in by_level.items()}
                for place, there in by_place.items()
            },
        )

    @cached_property
    def _offers(self) -> Offers:
        return Offers(self.library, self.without("pay"))

    @cached_property
    def _currencies(self) -> dict[str, int]:
        return dict(self._offers.currencies())

    def without(self, dimension: str) -> BitMap:
        """Return what the question finds when it ignores one dimension."""
        if dimension not in self._by_dimension:
            return self.found
        return self._with_text(self._meeting(dimension))

    def _near(self) -> Near:
        by_relevance = self.plan.order is Order.RELEVANCE
        return near(self.matching, self.text, self._meeting(""), self.found, by_relevance=by_relevance)

    def _best(self, entries: BitMap) -> tuple[int, ...]:
        """Return the postings of the best few, by relevance."""
        if not entries or not self.text:
            return ()
        page = page_of(self.library, entries, ranked(self.matching, self.text, entries), limit=MOST_NEAR)
        return tuple(self._postings(page.numbers))

    def _postings(self, numbers: Sequence[int]) -> list[int]:
        return [int(posting) for posting in self.library.column("posting")[list(numbers)]]

    def _few(self, dimension: str) -> Facet:
        each = self.index.counter.of_each(self.without(dimension), dimension)
        return Facet({word: each.get(value, 0) for word, value in FEW[dimension].items()})

    def _posted(self, since: Mapping[str, date]) -> Facet:
        within, having = self.without("posted"), self.library.posted_since
        return Facet(
            {key: within.intersection_cardinality(having(day.toordinal())) for key, day in since.items()}
        )

    def _many(self, dimension: str, most: int, also: Sequence[int]) -> Facet:
        within, counter = self.without(dimension), self.index.counter
        chosen = next((one for one in self.plan.conditions if one.dimension == dimension), None)
        counted, rows = dimension, list(also)
        if isinstance(chosen, Chosen):
            counted = chosen.strength or dimension
            rows += [value for value in self.meanings.values(chosen) if isinstance(value, int)]
        frequent = counter.most_frequent(within, counted, most)
        return Facet(dict([*frequent, *counter.chosen(within, counted, rows).items()]))

    def _meeting(self, ignored: str) -> BitMap:
        """Return what meets all conditions but those of one dimension, the smallest sets first."""
        sets = [found for dimension, found in self._by_dimension.items() if dimension != ignored]
        within = self._within
        for found in sorted(sets, key=len):
            within = within & found
        return within

    def _with_text(self, within: BitMap) -> BitMap:
        return self.matching.entries(self.text, within) if self.text else within

    def _currency_of(self, pay: Pay) -> str:
        """Return the currency of a range that names none: the one in which most of the others pay."""
        self._currency = pay.currency or self._currency or self._commonest()
        return self._currency

    def _commonest(self) -> str:
        """Ask those who meet all else; the words too, unless it is they who ask for pay."""
        within = self._meeting("pay")
        if self.text and not asks_for_pay(self.text):
            within = self.matching.entries(self.text, within)
        found = Offers(self.library, within).currencies()
        return found[0][0] if found else NO_CURRENCY

    def _keys(self) -> Array:
        orders = self.index.orders
        match self.plan.order:
            case Order.RELEVANCE if self.text:
                return ranked(self.matching, self.text, self.found)
            case Order.PAY_HIGH | Order.PAY_LOW:
                currency = self._currency or next(iter(self._currencies), NO_CURRENCY)
                return orders.by_pay(currency, highest=self.plan.order is Order.PAY_HIGH)
            case Order.EXPERIENCE:
                return orders.by_years()
            case _:
                return orders.newest()

    def _cursor(self, edge: Edge) -> Cursor:
        return Cursor(self.plan.mark, *edge)


def _edge(cursor: Cursor | None) -> Edge | None:
    return Edge(cursor.key, cursor.published, cursor.public_id) if cursor else None
