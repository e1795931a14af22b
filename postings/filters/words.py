"""The search box as a filter."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import django_filters

from postings.filters.kinds import Filter
from postings.query import Plan, speaks_of_closing, understand


class WordsFilter(Filter, django_filters.CharFilter):
    """`q=head+ai`: search text, as docs/query-language.md explains it."""

    help = 'Search text: words, "phrases", -not, OR, and fields such as title:nurse or pay:>100k.'

    def understood(self, given: Iterable[str]) -> list[str]:
        words = " ".join(" ".join(given).split())
        return [words] if words else []

    def refine(self, plan: Plan, values: list[str], today: date) -> Plan:
        text = understand(values[0], today).node
        if speaks_of_closing(text):
            plan = plan.without("closed")
        return replace(plan, text=text)

    def says(self, value: str) -> str:
        return f"“{value}”"
