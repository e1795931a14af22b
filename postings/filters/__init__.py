"""Every filter, once: form field, validation, sentence, key in the address, part of the Plan.

Adding a filter means adding a field to PostingFilterSet. Forms, chips, facets and addresses read it from
there; nothing else lists the filters.
"""

from collections.abc import Mapping
from copy import copy
from dataclasses import replace
from datetime import date
from functools import cache, cached_property
from typing import Any, NamedTuple
from urllib.parse import urlencode

import django_filters
from django.forms import Field, Form
from django.http import QueryDict

from postings.filters import ranges, rows, terms, words
from postings.filters.kinds import Filter
from postings.models import Company, Place, Posting, Skill
from postings.parsing.lexicon import load_currencies
from postings.query import Open, Order, Plan, Understood, understand
from postings.scopes import SCOPES
from postings.vocabulary import (
    QUALITIES,
    Education,
    EmploymentType,
    Family,
    Kind,
    Level,
    Sponsorship,
    Strength,
    Term,
    WorkMode,
)

__all__ = ["Applied", "Filter", "PostingFilterSet", "query_string"]


Values = list[str] | str | None


class ShownKind(Term):
    POSTING = Kind.POSTING.value, Kind.POSTING.label
    GUIDE = Kind.GUIDE.value, Kind.GUIDE.label


class AskedFor(Term):
    REQUIRED = Strength.REQUIRED.value, Strength.REQUIRED.label
    PREFERRED = Strength.PREFERRED.value, Strength.PREFERRED.label


class PostingFilterSet(django_filters.FilterSet):
    """A query string in; a Plan, sentences and canonical addresses out.

    A value that does not exist is an error at its field, and every other filter still applies.
    """

    q = words.WordsFilter(label="Words")
    kind = terms.KindFilter(ShownKind, label="Kind", default=Kind.POSTING)
    company = rows.SeveralRows(Company, dimension="company", label="Company")
    place = rows.SeveralRows(Place, dimension="place", label="Place")
    mode = terms.SeveralTerms(WorkMode, dimension="mode", label="Work mode")
    remote = terms.SeveralNames(SCOPES, dimension="remote", label="Remote from")
    level = terms.SeveralTerms(Level, dimension="level", label="Level")
    family = terms.SeveralTerms(Family, dimension="family", label="Family")
    skill = rows.SeveralRows(Skill, dimension="skill", label="Skills")
    skill_all = terms.EveryFilter(label="Skills")
    strength = terms.StrengthFilter(AskedFor, label="Skills")
    pay_min = ranges.PayFilter("low", label="Pay from")
    pay_max = ranges.PayFilter("high", label="Pay up to")
    currency = ranges.CurrencyFilter(
        {code: one.name for code, one in load_currencies().items()}, label="Currency"
    )
    exp_min = ranges.YearsFilter("low", label="Years from")
    exp_max = ranges.YearsFilter("high", label="Years up to")
    education = terms.SeveralTerms(Education, dimension="education", label="Education")
    visa = terms.SeveralTerms(Sponsorship, dimension="visa", label="Visa")
    type = terms.SeveralTerms(EmploymentType, dimension="type", label="Employment")
    posted = terms.PostedFilter(label="Posted")
    closed = terms.ClosedFilter(label="Closed postings")
    quality = terms.SeveralNames(QUALITIES, dimension="quality", label="Document quality")
    sort = terms.OrderFilter(Order, label="Sort", default=Order.RELEVANCE)

    class Meta:
        model = Posting
        form = ranges.RangesForm
        fields: tuple[str, ...] = ()

    def __init__(self, data: Any, *, today: date) -> None:
        super().__init__(data)
        self.today = today

    def get_form_class(self) -> Any:
        return _form_class()

    @cached_property
    def form(self) -> Form:
        form: Form = super().form
        for key, field in form.fields.items():
            if isinstance(field, rows.SlugsField):
                field.labels = self.filters[key].labels  # what this request has looked up
        return form

    @cached_property
    def plan(self) -> Plan:
        plan = Plan(conditions=(Open(self.today),))
        for one in self.applied:
            plan = one.filter.refine(plan, one.values, self.today)
        return replace(plan, conditions=tuple(map(ranges.right_way_round, plan.conditions)))

    @cached_property
    def applied(self) -> "list[Applied]":
        """The filters that say something, in the order of their definition."""
        return [
            Applied(key, definition, values)
            for key, definition in self.filters.items()
            if (values := definition.understood(self.data.getlist(key)))
        ]

    @cached_property
    def understood(self) -> Understood:
        """What the search text says, with its faults."""
        text = next((one.values[0] for one in self.applied if one.key == "q"), "")
        return understand(text, self.today)

    def changed(self, changes: Mapping[str, Values]) -> "PostingFilterSet":
        """Return the same filters with other values of some keys."""
        return PostingFilterSet(QueryDict(self.canonical(**changes)), today=self.today)

    def values(self, key: str) -> list[str]:
        return next((one.values for one in self.applied if one.key == key), [])

    def canonical(self, **changes: Values) -> str:
        """Return the query string of this selection, with some keys given other values."""
        return query_string({**{one.key: one.values for one in self.applied}, **changes})


@cache
def _form_class() -> type[Form]:
    """Return the form of all requests: making the class takes longer than filling it in."""
    made: type[Form] = django_filters.FilterSet.get_form_class(PostingFilterSet({}, today=date.min))
    made.base_fields = _Fields(made.base_fields)
    return made


class _Fields(dict[str, Field]):
    """The fields of a form. Each request's form takes copies of them, but not of all their choices."""

    def __deepcopy__(self, memo: dict[int, Any]) -> dict[str, Field]:
        return {key: copy(field) for key, field in self.items()}


class Applied(NamedTuple):
    key: str
    filter: Filter
    values: list[str]


ORDER = (*PostingFilterSet.base_filters, "after", "before", "p")


def query_string(values: Mapping[str, Values]) -> str:
    """Write an address the one canonical way: keys in order, values sorted, `p` as the reader chose it."""
    pairs: list[tuple[str, str]] = []
    for key in ORDER:
        given = values.get(key) or []
        listed = [given] if isinstance(given, str) else list(given)
        pairs += [(key, value) for value in (listed if key == "p" else sorted(listed))]
    return urlencode(pairs)
