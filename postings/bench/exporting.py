"""All that is published as one file: how many rows a second, and how much memory it takes."""

import resource
import time
from dataclasses import dataclass

from postings import search
from postings.export import KINDS, selected
from postings.query import Plan

KILOBYTES = 1024  # Linux counts the highest memory in them


@dataclass(frozen=True, slots=True)
class Exported:
    rows: int
    seconds: float
    first_piece_ms: float
    megabytes: float  # of the file
    more_memory_mb: float  # than before it began, at the most

    @property
    def a_second(self) -> float:
        return self.rows / self.seconds


def exported(name: str = "csv") -> Exported:
    """Make the file of everything and throw it away."""
    search.everyone(Plan())  # until this process has its index
    memory, start = _highest_mb(), time.perf_counter()
    size, first = 0, 0.0
    with selected(Plan()) as postings:
        for piece in KINDS[name].written(postings, "https://jobs.example"):
            first = first or time.perf_counter() - start
            size += len(piece)
    took = time.perf_counter() - start
    return Exported(len(postings), took, first * 1000, size / 2**20, _highest_mb() - memory)


def said(found: Exported) -> str:
    return (
        f"CSV of everything: {found.rows:,} rows in {found.seconds:.1f} s, {found.a_second:,.0f} a second,"
        f" {found.megabytes:.0f} MB; the first piece after {found.first_piece_ms:,.0f} ms,"
        f" {found.more_memory_mb:.0f} MB more memory at the most."
    )


def _highest_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KILOBYTES
