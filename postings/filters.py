"""Every filter, once: form field, validation, sentence, key in the address, part of the Plan.

Adding a filter means adding a field to PostingFilterSet. Forms, chips, facets and addresses read it from
there; nothing else lists the filters.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from urllib.parse import urlencode

import django_filters
from django.forms import CharField

from postings.models import Posting
from postings.query import Plan, Selection
from postings.vocabulary import Level, Term, WorkMode


class TermFilter(django_filters.MultipleChoiceFilter):
    """Any of some members of a vocabulary: `mode=remote&mode=hybrid`. A facet on the page."""

    def __init__(self, terms: type[Term], *, column: str, label: str) -> None:
        super().__init__(field_name=column, label=label, choices=terms.choices())
        self.terms = terms

    def understood(self, given: Iterable[str]) -> list[str]:
        """Return what of it means something: one bad value must not take the good ones along."""
        return sorted(set(given) & {term.value for term in self.terms})

    def add_to(self, plan: Plan, values: list[str]) -> Plan:
        selection = Selection(self.field_name, tuple(values))
        return Plan(plan.kind, plan.words, (*plan.selections, selection))

    def says(self, value: str) -> str:
        return self.terms(value).label


class WordsFilter(django_filters.CharFilter):
    """Words that must all be found: `q=head+ai`."""

    field_class = CharField

    def understood(self, given: Iterable[str]) -> list[str]:
        words = " ".join(" ".join(given).split())
        return [words] if words else []

    def add_to(self, plan: Plan, values: list[str]) -> Plan:
        return Plan(plan.kind, tuple(values[0].split()), plan.selections)

    def says(self, value: str) -> str:
        return f"“{value}”"


class PostingFilterSet(django_filters.FilterSet):
    """A query string in; a Plan, sentences and canonical addresses out.

    A value that does not exist is an error at its field, and every other filter still applies.
    """

    q = WordsFilter(label="Words")
    mode = TermFilter(WorkMode, column="work_mode", label="Work mode")
    level = TermFilter(Level, column="level", label="Level")

    class Meta:
        model = Posting
        fields: tuple[str, ...] = ()

    @property
    def plan(self) -> Plan:
        plan = Plan()
        for one in self.applied():
            plan = one.filter.add_to(plan, one.values)
        return plan

    def applied(self) -> "Iterator[Applied]":
        """Yield the filters that say something, in the order of their definition."""
        for key, definition in self.filters.items():
            if values := definition.understood(self.data.getlist(key)):
                yield Applied(key, definition, values)

    def facets(self) -> dict[str, TermFilter]:
        return {key: one for key, one in self.filters.items() if isinstance(one, TermFilter)}

    def canonical(self, **changes: list[str] | str | None) -> str:
        """Return the query string of this selection, with some keys given other values."""
        return query_string({**{one.key: one.values for one in self.applied()}, **changes})


class Applied(NamedTuple):
    key: str
    filter: TermFilter | WordsFilter
    values: list[str]


ORDER = (*PostingFilterSet.base_filters, "after", "before", "p")


def query_string(values: Mapping[str, list[str] | str | None]) -> str:
    """Write an address the one canonical way: keys in order, values sorted, `p` as the reader chose it."""
    pairs: list[tuple[str, str]] = []
    for key in ORDER:
        given = values.get(key) or []
        listed = [given] if isinstance(given, str) else list(given)
        pairs += [(key, value) for value in (listed if key == "p" else sorted(listed))]
    return urlencode(pairs)
