"""A question about the library as one frozen value: the same question is the same value.

Filters and search text make it, `postings.search.run` answers it, and nothing else about a page decides
what is on it. It names things as addresses do (slugs, codes, days), so it can be made without a database.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from postings.vocabulary import Kind, Term


class Zone(Term):
    """Where in a posting a word must stand."""

    ANY = "", "Anywhere"
    TITLE = "title", "Title"
    REQUIRED = "required", "Requirements"
    PREFERRED = "preferred", "Preferred requirements"


class Order(Term):
    RELEVANCE = "relevance", "Relevance"
    NEWEST = "newest", "Newest"
    PAY_HIGH = "pay_high", "Pay, highest first"
    PAY_LOW = "pay_low", "Pay, lowest first"
    EXPERIENCE = "experience", "Experience, least first"


@dataclass(frozen=True, slots=True)
class Word:
    """One word as documents are indexed by it, with what the reader typed for it.

    A document is indexed by the stems of its own language. Whose language a reader writes is not known,
    so the word has one stem a language, in the order of all words.
    """

    stems: tuple[str, ...]
    typed: str
    zone: Zone = Zone.ANY


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that follow each other within one sentence, item or title."""

    words: tuple[Word, ...]
    zone: Zone = Zone.ANY


@dataclass(frozen=True, slots=True)
class Chosen:
    """Any of these values in one dimension, or with `every` all of them; a skill asked for so strongly.

    Without values it says nothing.
    """

    dimension: str
    values: tuple[str, ...] = ()
    every: bool = False
    strength: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """What goes by these words in one dimension: `company:acme`, `place:"new york"`, `skill:genai`."""

    dimension: str
    name: str


@dataclass(frozen=True, slots=True)
class Pay:
    """A band of yearly base pay that reaches into this range; without a currency, the commonest one."""

    low: int | None = None
    high: int | None = None
    currency: str = ""
    dimension: str = "pay"


@dataclass(frozen=True, slots=True)
class Years:
    """Years of experience asked for that lie within this range, in tenths of a year."""

    low: int | None = None
    high: int | None = None
    dimension: str = "years"


@dataclass(frozen=True, slots=True)
class Posted:
    """Posted on this day or later."""

    since: date
    dimension: str = "posted"


@dataclass(frozen=True, slots=True)
class Open:
    """Not past the day on which the posting closes."""

    on: date
    dimension: str = "closed"


Condition = Chosen | Named | Pay | Years | Posted | Open


@dataclass(frozen=True, slots=True)
class Not:
    node: "Node"


@dataclass(frozen=True, slots=True)
class All:
    nodes: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Either:
    nodes: "tuple[Node, ...]"


Node = Word | Phrase | Condition | Not | All | Either


@dataclass(frozen=True, slots=True)
class Plan:
    kind: Kind = Kind.POSTING
    text: Node | None = None
    conditions: tuple[Condition, ...] = ()  # one a dimension; all must hold
    order: Order = Order.RELEVANCE  # without words to be relevant to, the newest come first

    def refined(self, condition: Condition, **changes: Any) -> "Plan":
        """Return the question with its condition of this dimension changed, or else with this one."""
        known = {one.dimension: one for one in self.conditions}
        changed = replace(known.get(condition.dimension, condition), **changes)
        return replace(self, conditions=tuple((known | {changed.dimension: changed}).values()))

    def without(self, dimension: str) -> "Plan":
        """Return the question that ignores one dimension: what a facet counts its own values with."""
        return replace(self, conditions=tuple(one for one in self.conditions if one.dimension != dimension))

    @property
    def mark(self) -> str:
        """A short mark of the question and its order, by which a cursor knows whether it belongs here."""
        return hashlib.sha256(repr(self).encode()).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in the order of results: the values that order them, of the posting next to it."""

    mark: str
    key: int  # what the order is by: a score, an amount, a time
    published: int  # microseconds since 1970
    public_id: str

    def __str__(self) -> str:
        return f"{self.mark}-{self.key}-{self.published}-{self.public_id}"

    @classmethod
    def parse(cls, text: str) -> "Cursor":
        """Raise ValueError for what `str` has not made."""
        mark, key, published, public_id = (text.split("-") + [""] * 4)[:4]
        if not (
            text.isascii()
            and text.count("-") == 3
            and len(text) < 80
            and mark.isalnum()
            and key.isdigit()
            and published.isdigit()
            and public_id.isalnum()
        ):
            raise ValueError(f"“{text}” is no place in the results")
        return cls(mark, int(key), int(published), public_id)


def speaks_of_closing(node: Node | None) -> bool:
    """Whether a question says itself what it wants of postings that have closed."""
    return node is not None and any(isinstance(leaf, Open) for leaf in leaves(node))


def asks_for_pay(node: Node) -> bool:
    return any(isinstance(leaf, Pay) for leaf in leaves(node))


def leaves(node: Node) -> Iterator[Node]:
    """Yield what a question is made of, without what holds it together."""
    match node:
        case Not(inner):
            yield from leaves(inner)
        case All(nodes) | Either(nodes):
            for one in nodes:
                yield from leaves(one)
        case _:
            yield node
