"""The search measured on a library of any size, beside other engines, and held against plain SQL."""

import json
import signal
import sys
import threading
from argparse import ArgumentParser
from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from postings.bench import exporting
from postings.bench.campaigns import while_publishing
from postings.bench.comparison import Line, Peer, hold_against_oracle, timed
from postings.bench.exporting import exported
from postings.bench.library import NotHere, provide
from postings.bench.machine import machine
from postings.bench.mix import draw_mix
from postings.bench.pages import pages, say_pages
from postings.bench.paid import pay_of_selections, said
from postings.bench.peers import Fts5, Tantivy, has_tantivy, peer_folder
from postings.bench.publishing import publish_steadily
from postings.bench.queries import Query
from postings.bench.report import report, write_report
from postings.bench.sample import read_sample
from postings.bench.table import table
from postings.management.bar import draw_bar


class Command(BaseCommand):
    help = (
        "`bench search` measures the search and checks its figures, `bench pages` fetches pages from"
        " gunicorn, `bench publish` publishes until it is told to end."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("what", choices=("search", "pages", "publish"))
        parser.add_argument(
            "--postings", type=int, default=1_000_000, help="the least there must be (1,000,000)"
        )
        parser.add_argument("--json", type=Path, help="write everything to this file too")
        parser.add_argument("--only", nargs="+", default=[], metavar="CLASS", help="only questions of these")
        parser.add_argument("--skip-peers", action="store_true", help="neither tantivy nor SQLite")
        parser.add_argument("--publish", action="store_true", help="also while ten are published a second")
        parser.add_argument("--http", action="store_true", help="also what `bench pages` does")
        parser.add_argument("--clients", type=int, default=8, help="how many fetch pages at once (8)")

    def handle(self, *, what: str, **options: Any) -> None:
        if what == "publish":
            self._publish()
            return
        try:
            here = provide(options["postings"])
        except NotHere as fault:
            raise CommandError(str(fault)) from None
        self.stdout.write(f"Here are {here}.")
        today = timezone.localdate()
        queries = self._queries(options["only"])
        if what == "pages":
            self._pages(queries, options)
            return
        peers = [] if options["skip_peers"] else self._peers(here.published)
        lines = timed(queries, peers, today=today, progress=self._bar("asked", len(queries)))
        self.stderr.write("")
        parts: dict[str, Any] = {}
        if options["http"]:  # on the library as it was found, and before the oracle fills the caches
            parts["http"] = pages(queries, clients=options["clients"])
            say_pages(parts["http"], self.stdout.write)
        hold_against_oracle(lines, today=today, progress=self._bar("held against SQL", len(queries)))
        self.stderr.write("")
        for row in table(lines):
            self.stdout.write(row)
        bar = self._bar("asked for their pay", len(queries))
        parts["paid"] = pay_of_selections(queries, today=today, progress=bar)
        self.stderr.write("")
        for line in said(parts["paid"]):
            self.stdout.write(line)
        if options["publish"]:
            bar = self._bar("checked during writes", len(queries))
            parts["publishing"] = while_publishing(queries, today=today, say=self.stdout.write, progress=bar)
        if options["json"]:
            parts |= {"machine": machine(), "library": here, "day": today}
            write_report(options["json"], report(lines, **parts))
        _exit(lines, parts)

    def _pages(self, queries: list[Query], options: dict[str, Any]) -> None:
        found, export = pages(queries, clients=options["clients"]), exported()
        say_pages(found, self.stdout.write)
        self.stdout.write(exporting.said(export))
        if options["json"]:
            write_report(options["json"], {"machine": machine(), "http": found, "export": export})
        if found.errors:
            sys.exit(1)

    def _queries(self, only: list[str]) -> list[Query]:
        drawn = draw_mix(read_sample())
        groups = list(dict.fromkeys(query.group for query in drawn))
        if unknown := set(only) - set(groups):
            raise CommandError(f"There is no class “{min(unknown)}”. There are: {', '.join(groups)}.")
        return [query for query in drawn if query.group in (only or groups)]

    def _peers(self, documents: int) -> list[Peer]:
        peers: list[Peer] = [Fts5(peer_folder("fts5"), self._bar("given to SQLite", documents))]
        if has_tantivy():
            peers.insert(0, Tantivy(peer_folder("tantivy"), self._bar("given to tantivy", documents)))
        else:
            self.stderr.write("tantivy is not installed, so it is left out: pip install '.[bench]'")
        self.stderr.write("")
        return peers

    def _publish(self) -> None:
        """Until this process is told to end; then print how many milliseconds each took."""
        told = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: told.set())
        self.stdout.write(json.dumps(publish_steadily(told.is_set)))

    def _bar(self, said: str, total: int) -> Any:
        return partial(self._draw, said, total)

    def _draw(self, said: str, total: int, done: int) -> None:
        draw_bar(self.stderr, done, total, f" {said}")


def _exit(lines: list[Line], parts: dict[str, Any]) -> None:
    """A figure that is not the oracle's is a fault, and a page that was not served too."""
    wrong = any(line.differences for line in lines) or parts.get("publishing", {}).get("differences")
    http = parts.get("http")
    if wrong or parts["paid"].unequal or (http and http.errors):
        sys.exit(1)
