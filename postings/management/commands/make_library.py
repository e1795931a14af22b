"""A library of any size from the demonstration's generator, to measure and to try things on."""

import gc
import signal
import subprocess
import sys
import threading
import time
from argparse import ArgumentParser
from datetime import date
from itertools import pairwise
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import IntegrityError, connection
from django.utils import timezone

from postings.ingest import load_library
from postings.library import big_library
from postings.management.bar import draw_bar

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
        today = today or timezone.localdate()
        if processes == 1:
            self._load(postings, seed, today, start)
            return
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the children end with this
        started = time.monotonic()
        children = [
            self._child(first, count, seed, today) for first, count in _shares(start, postings, processes)
        ]
        self._watch(children, postings, started)
        self.stderr.write("Reading the new tables' statistics …")
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        self._report(postings, started)

    def _load(self, count: int, seed: int, today: date, start: int) -> None:
        """One process's share; every line says how many of it are stored."""
        gc.freeze()
        gc.disable()  # postings are many small values without a cycle: looking for one takes half the time
        drafts = big_library(seed=seed, count=count, today=today, start=start)
        try:
            for done in load_library(drafts, originals=False):
                print(done, flush=True)
        except IntegrityError as fault:
            raise CommandError(
                f"Postings {start} to {start + count} of seed {seed} are here already, or some of them: "
                f"choose another --seed or --start. ({str(fault).splitlines()[0]})"
            ) from None

    def _child(self, start: int, count: int, seed: int, today: date) -> "subprocess.Popen[str]":
        options = {"--postings": count, "--seed": seed, "--today": today, "--start": start, "--processes": 1}
        words = [str(word) for pair in options.items() for word in pair]
        return subprocess.Popen(
            [sys.executable, "manage.py", "make_library", *words],
            cwd=settings.BASE_DIR,
            stdout=subprocess.PIPE,
            text=True,
        )

    def _watch(self, children: "list[subprocess.Popen[str]]", postings: int, started: float) -> None:
        """Add the children's counts up into one bar; a child that fails ends the others."""
        done = [0] * len(children)

        def follow(number: int, child: "subprocess.Popen[str]") -> None:
            for line in child.stdout or ():
                done[number] = int(line)

        threads = [threading.Thread(target=follow, args=pair, daemon=True) for pair in enumerate(children)]
        for thread in threads:
            thread.start()
        try:
            while any(child.poll() is None for child in children):
                self._draw_bar(sum(done), postings, started)
                if any(child.poll() for child in children):
                    break
                time.sleep(0.5)
        finally:
            for child in children:
                child.terminate()
            for child in children:
                child.wait()
        if any(child.returncode for child in children):
            raise CommandError("The library is not complete: see the message above. What is stored is whole.")
        self._draw_bar(postings, postings, started)
        self.stderr.write("")

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


def _shares(start: int, postings: int, processes: int) -> list[tuple[int, int]]:
    """Split the numbers into ranges, one a process: (first, how many)."""
    edges = [start + postings * n // processes for n in range(processes + 1)]
    return [(low, high - low) for low, high in pairwise(edges) if high > low]
