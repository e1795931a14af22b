"""The statements around a backup while it is put in: what goes before it, and what has to be so after it.

In: a schema, a manifest, the caller's own statements. Out: SQL for psql, whose transaction holds all of it.
"""

from collections.abc import Iterable, Mapping

from psycopg import sql

BEGIN = """
SET client_min_messages = warning;
BEGIN;
SET LOCAL statement_timeout = 0;
"""

# All locks first: whoever is in the middle of something ends it or makes us give up, before anything goes.
CLEAR = """
SET LOCAL lock_timeout = '60s';
DO $clear$
DECLARE
    one record;
BEGIN
    FOR one IN
        SELECT 'LOCK TABLE ' || string_agg(format('%I.%I', relnamespace::regnamespace, relname), ', ') AS todo
        FROM pg_class WHERE relnamespace = {schema}::regnamespace AND relkind IN ('r', 'p')
        AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_class.oid AND deptype = 'e')
        HAVING count(*) > 0
    LOOP
        EXECUTE one.todo;
    END LOOP;
    FOR one IN
        SELECT format('DROP %s IF EXISTS %I.%I CASCADE', CASE relkind
            WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE'
            WHEN 'f' THEN 'FOREIGN TABLE' ELSE 'TABLE' END, relnamespace::regnamespace, relname) AS todo
        FROM pg_class WHERE relnamespace = {schema}::regnamespace
        AND relkind IN ('r', 'p', 'f', 'v', 'm', 'S')
        AND NOT EXISTS ( -- of an extension, or going with its table
            SELECT FROM pg_depend WHERE objid = pg_class.oid AND deptype IN ('e', 'i')
        )
        UNION ALL
        SELECT format('DROP ROUTINE IF EXISTS %s CASCADE', pg_proc.oid::regprocedure)
        FROM pg_proc WHERE pronamespace = {schema}::regnamespace
        AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')
        UNION ALL
        SELECT format('DROP TYPE IF EXISTS %I.%I CASCADE', typnamespace::regnamespace, typname)
        FROM pg_type WHERE typnamespace = {schema}::regnamespace AND typtype IN ('d', 'e')
        AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_type.oid AND deptype = 'e')
    LOOP
        EXECUTE one.todo;
    END LOOP;
END
$clear$;
"""

COUNT = """
DO $count$
DECLARE
    there bigint;
BEGIN
    SELECT count(*) INTO there FROM {table};
    IF there <> {rows} THEN
        RAISE EXCEPTION 'table % has % rows and should have %', {name}, there, {rows};
    END IF;
END
$count$;
"""


def before(schema: str, *, replace: bool) -> bytes:
    clear = sql.SQL(CLEAR).format(schema=sql.Literal(sql.Identifier(schema).as_string()))
    return (BEGIN + (clear.as_string() if replace else "")).encode()


def after(schema: str, tables: Mapping[str, int], afterwards: Iterable[str]) -> bytes:
    """Refuse to commit other numbers of rows than those that were dumped; then the caller's statements."""
    counts = (
        sql.SQL(COUNT)
        .format(table=sql.Identifier(schema, name), name=sql.Literal(name), rows=sql.Literal(rows))
        .as_string()
        for name, rows in tables.items()
    )
    here = sql.SQL("SET LOCAL search_path TO {};").format(sql.Identifier(schema)).as_string()
    statements = (f"{statement};" for statement in afterwards)
    return "\n".join((*counts, here, *statements, "COMMIT;", "")).encode()
