"""Pieces of SQL with their values, put together without ever writing a value into the text."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.db import connection


class Sql(NamedTuple):
    text: str
    values: tuple[Any, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text)


TRUE, FALSE = Sql("true"), Sql("false")


def all_of(parts: Iterable[Sql]) -> Sql:
    return _joined(" AND ", parts) or TRUE


def any_of(parts: Iterable[Sql]) -> Sql:
    return _joined(" OR ", parts) or FALSE


def _joined(word: str, parts: Iterable[Sql]) -> Sql:
    parts = list(parts)
    return Sql(
        word.join(f"({part.text})" for part in parts),
        tuple(value for part in parts for value in part.values),
    )


def rows(*parts: Sql | str) -> list[tuple[Any, ...]]:
    """Run one statement and return all that it gives."""
    with connection.cursor() as cursor:
        cursor.execute(*_whole(parts))
        return list(cursor.fetchall())


def counts(*parts: Sql | str) -> dict[Any, int]:
    """Run a statement that gives values, each with how many there are; keep its order."""
    return {row[0]: row[1] for row in rows(*parts)}


def execute(*parts: Sql | str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(*_whole(parts))


def _whole(parts: Iterable[Sql | str]) -> tuple[str, list[Any]]:
    pieces = [Sql(part) if isinstance(part, str) else part for part in parts]
    return " ".join(piece.text for piece in pieces), [value for piece in pieces for value in piece.values]
