"""A backup into the database: checked before anything is touched, and all of it or nothing.

Afterwards the index has a new epoch, so that every running process loads it anew; nobody is signed in, since
the backup's sessions may have ended long ago; and migrations that the backup lacks have been applied.
"""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from jobsite.backups import BackupRefused, Database, Manifest, put_back
from postings.ingest import index_is_whole, reindex
from postings.ingest.clock import ANOTHER_LIFE
from postings.management.bar import draw_megabytes

NOBODY_IS_SIGNED_IN = "DELETE FROM django_session"


class Command(BaseCommand):
    help = "Put a backup into an empty database, or in place of what is there."
    requires_system_checks = ()  # `migrate` makes them, when there is something to migrate

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument(
            "--replace", action="store_true", help="in place of what the database has, which is gone then"
        )

    def handle(self, *, file: Path, replace: bool, **options: Any) -> None:
        try:
            manifest = self._put_back(file, replace=replace)
        except BackupRefused as fault:
            self.stderr.write("")
            raise CommandError(str(fault)) from fault
        self._bring_up_to_date()
        self.stdout.write(
            f"{manifest.rows:,} rows in {len(manifest.tables)} tables are back, "
            f"as they were on {manifest.made_at:%Y-%m-%d at %H:%M:%S} UTC.\n"
            "Everybody has to sign in again. What was erased after the backup is back too: erase it again."
        )

    def _put_back(self, file: Path, *, replace: bool) -> Manifest:
        manifest = put_back(
            database=Database.of(connection.get_connection_params()),
            path=file,
            known=_known(),
            replace=replace,
            afterwards=(ANOTHER_LIFE, NOBODY_IS_SIGNED_IN),
            checking=lambda done, total: draw_megabytes(self.stderr, done, total, "checked"),
            progress=lambda done, total: draw_megabytes(self.stderr, done, total, "read; then indexes"),
        )
        self.stderr.write("")
        connection.close()  # what it remembers of the tables is of those that went
        return manifest

    def _bring_up_to_date(self) -> None:
        executor = MigrationExecutor(connection)
        if plan := executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stdout.write(f"{len(plan)} migrations that the backup lacks")
            call_command("migrate", verbosity=0, interactive=False)
        if not index_is_whole():
            self.stdout.write("Making the search index")
            reindex()


def _known() -> set[str]:
    """Return every migration that this version has, and those that it has put together to one."""
    own = MigrationLoader(None).disk_migrations
    names = {*own, *(replaced for migration in own.values() for replaced in migration.replaces)}
    return {f"{app}.{name}" for app, name in names}
