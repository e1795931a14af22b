"""One PostgreSQL database: how it is reached, by us and by its own programs, and what is in it.

Secrets go to the programs in their surroundings, which only the same user can look at, and never on their
command line, which `ps` shows to everybody.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo
from psycopg.pq import Conninfo, ConninfoOption

from jobsite.backups.manifest import Migration
from jobsite.backups.refusal import BackupRefused

RELATIONS = """
SELECT relname FROM pg_class
WHERE relnamespace = %s::regnamespace AND relkind::text = ANY(%s)
AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_class.oid AND deptype = 'e') -- of no extension
ORDER BY relname
"""


@dataclass(frozen=True)
class Database:
    parameters: Mapping[str, str]  # of libpq

    @classmethod
    def of(cls, parameters: Mapping[str, Any]) -> Self:
        """Take what is libpq's out of the parameters of a driver."""
        known = _options()
        return cls({name: str(value) for name, value in parameters.items() if name in known and value != ""})

    @property
    def name(self) -> str:
        return self.parameters["dbname"]

    def connect(self) -> psycopg.Connection:
        try:
            return psycopg.connect(make_conninfo(**self.parameters))
        except psycopg.OperationalError as fault:
            raise BackupRefused(
                f"The database does not answer: {' '.join(str(fault).split())}. "
                "Check DATABASE_URL, and that the server runs and lets this machine in."
            ) from fault

    @cached_property
    def surroundings(self) -> dict[str, str]:
        """In which a program of PostgreSQL reaches this database, and says in English what is wrong."""
        known = _options()
        named = {
            known[name].envvar.decode(): value  # type: ignore[union-attr]  # without one it is in `arguments`
            for name, value in self.parameters.items()
            if known[name].envvar
        }
        return {**os.environ, **named, "LC_ALL": "C"}

    @property
    def arguments(self) -> list[str]:
        """What has no variable of its own, for the command line."""
        known = _options()
        left = {name: value for name, value in self.parameters.items() if not known[name].envvar}
        if secret := [name for name in left if known[name].dispchar == b"*"]:
            raise BackupRefused(
                f"DATABASE_URL has {secret[0]}, which the programs of PostgreSQL take on their command line "
                "only, for all to see. Use a key without a passphrase that nobody else can read."
            )
        return [f"--dbname={make_conninfo(**left)}"] if left else []


def _options() -> dict[str, ConninfoOption]:
    return {option.keyword.decode(): option for option in Conninfo.get_defaults()}


def version(connection: psycopg.Connection) -> str:
    return connection.info.parameter_status("server_version") or ""


def schema(connection: psycopg.Connection) -> str:
    (found,) = connection.execute("SELECT current_schema()").fetchone() or (None,)
    if found is None:
        raise BackupRefused("The database has no schema to put tables in. Create the one in its search_path.")
    return str(found)


def _quoted(name: str) -> str:
    return sql.Identifier(name).as_string()


def relations(connection: psycopg.Connection, kinds: str = "rpvmf") -> list[str]:
    """Return the names of our tables and views, or of those of these kinds."""
    return [name for (name,) in connection.execute(RELATIONS, [_quoted(schema(connection)), list(kinds)])]


def rows_of(connection: psycopg.Connection) -> dict[str, int]:
    """Count every table; the caller's transaction says as of when."""
    counts = {}
    for table in relations(connection, "r"):
        statement = sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(table))
        ((counts[table],),) = connection.execute(statement)
    return counts


def migrations(connection: psycopg.Connection) -> tuple[Migration, ...]:
    if "django_migrations" not in relations(connection, "r"):
        raise BackupRefused("The database has no library in it yet. Run manage.py migrate first.")
    applied = connection.execute("SELECT app || '.' || name FROM django_migrations ORDER BY id")
    return tuple(name for (name,) in applied)
