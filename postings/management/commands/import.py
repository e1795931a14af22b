"""Documents from a shell: stored as one batch, read, and published where nothing is in doubt."""

import time
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import close_old_connections
from django.utils import timezone

from postings.ingest import Incoming, in_portions, publish_batch, receive
from postings.ingest.work import warm_up, work_once
from postings.management.bar import draw_bar
from postings.models import Batch, Posting
from postings.selectors import batch_progress
from postings.vocabulary import DocumentState, PostingState

SECONDS_BETWEEN_LOOKS = 0.5
ENDED_BADLY = (DocumentState.REJECTED, DocumentState.FAILED)


class Command(BaseCommand):
    help = "Read files, folders and archives as one batch. Works by itself; workers that run help."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "paths", nargs="+", type=Path, metavar="PATH", help="a file, or a folder of files"
        )
        parser.add_argument("--name", default="", help="what the batch is called (the first path)")
        parser.add_argument(
            "--publish-clean", action="store_true", help="publish what has a title and no finding against it"
        )

    def handle(self, *, paths: list[Path], name: str, publish_clean: bool, **options: Any) -> None:
        files = list(_files(paths))
        if not files:
            raise CommandError("There is no file in it. Name files, or folders that hold some.")
        batch = Batch.objects.create(name=(name or paths[0].resolve().name)[:200], asks_columns=False)
        for portion in in_portions(map(_incoming, files)):
            receive(batch=batch, files=portion)
        warm_up()
        self._read(batch)
        if publish_clean:
            self._publish(batch)
        self._report(batch)

    def _read(self, batch: Batch) -> None:
        """Take documents, of other batches too if they came first, until none of this one waits."""
        drawn = 0.0
        while True:
            worked = work_once()
            if time.monotonic() - drawn > SECONDS_BETWEEN_LOOKS or worked is None:
                drawn = time.monotonic()
                progress = batch_progress(batch, timezone.now())
                self._draw(progress.done, progress.total, progress.seconds_left)
                if not progress.waiting:
                    self.stderr.write("")
                    return
            if worked is None:
                time.sleep(SECONDS_BETWEEN_LOOKS)  # others hold what is left
                close_old_connections()

    def _publish(self, batch: Batch) -> None:
        drafts = Posting.objects.filter(document__batch=batch, state=PostingState.DRAFT).count()
        published, left = 0, 0
        after: int | None = 0
        while after is not None:
            progress = publish_batch(batch=batch, after=after, seconds=SECONDS_BETWEEN_LOOKS)
            published, left, after = published + progress.done, left + progress.left, progress.stopped_at
            for posting, why in progress.refused:
                self.stderr.write(f"\n{posting}: {why}")
            draw_bar(self.stderr, published + left, drafts, " postings looked at")
        self.stderr.write("")
        self.stdout.write(f"{published:,} published, {left:,} left for review.")

    def _draw(self, done: int, total: int, seconds_left: int | None) -> None:
        left = "" if seconds_left is None else f", {seconds_left:,} s left"
        draw_bar(self.stderr, done, total, f" files{left}")

    def _report(self, batch: Batch) -> None:
        for state, count in batch_progress(batch, timezone.now()).counts.items():
            self.stdout.write(f"{count:>8,}  {state.label.lower()}")
        for file in batch.files.with_fates().filter(fate__in=ENDED_BADLY).select_related("document"):  # type: ignore[misc]  # annotated
            why = file.document.reason if file.document else file.refusal
            self.stderr.write(self.style.WARNING(f"{file.file_name}: {why}"))


def _files(paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            inside = sorted(one for one in path.rglob("*") if one.is_file())
            yield from (one for one in inside if not _is_hidden(one.relative_to(path)))
        elif path.exists():
            yield path
        else:
            raise CommandError(f"{path}: there is no such file or folder. Nothing was stored.")


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _incoming(path: Path) -> Incoming:
    try:
        return Incoming.of(path.name, path.stat().st_size, path.read_bytes)
    except OSError as fault:
        return Incoming(path.name, refusal=f"{fault.strerror}. Make it readable, and import it again.")
