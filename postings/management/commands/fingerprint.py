"""Fingerprints for postings that lack them, a portion at a time, beside a site that is in use."""

from typing import Any

from django.core.management.base import BaseCommand

from postings.ingest.fingerprints import renew_fingerprints, without_fingerprints
from postings.management.bar import draw_bar


class Command(BaseCommand):
    help = "Make what near-duplicates are found by, where it is missing or of an older version."

    def handle(self, **options: Any) -> None:
        """Go through the postings until a whole round has found none to do; stopped anywhere, begin again."""
        total = without_fingerprints().count()
        made = 0
        while in_this_round := self._round(made, total):
            made += in_this_round
        if total:
            self.stderr.write("")
        left = without_fingerprints().count()
        self.stdout.write(f"{made:,} made." if made else "Nothing to do.")
        if left:
            self.stdout.write(
                f"{left:,} are being changed by somebody at this moment. Run it again for them."
            )

    def _round(self, before: int, total: int) -> int:
        made = last = 0
        while numbers := renew_fingerprints(after=last):
            made, last = made + len(numbers), numbers[-1]
            draw_bar(self.stderr, before + made, max(total, before + made), " postings")
        return made
