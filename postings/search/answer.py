"""What a question is answered with: one page of postings, how many there are, and what they are like."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from postings.bitmaps import Histogram, LeftOut, PaySpread
from postings.bitmaps.segment import Array
from postings.query import Cursor

Moment = tuple[str, int]  # of the index clock: names of what is published change only when it does
Value = (
    int | str
)  # the number of a company's, place's or skill's row; a word of a vocabulary; an address's key


@dataclass(frozen=True, slots=True)
class Facet:
    """The commonest values of one dimension, and those that are chosen, each with how many have it."""

    counts: dict[Value, int]


@dataclass(frozen=True, slots=True)
class PayFacet:
    """What these pay: in the currency of the question, and how many pay in each."""

    currency: str
    currencies: dict[str, int]
    histogram: Histogram


@dataclass(frozen=True, slots=True)
class PayReport:
    """What some postings pay: all figures in the currency of `spread`, in which most pay."""

    total: int
    stated: int  # of them state pay at all
    currencies: dict[str, int]
    left_out: LeftOut
    histogram: Histogram
    spread: PaySpread
    by_family: dict[Value, PaySpread]
    by_level: dict[Value, PaySpread]
    by_place: dict[int, dict[Value, PaySpread]]  # of the commonest places, and levels there


@dataclass(frozen=True, slots=True)
class Results:
    ids: list[int]
    total: int
    previous: Cursor | None = None
    next: Cursor | None = None
    lost: bool = False  # a cursor was given that belongs to another question
    nearly: tuple[int, ...] = ()  # the best of those that lack one word, where that is worth showing,
    nearly_after: int = 0  # and how many of `ids` are as good or better
    rescued: Mapping[str, str] = field(default_factory=dict)  # words that nobody has, and what was meant


@dataclass(frozen=True, slots=True)
class Everyone:
    moment: Moment
    postings: Array
    total: int  # of which these may be the first


@dataclass(frozen=True, slots=True)
class Answer:
    moment: Moment = field(compare=False)  # two answers are the same whenever they were given
    results: Results
    facets: dict[str, Facet]
    pay: PayFacet
