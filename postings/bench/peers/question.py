"""A plan in the terms of an engine: words that must be there, numbers of values, ranges.

Only what the mix asks is understood: words and phrases that must all hold, and conditions beside them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from postings.bench.figures import Figures
from postings.bench.peers.documents import FOREVER
from postings.bitmaps import code_of, value_of
from postings.query import All, Chosen, Node, Open, Order, Pay, Phrase, Plan, Word, Years
from postings.search.meanings import meanings_of
from postings.vocabulary import Kind

Phrases = list[tuple[str, ...]]  # of one word each, mostly


@dataclass(frozen=True, slots=True)
class Question:
    kind: int
    words: Phrases
    values: dict[str, list[int]] = field(default_factory=dict)  # any of them, by dimension
    pay: Pay | None = None
    years: Years | None = None
    open_on: int = FOREVER
    order: Order = Order.RELEVANCE
    currency: str = "USD"  # what the histogram and an order by pay are in
    width: int = 10_000  # of the histogram's bins

    @property
    def own(self) -> list[str]:
        """The dimensions that are counted without their own condition."""
        return [*self.values, *(["pay"] if self.pay else [])]


def question_of(plan: Plan, figures: Figures) -> Question:
    """Put a plan into an engine's terms; what the core has found out about currency and bins is given."""
    meanings = meanings_of(plan)
    found: dict[str, object] = {}
    values: dict[str, list[int]] = {}
    for one in plan.conditions:
        match one:
            case Chosen(dimension):
                codes = [code_of(dimension, value) for value in meanings.values(one)]
                values[dimension] = [value_of(code) for code in codes]
            case Pay():
                found["pay"] = one
            case Years():
                found["years"] = one
            case Open(on):
                found["open_on"] = on.toordinal()
            case _:
                raise ValueError(f"no peer understands {one}")
    return Question(
        kind=value_of(code_of("kind", plan.kind or Kind.POSTING)),
        words=list(_words(plan.text)),
        values=values,
        order=plan.order,
        currency=figures.currency or "USD",
        width=figures.histogram.width or 10_000,
        **found,  # type: ignore[arg-type]
    )


def _words(node: Node | None) -> Iterator[tuple[str, ...]]:
    match node:
        case None:
            return
        case Word(stems):
            yield (stems[0],)
        case Phrase(words):
            yield tuple(word.stems[0] for word in words)
        case All(nodes):
            for one in nodes:
                yield from _words(one)
        case _:
            raise ValueError(f"no peer understands {node}")
