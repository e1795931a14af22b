"""Filters whose values are a vocabulary's: any of some members, one of them, or a switch."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType

import django_filters

from postings.filters.kinds import Filter
from postings.query import Chosen, Order, Plan, Posted
from postings.vocabulary import Kind, Term


class SeveralTerms(Filter, django_filters.MultipleChoiceFilter):
    """Any of some members of a vocabulary: `mode=remote&mode=hybrid`."""

    help = "Any of these."

    def __init__(self, terms: type[Term], *, dimension: str, label: str) -> None:
        super().__init__(label=label, choices=terms.choices)
        self.terms, self.dimension = terms, dimension

    def understood(self, given: Iterable[str]) -> list[str]:
        return sorted(set(given) & {term.value for term in self.terms})

    def refine(self, plan: Plan, values: list[str], today: date) -> Plan:
        return plan.refined(Chosen(self.dimension), values=tuple(values))

    def says(self, value: str) -> str:
        return self.terms(value).label


class OneTerm(Filter, django_filters.ChoiceFilter):
    """One member of a vocabulary, or none."""

    help = "One of these."

    def __init__(self, terms: type[Term], *, label: str, default: Term | None = None) -> None:
        super().__init__(label=label, choices=terms.choices())
        self.terms, self.default = terms, default

    def understood(self, given: Iterable[str]) -> list[str]:
        known = [value for value in given if value in {term.value for term in self.terms}]
        return [value for value in known[-1:] if value != self.default]

    def says(self, value: str) -> str:
        return self.terms(value).label


class KindFilter(OneTerm):
    def refine(self, plan: Plan, values: list[str], today: date) -> Plan:
        return replace(plan, kind=Kind(values[0]))


class OrderFilter(OneTerm):
    def refine(self, plan: Plan, values: list[str], today: date) -> Plan:
        return replace(plan, order=Order(values[0]))


class StrengthFilter(OneTerm):
    """How strongly the chosen skills are asked for; says nothing while no skill is chosen."""

    help = "How strongly the chosen skills are asked for."

    def refine(self, plan: Plan, values: list[str], today: date) -> Plan:
        return plan.refined(Chosen("skill"), strength=values[0])


class EveryFilter(Filter, django_filters.ChoiceFilter):
    """`skill_all=1`: all of the chosen skills rather than any."""

    help = "1: all of the chosen skills, not any of them."

    def __init__(self, *, label: str) -> None:
        super().__init__(label=label, choices=[("1", "Yes")])

    def understood(self, given: Iterable[str]) -> list[str]:
        return ["1"] if list(given)[-1:] == ["1"] else []

    def refine(self, plan: Plan, values: list[str], today: date) -> Plan:
        return plan.refined(Chosen("skill"), every=True)

    def says(self, value: str) -> str:
        return "all of them"


class ClosedFilter(EveryFilter):
    """`closed=1`: also those whose closing date has passed."""

    help = "1: those too whose closing date has passed."

    def refine(self, plan: Plan, values: list[str], today: date) -> Plan:
        return plan.without("closed")

    def says(self, value: str) -> str:
        return "included"


class PostedFilter(Filter, django_filters.ChoiceFilter):
    """`posted=7`: within the last seven days."""

    help = "Within so many days."
    dimension = "posted"
    names: Mapping[str, str] = MappingProxyType(
        {"1": "Since yesterday", "7": "Last 7 days", "30": "Last 30 days", "90": "Last 90 days"}
    )

    def __init__(self, *, label: str) -> None:
        super().__init__(label=label, choices=list(self.names.items()))

    def understood(self, given: Iterable[str]) -> list[str]:
        return [value for value in list(given)[-1:] if value in self.names]

    def refine(self, plan: Plan, values: list[str], today: date) -> Plan:
        return plan.refined(Posted(self.begins(today)[values[0]]))

    def begins(self, today: date) -> dict[str, date]:
        """Return the first day of each choice."""
        return {days: today - timedelta(days=int(days)) for days in self.names}

    def says(self, value: str) -> str:
        return self.names[value]


class SeveralNames(Filter, django_filters.MultipleChoiceFilter):
    """Any of some values that have names and are no vocabulary: `quality=pay:not_stated`."""

    help = "Any of these."

    def __init__(self, names: Mapping[str, str], *, dimension: str, label: str) -> None:
        super().__init__(label=label, choices=lambda: list(names.items()))
        self.names, self.dimension = names, dimension

    def understood(self, given: Iterable[str]) -> list[str]:
        return sorted(set(given) & self.names.keys())

    def refine(self, plan: Plan, values: list[str], today: date) -> Plan:
        return plan.refined(Chosen(self.dimension), values=tuple(values))

    def says(self, value: str) -> str:
        return self.names[value]
