"""CSV → a table of text cells.

In: decoded text, with commas, semicolons, tabs or bars between its cells. Out: a Table.
Refused: quotes that do not close (`truncated`), a first row that names no columns (`csv_columns`, later).
"""

import csv
import io
from collections.abc import Iterator

from postings.readers import limits
from postings.readers.batches.columns import Table, is_header
from postings.readers.kinds import MARKDOWN_NAMES
from postings.readers.source import Unreadable

DELIMITERS = ",;\t"
BAR = "|"  # only where the name says that it is a table: Markdown has tables of bars too
NAMES = (".csv", ".tsv", ".tab")
FIRST = 64 * 1024  # characters that are looked at to find the delimiter
csv.field_size_limit(limits.UPLOAD_BYTES)


def is_csv(text: str, name: str) -> bool:
    """By name, or by a first row that names the columns of postings and rows of the same width below."""
    if name.lower().endswith(NAMES):
        return True
    if name.lower().endswith(MARKDOWN_NAMES):
        return False
    rows = []
    try:
        for row in _rows(text[:FIRST], _delimiter(text)):
            rows.append(row)
            if len(rows) == 3:
                break
    except csv.Error:
        return False
    header, *others = rows or [[]]
    return len(header) >= 3 and is_header(header) and bool(others) and len(others[0]) == len(header)


def read_csv(text: str, name: str = "") -> Table:
    try:
        rows = [tuple(row) for row in _rows(text, _delimiter(text, name))]
    except csv.Error as fault:
        raise Unreadable("truncated", f"It is not whole CSV ({fault}). Export it again.") from None
    numbered = [(number, row) for number, row in enumerate(rows, 1) if any(cell.strip() for cell in row)]
    if not numbered:
        raise Unreadable("empty", "There are no rows in it.")
    (_, header), *below = numbered
    return Table("", tuple(cell.strip() for cell in header), tuple(below))


def _delimiter(text: str, name: str = "") -> str:
    """Return the delimiter that splits the first row into most cells that are names of columns."""
    best, most = ",", (False, 0)
    for delimiter in DELIMITERS + BAR * name.lower().endswith(NAMES):
        try:
            header = next(_rows(text[:FIRST], delimiter), [])
        except csv.Error:
            continue
        found = (is_header(header), len(header))
        if found > most:
            best, most = delimiter, found
    return best


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
