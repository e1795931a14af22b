"""The kinds of filters. Each knows its field, its values in an address, its part of a Plan and its sentence.

What is typed into an address may be anything: `understood` keeps what means something, so that one bad
value takes no good one along, and the form says at the field what is wrong with the others.
"""

from collections.abc import Iterable
from copy import copy
from datetime import date
from typing import Any

import django_filters

from postings.query import Plan


class Filter(django_filters.Filter):
    """One key in the address.

    Where several can be chosen, the choices are a function: every request's form copies what it is made of.
    """

    dimension = ""  # whose values the page counts, if any
    help = ""  # what a value means, for who writes addresses by hand

    def __deepcopy__(self, memo: dict[int, Any]) -> "Filter":
        """Each set of filters copies its definitions; what they are made of never changes."""
        return copy(self)

    def understood(self, given: Iterable[str]) -> list[str]:
        raise NotImplementedError

    def refine(self, plan: Plan, values: list[str], today: date) -> Plan:
        raise NotImplementedError

    def says(self, value: str) -> str:
        return value
