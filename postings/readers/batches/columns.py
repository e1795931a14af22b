"""Which column of a table is which fact: by the names in its first row, or as the caller says.

In: header names, and optionally {field: column name}. Out: the field of each column that has one.
Refused: a table without a title and without a description (`csv_columns`), with the names that it has.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from postings.readers.boards.unknown import field_of
from postings.readers.source import Unreadable

Columns = Mapping[str, str]  # field → the column's name, such as {"title": "Jobbtitel"}
EXPECTED = "title, company, location, description, requirements, salary"
MOST_NAMED = 12  # columns that a message lists
MOST_COLUMNS = 200
NOT_STATED = frozenset({"nan", "null", "none", "n/a", "#n/a", "na", "-", "--"})


@dataclass(frozen=True, slots=True)
class Table:
    """A table's rows from the first below its header; numbers are those that a spreadsheet shows."""

    name: str  # of the sheet; "" where there is only one
    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def is_header(cells: Sequence[str]) -> bool:
    """Say whether a row names a description, or a title beside another fact: then it heads postings."""
    fields = {field_of(cell) for cell in cells} - {""}
    return "description" in fields or ("title" in fields and len(fields) > 1)


def is_stated(cell: str) -> bool:
    return bool(cell.strip()) and cell.strip().lower() not in NOT_STATED


def named_columns(header: Sequence[str], columns: Columns | None) -> dict[int, str]:
    """Return the key under which each column is read: a field that was guessed, or said by the caller."""
    said = {name: field for field, name in (columns or {}).items()}
    if missing := said.keys() - set(header):
        raise _unknown(header, f"It has no column {_listed(sorted(missing))}")
    keys = {}
    for place, name in enumerate(header):
        if name in said:
            keys[place] = said[name]
        elif field_of(name) not in said.values():
            keys[place] = name
    if not {field_of(key) for key in keys.values()} & {"title", "description"}:
        raise _unknown(header, "No column is named as a title or a description")
    return keys


def _unknown(header: Sequence[str], fault: str) -> Unreadable:
    found = _listed([name for name in header if name.strip()]) or "none"
    return Unreadable(
        "csv_columns", f"{fault}. Columns found: {found}. Name them in the first row, such as: {EXPECTED}."
    )


def _listed(names: list[str]) -> str:
    shown = ", ".join(f"“{name.strip()[:40]}”" for name in names[:MOST_NAMED])
    return f"{shown} and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else shown
