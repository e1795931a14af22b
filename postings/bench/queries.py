"""A question of the benchmark: what a reader types and chooses, from which its address and its Plan follow.

Both are made by `postings.filters` from the same keys, so what is measured inside the process and what is
fetched from a web server cannot be two questions.
"""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from postings.filters import PostingFilterSet
from postings.query import Order, Plan


@dataclass(frozen=True, slots=True)
class Query:
    group: str  # its class in the tables: "rare word", "2 filters"
    text: str = ""
    params: tuple[tuple[str, str], ...] = ()
    order: Order = Order.RELEVANCE

    @property
    def keys(self) -> list[tuple[str, str]]:
        text = [("q", self.text)] if self.text else []
        order = [("sort", self.order.value)] if self.order is not Order.RELEVANCE else []
        return [*text, *self.params, *order]

    @property
    def address(self) -> str:
        return _under(reverse("home"), self.keys)

    @property
    def api_address(self) -> str:
        """The same list for programs."""
        return _under(reverse("api:postings"), self.keys)

    @property
    def pay_address(self) -> str:
        """What the same selection pays."""
        return _under(reverse("pay"), [pair for pair in self.keys if pair[0] != "sort"])

    def plan(self, today: date) -> Plan:
        return PostingFilterSet(QueryDict(urlencode(self.keys)), today=today).plan

    def __str__(self) -> str:
        return f"{self.group}: {self.address}"


def _under(path: str, keys: list[tuple[str, str]]) -> str:
    return f"{path}?{urlencode(keys)}" if keys else path
