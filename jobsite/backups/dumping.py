"""A database into a backup, while others use it.

The rows are counted and dumped in one snapshot, so the manifest is true to the dump however much is written
meanwhile. Nothing but pieces of the dump is ever in memory.
"""

import os
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

import psycopg

from jobsite.backups import database as inside
from jobsite.backups.database import Database
from jobsite.backups.manifest import Manifest, major
from jobsite.backups.placing import appearing
from jobsite.backups.programs import Programs, complaint, programs_for
from jobsite.backups.refusal import BackupRefused
from jobsite.backups.sealed import PIECE, seal

BEGUN = b"dumping contents of table"  # a line of pg_dump --verbose
Progress = Callable[[int, int, int], None]  # tables begun, of how many, and how many bytes there are by now
OPTIONS = (
    "--format=custom",
    "--verbose",
    "--no-password",
    "--lock-wait-timeout=60s",  # behind somebody who changes tables
)


def back_up(
    *,
    database: Database,
    path: Path,
    force: bool = False,
    progress: Progress = lambda done, total, written: None,
) -> Manifest:
    """Write all of the database into `path`, or nothing; return what the file says of itself."""
    with appearing(path, force=force) as file, database.connect() as connection:
        programs = programs_for(major(inside.version(connection)))
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        connection.execute("SET LOCAL statement_timeout = 0")
        connection.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
        ((snapshot,),) = connection.execute("SELECT pg_export_snapshot()")
        manifest = Manifest(
            made_at=datetime.now(UTC).replace(microsecond=0),
            postgresql=inside.version(connection),
            pg_dump=programs.version,
            schema=inside.schema(connection),
            migrations=inside.migrations(connection),
            tables=inside.rows_of(connection),
        )
        seal(file, _dumped(database, programs, manifest, snapshot, progress), lambda: manifest)
    return manifest


def _dumped(
    database: Database, programs: Programs, manifest: Manifest, snapshot: str, progress: Progress
) -> Iterator[bytes]:
    """Yield what pg_dump writes; it writes into a pipe, and so without places that hold for one file only."""
    chosen = (f"--schema={_exactly(manifest.schema)}", f"--snapshot={snapshot}")
    command = [programs["pg_dump"], *OPTIONS, *chosen, *database.arguments]
    with (
        tempfile.TemporaryFile() as said,
        subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=said,
            env=database.surroundings,
        ) as dumping,
    ):
        assert dumping.stdout  # noqa: S101 - for the type: it is a pipe
        try:
            begun = written = 0
            while piece := dumping.stdout.read(PIECE):
                yield piece
                written += len(piece)
                begun = _told(said).count(BEGUN)
                progress(begun, len(manifest.tables), written)
        except BaseException:
            dumping.kill()
            raise
        if dumping.wait():
            why = complaint(_told(said))
            raise BackupRefused(f"pg_dump could not go on, and nothing was written: {why}. Try again.")
        progress(len(manifest.tables), len(manifest.tables), written)


def _exactly(name: str) -> str:
    """A name as a pattern of pg_dump that means nothing else."""
    return '"' + name.replace('"', '""') + '"'


def _told(said: IO[bytes]) -> bytes:
    """Read from the beginning without moving where the program writes."""
    return os.pread(said.fileno(), 1 << 20, 0)
