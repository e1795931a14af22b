"""Flat objects, from JSON Lines or from a list → a table whose columns are their keys.

In: what stands in each line or place, with its number. Out: a Table, to be shown to whoever says which key is
what, and a way to read an object as they said. No table: fewer than two objects; one with something nested in
it, or of a known board, since such objects say themselves what is what; more keys than a sheet has columns.
"""

from collections.abc import Callable, Sequence

from postings.readers.batches.columns import MOST_COLUMNS, Columns, Table, is_stated, named_columns
from postings.readers.boards import Posting, is_of_a_board, unknown

Entries = Sequence[tuple[int, object]]
Record = dict[str, object]
LONGEST_NAME = 100
FEWEST = 2  # one object in a list is read as the object itself would be


def table_of_records(entries: Entries) -> Table | None:
    """Return the table; what is no object at all, such as a broken line, is told when the rest is read."""
    records = [(number, entry) for number, entry in entries if isinstance(entry, dict)]
    if len(records) < FEWEST or not all(_is_flat(record) for _, record in records):
        return None
    header = _header(entries)
    if not 1 < len(header) <= MOST_COLUMNS or not all(map(_is_name, header)):
        return None
    if any(is_of_a_board(record) for _, record in records):
        return None
    rows = ((number, tuple(_cell(record.get(key)) for key in header)) for number, record in records)
    return Table("", header, tuple(rows))


def record_reader(entries: Entries, columns: Columns) -> Callable[[Record], Posting]:
    """Return how an object is read whose keys somebody has named."""
    header = _header(entries)
    keys = {header[place]: key for place, key in named_columns(header, columns).items()}

    def read(record: Record) -> Posting:
        stated = {keys[name]: value for name, value in record.items() if name in keys and _is_stated(value)}
        return unknown.read(stated)

    return read


def _header(entries: Entries) -> tuple[str, ...]:
    """Return the keys of all objects, in the order in which they first appear: not every object has each."""
    return tuple(dict.fromkeys(key for _, entry in entries if isinstance(entry, dict) for key in entry))


def _is_flat(record: Record) -> bool:
    return not any(
        isinstance(value, dict)
        or (isinstance(value, list) and any(isinstance(part, dict | list) for part in value))
        for value in record.values()
    )


def _is_name(key: str) -> bool:
    """A key with a line or a NUL in it is no name of a column: no page and no database could show it."""
    return key.isprintable() and len(key) <= LONGEST_NAME


def _is_stated(value: object) -> bool:
    return not isinstance(value, str) or is_stated(value)


def _cell(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(_cell, value))
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value).lower()
    return str(value).encode(errors="replace").decode()  # half a character may be escaped in JSON
