"""A place that a text names, and where."""

from dataclasses import dataclass
from typing import Literal

from postings.facts import Location

Kind = Literal["city", "region", "country", "area"]


@dataclass(frozen=True, slots=True)
class Found:
    location: Location
    start: int
    end: int
    kind: Kind
