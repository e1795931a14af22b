"""A question about the library as one frozen value: the same question is the same value.

Filters make it, `postings.search.run` answers it, and nothing else about a page decides what is on it.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from postings.vocabulary import Kind

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Selection:
    """Any of these values in one dimension; different selections must all hold."""

    dimension: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    kind: Kind = Kind.POSTING
    words: tuple[str, ...] = ()  # each must be found somewhere in the posting
    selections: tuple[Selection, ...] = ()

    def without(self, dimension: str) -> "Plan":
        """Return the question that ignores one dimension: what a facet counts its own values with."""
        return replace(self, selections=tuple(one for one in self.selections if one.dimension != dimension))


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in the order of results: the values that order them, of the posting next to it."""

    published_at: datetime
    public_id: str

    def __str__(self) -> str:
        return f"{(self.published_at - EPOCH) // MICROSECOND}-{self.public_id}"

    @classmethod
    def parse(cls, text: str) -> "Cursor":
        """Raise ValueError for what `str` has not made."""
        moment, _, public_id = text.partition("-")
        if not (moment.isascii() and moment.isdigit() and len(moment) < 18 and public_id.isalnum()):
            raise ValueError(f"“{text}” is no place in the results")
        return cls(EPOCH + int(moment) * MICROSECOND, public_id)
