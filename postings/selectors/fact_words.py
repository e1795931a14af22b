"""Facts as a page names and words them: one list for the posting page and the comparison."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format

from postings.facts import Fact, Location, Pay, PostingFacts, Years
from postings.salary import pay_in_words, years_in_words
from postings.scopes import SCOPES
from postings.selectors.shown import Shown
from postings.vocabulary import State, Term

# Field, the name that readers see. The order is the order of the page.
LABELS = {
    "title": "Title",
    "organization": "Company",
    "department": "Department",
    "locations": "Place",
    "work_mode": "Work mode",
    "remote_scope": "Remote from",
    "employment_types": "Employment",
    "level": "Level",
    "grade": "Grade",
    "family": "Family",
    "pay": "Pay",
    "bonus": "Bonus",
    "equity": "Equity",
    "experience_years": "Experience",
    "education": "Education",
    "visa_sponsorship": "Visa",
    "posted_on": "Posted",
    "closes_on": "Closes",
    "apply_url": "Apply at",
}


@dataclass(frozen=True, slots=True)
class FactWords(Shown):
    """One fact in words; `anchor` is where the text says so, empty if no sentence does."""

    text: str
    state: State
    raw: str
    anchor: str


def facts_in_words(facts: PostingFacts) -> Iterator[tuple[str, str, list[FactWords]]]:
    """Yield field, label and wording of everything that a page lists; what nobody stated is an empty list."""
    for field, label in LABELS.items():
        known = getattr(facts, field)
        listed = known if isinstance(known, tuple) else (known,) if known else ()
        yield field, label, [_words(field, number, fact) for number, fact in enumerate(listed, 1)]


def anchor(field: str, number: int) -> str:
    return f"f-{field.replace('_', '-')}-{number}"


def _words(field: str, number: int, fact: Fact[Any]) -> FactWords:
    place = anchor(field, number) if fact.span else ""
    return FactWords(_value_in_words(fact.value), fact.state, fact.raw, place)


def _value_in_words(value: Any) -> str:
    for kind, words in WORDS.items():
        if isinstance(value, kind):
            return words(value)
    return "" if value is None else str(value)


def _scope(code: str) -> str:
    return SCOPES.get(code, code)


WORDS: dict[type, Callable[[Any], str]] = {
    Term: lambda term: term.label,
    Location: lambda place: place.text,
    Pay: lambda pay: pay_in_words(pay) + (f", {pay.scope}" if pay.scope else ""),
    Years: years_in_words,
    date: lambda day: date_format(day, "j F Y"),
    tuple: lambda codes: ", ".join(map(_scope, codes)),
}
