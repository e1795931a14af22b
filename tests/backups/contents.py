"""What is in a database, short enough to be compared whole."""

import re
from typing import Any

from psycopg import sql

from jobsite.backups import Database

TABLES = """
SELECT pg_class.relname, array_agg(key.attname ORDER BY position)
FROM pg_class
JOIN pg_index ON indrelid = pg_class.oid AND indisprimary
CROSS JOIN unnest(indkey::int[]) WITH ORDINALITY AS one (number, position)
JOIN pg_attribute AS key ON key.attrelid = pg_class.oid AND key.attnum = one.number
WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
GROUP BY 1
"""
ROWS = "SELECT count(*), md5(string_agg(md5(row::text), '' ORDER BY {key})) FROM {table} AS row"
STRUCTURE = """
SELECT 'column', table_name || '.' || column_name, data_type || coalesce(generation_expression, '')
FROM information_schema.columns WHERE table_schema = 'public'
UNION ALL SELECT 'index', indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
UNION ALL SELECT 'constraint', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)
FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
UNION ALL SELECT 'trigger', tgrelid::regclass || '.' || tgname, tgenabled::text || pg_get_triggerdef(oid)
FROM pg_trigger WHERE NOT tgisinternal
UNION ALL SELECT 'function', oid::regprocedure::text, prosrc FROM pg_proc
WHERE pronamespace = 'public'::regnamespace
UNION ALL SELECT 'sequence', sequencename, coalesce(last_value, 0)::text FROM pg_sequences
"""


# PostgreSQL spells the casts of a condition anew when it reads it again, once.
CASTS = re.compile(r"::(text|character varying)(\[\])?|[()]")


def checksums(database: Database, *, without: frozenset[str] = frozenset()) -> dict[str, tuple[int, str]]:
    """Return how many rows each table has, and a checksum of all their columns in the order of the key."""
    with database.connect() as connection:
        return {
            table: connection.execute(
                sql.SQL(ROWS).format(
                    table=sql.Identifier(table),
                    key=sql.SQL(", ").join(sql.Identifier("row", column) for column in key),
                )
            ).fetchone()
            for table, key in connection.execute(TABLES).fetchall()
            if table not in without
        }


def structure(database: Database) -> dict[tuple[str, str], str]:
    """Return columns, indexes, constraints, triggers, functions, and where each sequence stands."""
    with database.connect() as connection:
        told = {(kind, name): said for kind, name, said in connection.execute(STRUCTURE)}
    return {
        (kind, name): CASTS.sub("", said) if kind in {"index", "constraint"} else said
        for (kind, name), said in told.items()
    }


def ask(database: Database, statement: str) -> Any:
    """Run one statement, for good; return the first value of its first row, if it has any."""
    with database.connect() as connection:
        cursor = connection.execute(statement)
        return cursor.fetchone()[0] if cursor.description else None
