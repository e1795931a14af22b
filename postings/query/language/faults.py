"""What is said to a reader about their search: where, and what to do. It never stops the rest of it."""

from dataclasses import dataclass
from typing import NamedTuple

from postings.query.plan import Node


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    start: int
    end: int
    message: str


class Reading(NamedTuple):
    """What one value of a field means, and what its writer should be told: either may be missing."""

    node: Node | None
    note: str = ""
