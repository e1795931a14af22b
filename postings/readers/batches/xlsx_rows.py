"""XLSX → tables of text cells, one for each sheet that has postings.

In: the bytes of an .xlsx. Out: Tables; dates as ISO, whole numbers without a point, formulas as last
computed. Refused: packages over the limits, a `<!DOCTYPE` in any part, an empty workbook; and, when its rows
are read, one without a sheet whose first rows name columns (`csv_columns`).
"""

import io
import warnings
from collections.abc import Iterator
from datetime import date, datetime, time

import openpyxl

from postings.readers.batches.columns import MOST_COLUMNS, Table, is_header
from postings.readers.office.package import Package
from postings.readers.office.parts import parse
from postings.readers.source import Unreadable

HEADER_WITHIN = 10  # rows: a title and notes may stand above the header
MOST_ROWS = 20_000


def read_xlsx(content: bytes) -> list[Table]:
    package = Package(content)
    for part in package.names:
        if part.lower().endswith((".xml", ".rels")):
            parse(package.read(part))  # openpyxl reads them itself, and would expand what this refuses
    tables = [table for table in _tables(content) if table.rows or table.header]
    found = [table for table in tables if is_header(table.header)]
    if not tables:
        raise Unreadable("empty", "There are no rows in it.")
    if not found:
        return tables[:1]
    return [Table("", found[0].header, found[0].rows)] if len(found) == 1 else found


def _tables(content: bytes) -> Iterator[Table]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about styles and extensions, which no text needs
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        try:
            for sheet in book.worksheets:
                if sheet.sheet_state == "visible":
                    sheet.reset_dimensions()  # what a sheet says of its size need not be so
                    yield _table(
                        sheet.title, _cells(sheet.iter_rows(max_row=MOST_ROWS + 1, values_only=True))
                    )
        finally:
            book.close()


def _cells(rows: Iterator[tuple[object, ...]]) -> list[tuple[int, tuple[str, ...]]]:
    numbered = ((number, tuple(map(_text, row[:MOST_COLUMNS]))) for number, row in enumerate(rows, 1))
    filled = [(number, row) for number, row in numbered if any(row)]
    if filled and filled[-1][0] > MOST_ROWS:
        raise Unreadable("too_large", f"A sheet has more than {MOST_ROWS} rows. Split it into several files.")
    return filled


def _table(name: str, rows: list[tuple[int, tuple[str, ...]]]) -> Table:
    """Split the header off: the first row that names columns, else the first row."""
    place = next((place for place, (_, row) in enumerate(rows[:HEADER_WITHIN]) if is_header(row)), 0)
    header = rows[place][1] if rows else ()
    return Table(name, header, tuple(rows[place + 1 :]))


def _text(value: object) -> str:
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value).lower()
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return f"{value:.15g}"
    return str(value).replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", "").strip()
