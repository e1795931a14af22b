"""The whole database as one file that can be checked: while the site is in use, all of it or nothing."""

import io
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, OutputWrapper
from django.db import connection

from jobsite.backups import BackupRefused, Database, Manifest, back_up, checked
from postings.management.bar import draw_bar, draw_megabytes


class Command(BaseCommand):
    help = "Write the whole database into one file, or check such a file."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--force", action="store_true", help="replace a file of this name")
        parser.add_argument(
            "--check", action="store_true", help="only say whether FILE is whole; needs no database"
        )

    def handle(self, *, file: Path, force: bool, check: bool, verbosity: int, **options: Any) -> None:
        """With --verbosity 0 say nothing but what is wrong, so that cron writes a letter only then."""
        started = time.monotonic()
        self.bar = self.stderr if verbosity else OutputWrapper(io.StringIO())
        try:
            manifest = self._checked(file) if check else self._made(file, force=force)
        except BackupRefused as fault:
            self.bar.write("")
            raise CommandError(str(fault)) from fault
        if verbosity:
            self._report(file, manifest, check=check, seconds=time.monotonic() - started)

    def _report(self, file: Path, manifest: Manifest, *, check: bool, seconds: float) -> None:
        self.stderr.write("")
        self.stdout.write(f"{file}: {'whole. ' if check else ''}{_told(manifest)}")
        if not check:
            self.stdout.write(f"{file.stat().st_size / 1e6:,.1f} MB in {seconds:,.0f} s")

    def _checked(self, file: Path) -> Manifest:
        return checked(file, progress=lambda done, total: draw_megabytes(self.bar, done, total, "checked"))

    def _made(self, file: Path, *, force: bool) -> Manifest:
        return back_up(
            database=Database.of(connection.get_connection_params()),
            path=file,
            force=force,
            progress=lambda done, total, written: draw_bar(
                self.bar, done, total, f" tables, {written / 1e6:,.0f} MB"
            ),
        )


def _told(manifest: Manifest) -> str:
    return (
        f"{manifest.rows:,} rows in {len(manifest.tables)} tables of PostgreSQL "
        f"{manifest.postgresql.split()[0]}, as they were on {manifest.made_at:%Y-%m-%d at %H:%M:%S} UTC."
    )
