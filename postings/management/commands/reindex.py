"""Make the search index anew from the published postings, while the site answers from the old one."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from postings.ingest import Refused, reindex
from postings.management.bar import draw_bar


class Command(BaseCommand):
    help = "Make the search index anew from the published postings. The site may be in use meanwhile."

    def handle(self, **options: Any) -> None:
        started = time.monotonic()

        def progress(done: int, total: int) -> None:
            seconds = time.monotonic() - started
            draw_bar(self.stderr, min(done, total), total, f", {seconds:,.0f} s")

        try:
            count = reindex(progress=progress)
        except Refused as fault:
            raise CommandError(str(fault)) from fault
        self.stderr.write("")
        self.stdout.write(f"{count:,} postings in {time.monotonic() - started:,.0f} s")
