"""A library of any size from the demonstration's generator, to measure and to try things on."""

import gc
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

import psycopg
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils import timezone

from postings.ingest import load_library
from postings.library import big_library
from postings.management.bar import draw_bar
from postings.sharing import shared_out

SIZES = """
SELECT relname, pg_size_pretty(pg_total_relation_size(oid)) FROM pg_class
WHERE relname LIKE 'postings_%' AND relkind = 'r' ORDER BY pg_total_relation_size(oid) DESC LIMIT 12
"""


class Command(BaseCommand):
    help = "Publish any number of invented postings, by COPY. Two processes share the work."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--postings", type=int, default=1_000_000, help="how many (1,000,000)")
        parser.add_argument("--seed", type=int, default=1, help="another seed, other postings (1)")
        parser.add_argument("--today", type=date.fromisoformat, help="the day they end before (today)")
        parser.add_argument("--processes", type=int, default=2, help="how many share the work (2)")
        parser.add_argument("--start", type=int, default=0, help="the number of the first one (0)")

    def handle(
        self, *, postings: int, seed: int, today: date | None, processes: int, start: int, **options: Any
    ) -> None:
        if postings < 1 or processes < 1:
            raise CommandError("--postings and --processes must be at least 1.")
        started = time.monotonic()
        shares = [
            (first, count, seed, today or timezone.localdate())
            for first, count in _shares(start, postings, processes)
        ]
        done = 0
        try:
            for more in shared_out(f"{__name__}.load", shares, processes):
                done += more
                self._draw_bar(done, postings, started)
        except psycopg.IntegrityError as fault:
            raise CommandError(
                f"Postings {start} to {start + postings} of seed {seed} are here already, or some of them: "
                f"choose another --seed or --start. ({str(fault).splitlines()[0]})"
            ) from None
        self.stderr.write("\nReading the new tables' statistics …")
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        self._report(postings, started)

    def _draw_bar(self, done: int, postings: int, started: float) -> None:
        share = done / postings
        seconds = time.monotonic() - started
        left = f"{seconds / share - seconds:,.0f} s left" if share else "…"
        draw_bar(self.stderr, done, postings, f", {left}")

    def _report(self, postings: int, started: float) -> None:
        with connection.cursor() as cursor:
            cursor.execute(SIZES)
            for table, size in cursor.fetchall():
                self.stdout.write(f"{table:<32} {size:>10}")
        self.stdout.write(f"{postings:,} postings in {time.monotonic() - started:,.0f} s")


def load(start: int, count: int, seed: int, today: date) -> Iterator[int]:
    """Publish one process's share."""
    gc.freeze()
    gc.disable()  # postings are many small values without a cycle: looking for one takes half the time
    drafts = big_library(seed=seed, count=count, today=today, start=start)
    yield from load_library(drafts, originals=False)


def _shares(start: int, postings: int, processes: int) -> list[tuple[int, int]]:
    """Split the numbers into ranges, one a process: (first, how many)."""
    edges = [start + postings * n // processes for n in range(processes + 1)]
    return [(low, high - low) for low, high in pairwise(edges) if high > low]
