"""Every filter, once: form field, validation, sentence, key in the address, part of the Plan.

Adding a filter means adding a field to PostingFilterSet. Forms, chips, facets and addresses read it from
there; nothing else lists the filters.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import urlencode

import django_filters

from postings.models import Posting
from postings.query import Plan, Selection
from postings.vocabulary import Level, Term, WorkMode


class TermFilter(django_filters.MultipleChoiceFilter):
    """Any of some members of a vocabulary: `mode=remote&mode=hybrid`."""

    def __init__(self, terms: type[Term], *, column: str, label: str) -> None:
        super().__init__(field_name=column, label=label, choices=terms.choices())
        self.terms = terms

    def selection(self, values: list[str]) -> Selection:
        return Selection(self.field_name, tuple(sorted(values)))

    def says(self, value: str) -> str:
        return self.terms(value).label


class PostingFilterSet(django_filters.FilterSet):
    """A query string in; a Plan, sentences and canonical addresses out.

    A value that does not exist is an error at its field, and every other filter still applies.
    """

    mode = TermFilter(WorkMode, column="work_mode", label="Work mode")
    level = TermFilter(Level, column="level", label="Level")

    class Meta:
        model = Posting
        fields: tuple[str, ...] = ()

    @property
    def plan(self) -> Plan:
        return Plan(selections=tuple(one.filter.selection(one.values) for one in self.applied()))

    def applied(self) -> "Iterator[Applied]":
        """Yield the filters that say something, in the order of their definition."""
        self.form.is_valid()
        for key, definition in self.filters.items():
            if values := self.form.cleaned_data.get(key) or self._valid_values(key, definition):
                yield Applied(key, definition, sorted(values))

    def _valid_values(self, key: str, definition: TermFilter) -> list[str]:
        """One bad value must not take the good ones beside it away."""
        given = self.data.getlist(key) if hasattr(self.data, "getlist") else []
        return [value for value in dict.fromkeys(given) if value in set(definition.terms)]

    def canonical(self, **changes: list[str] | None) -> str:
        """Return the query string of this selection, with some keys given other values."""
        values: dict[str, Any] = {one.key: one.values for one in self.applied()}
        return query_string({**values, **changes})


class Applied(NamedTuple):
    key: str
    filter: TermFilter
    values: list[str]


ORDER = (*PostingFilterSet.base_filters, "after", "before", "p")


def query_string(values: Mapping[str, Any]) -> str:
    """Write an address the one canonical way: keys in order, values sorted, `p` as the reader chose it."""
    pairs: list[tuple[str, str]] = []
    for key in ORDER:
        given = values.get(key) or []
        listed = [given] if isinstance(given, str) else list(given)
        pairs += [(key, value) for value in (listed if key == "p" else sorted(listed))]
    return urlencode(pairs)
