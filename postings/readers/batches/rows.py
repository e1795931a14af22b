"""The rows of a table → postings: each row is read as an object whose keys are its columns."""

from collections.abc import Iterator

from postings.readers.batches.columns import Columns, Table, is_stated, named_columns
from postings.readers.boards import Posting, unknown
from postings.readers.source import Unreadable


def postings_of(table: Table, columns: Columns | None) -> Iterator[tuple[str, Posting | Unreadable]]:
    """Yield ("#12", posting) for each row that has something in it; a fault for one without a text."""
    keys = named_columns(table.header, columns)
    filled = False
    sheet = f"{table.name}!" if table.name else ""
    for number, cells in table.rows:
        row = {
            key: cells[place] for place, key in keys.items() if place < len(cells) and is_stated(cells[place])
        }
        if row:
            filled = True
            facts, text = unknown.read(dict(row))
            fault = Unreadable("no_description", f"Row {number} has no description.")
            yield f"#{sheet}{number}", (facts, text) if text else fault
    if not filled:
        raise Unreadable("empty", "There are no rows with postings in it.")
