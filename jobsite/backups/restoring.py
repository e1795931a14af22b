"""A backup into a database, all of it or nothing.

    backup ──checked──► pg_restore ──statements──► psql ──one transaction──► database

Everything between BEGIN and COMMIT is one script: what is there goes, the backup comes, its rows are counted,
the caller's own statements have their say. COMMIT is sent only after pg_restore has ended well, so whoever is
killed on the way, or whatever fails, leaves the database as it was. Triggers come after the rows, so they
write no history of this.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from jobsite.backups import database as inside
from jobsite.backups import script
from jobsite.backups.database import Database
from jobsite.backups.manifest import Manifest, Migration, major
from jobsite.backups.programs import programs_for
from jobsite.backups.refusal import BackupRefused
from jobsite.backups.sealed import Progress, opened
from jobsite.backups.transfer import Transfer


@dataclass(frozen=True)
class Target:
    """What is known of the database before anything happens to it."""

    schema: str
    version: str
    relations: int
    settings: frozenset[str]

    @classmethod
    def of(cls, database: Database) -> "Target":
        with database.connect() as connection:
            settings = connection.execute("SELECT name FROM pg_settings")
            return cls(
                schema=inside.schema(connection),
                version=inside.version(connection),
                relations=len(inside.relations(connection)),
                settings=frozenset(name for (name,) in settings),
            )


def put_back(
    *,
    database: Database,
    path: Path,
    known: Collection[Migration],
    replace: bool,
    afterwards: Iterable[str] = (),
    checking: Progress = lambda done, total: None,
    progress: Progress = lambda done, total: None,
) -> Manifest:
    """Make the database what the backup says; `afterwards` are statements of the same transaction.

    Refused before anything is touched: a damaged file, one with migrations that are not `known`, one of a
    newer PostgreSQL, and a database that has something in it, unless it may be replaced.
    """
    with opened(path, progress=checking) as sealed:
        _refuse_newer(path, sealed.manifest, known)
        target = Target.of(database)
        _refuse_unfit(database, target, sealed.manifest, replace=replace)
        programs = programs_for(max(major(sealed.manifest.pg_dump), major(target.version)))
        before = script.before(target.schema, replace=replace)
        after = script.after(target.schema, sealed.manifest.tables, afterwards)
        Transfer(database, programs, target.settings, sealed).run(before, after, progress)
    with database.connect() as connection:
        connection.execute("SET LOCAL statement_timeout = 0")
        connection.execute("ANALYZE")  # a dump has no statistics, and without them plans are guesses
    return sealed.manifest


def _refuse_newer(path: Path, manifest: Manifest, known: Collection[Migration]) -> None:
    if unknown := manifest.unknown_to(known):
        named = ", ".join(unknown[:3])
        more = f" and {len(unknown) - 3} more" if len(unknown) > 3 else ""
        raise BackupRefused(
            f"{path} is of a newer version of Jobsite: this one does not know {named}{more}. "
            "Nothing was touched. Install the version that made it, or a newer one, and restore with that."
        )


def _refuse_unfit(database: Database, target: Target, manifest: Manifest, *, replace: bool) -> None:
    if major(manifest.postgresql) > major(target.version):
        raise BackupRefused(
            f"The backup is of PostgreSQL {major(manifest.postgresql)}, and this server is "
            f"{major(target.version)}. Nothing was touched. Restore into a server that is as new, or newer."
        )
    if manifest.schema != target.schema:
        raise BackupRefused(
            f"The backup is of the schema {manifest.schema}, and this database puts tables into "
            f"{target.schema}. Nothing was touched. Name the other one in search_path, in DATABASE_URL."
        )
    if target.relations and not replace:
        raise BackupRefused(
            f"The database {database.name} is not empty: it has {target.relations:,} tables. "
            "Nothing was touched. Restore into an empty one, or add --replace; all that is in it now is then "
            "gone for good, so take a backup of it before."
        )
