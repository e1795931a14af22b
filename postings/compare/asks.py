"""What one requirement or duty asks, in a form that can be held against another's."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from postings.facts import Item
from postings.parsing.extract.years_words import COUNT, years_counted
from postings.query.tokenise import stems_of
from postings.vocabulary import Section


@dataclass(frozen=True, slots=True)
class Ask:
    section: Section
    text: str
    stems: frozenset[str]
    skills: frozenset[str]
    any_of: bool
    years: Decimal | None


def ask_of(item: Item) -> Ask:
    return Ask(
        item.section,
        item.text,
        frozenset(stems_of(item.text, "en")),
        frozenset(item.skills),
        bool(item.any_of),
        years_in(item.text),
    )


def asks_of(items: Iterable[Item]) -> list[Ask]:
    return [ask_of(item) for item in items]


def years_in(text: str) -> Decimal | None:
    """Return how many years are asked for, the first where several are."""
    found = COUNT.search(text.lower())
    return years_counted(found).min if found else None
