"""Sheets of rows in, an Excel workbook out, a piece at a time: it is on its way before the last row is known.

Written here, since the libraries that write workbooks hand over a finished file: after a minute of silence
for a large one. Texts stand in the cells themselves, numbers are numbers, days are days.
"""

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import chain, count, islice
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from postings.export.cells import UNWRITABLE, Cell
from postings.export.xlsx_frame import BOLD, DAY, HEAD, MAIN, MOMENT, WRAPPED, frame

MOST_ROWS = 1_048_576  # of a sheet; what is beyond goes on in another
LONGEST_TEXT = 32_767
PORTION = 500  # rows that are written at once
EFFORT = 3  # of the compression, of 9: more takes twice the time for a tenth of the size
ESCAPED = re.compile(
    r"_x(?=[0-9A-Fa-f]{4}_)"
)  # what readers of workbooks would take for a character's number
EPOCH = datetime(1899, 12, 30)
FROZEN = '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>'


@dataclass(frozen=True, slots=True)
class Sheet:
    name: str
    header: Sequence[Cell]
    rows: Iterable[Sequence[Cell]]
    width: int = 18  # of every column, in characters
    wrapped: bool = False  # long texts go on in the next line of their cell


def workbook(sheets: Iterable[Sheet]) -> Iterator[bytes]:
    """Yield the file. The rows of a sheet are asked for when all of the sheet before it is written."""
    out, names = _Outlet(), list[str]()
    with ZipFile(out, "w", ZIP_DEFLATED, compresslevel=EFFORT) as archive:
        for sheet in chain.from_iterable(map(_fitting, sheets)):
            names.append(sheet.name)
            with archive.open(f"xl/worksheets/sheet{len(names)}.xml", "w", force_zip64=True) as part:
                for piece in _written(sheet):
                    part.write(piece.encode())
                    yield out.taken()
        for name, text in frame(names):
            archive.writestr(name, text)
    yield out.taken()


class _Outlet(io.RawIOBase):
    """What the archive is written to: it cannot go back in it, so no part of it has to be kept."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, piece: Any) -> int:
        self._pieces.append(bytes(piece))
        return len(piece)

    def taken(self) -> bytes:
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)


def _fitting(sheet: Sheet) -> Iterator[Sheet]:
    """Yield as many sheets as the rows take; each is to be written before the next is asked for."""
    rows, most = iter(sheet.rows), MOST_ROWS - 1
    yield Sheet(sheet.name, sheet.header, islice(rows, most), sheet.width, sheet.wrapped)
    for number in count(2):
        for first in rows:
            more = chain([first], islice(rows, most - 1))
            yield Sheet(f"{sheet.name} {number}", sheet.header, more, sheet.width, sheet.wrapped)
            break
        else:
            return


def _written(sheet: Sheet) -> Iterator[str]:
    columns = f'<cols><col min="1" max="{len(sheet.header)}" width="{sheet.width}" customWidth="1"/></cols>'
    view = f'<sheetViews><sheetView workbookViewId="0">{FROZEN}</sheetView></sheetViews>'
    yield f'{HEAD}<worksheet xmlns="{MAIN}">{view}{columns}<sheetData>{_row(sheet.header, BOLD)}'
    rows, style = iter(sheet.rows), WRAPPED if sheet.wrapped else 0
    while portion := [_row(row, style) for row in islice(rows, PORTION)]:
        yield "".join(portion)
    yield "</sheetData></worksheet>"


def _fitting_text(text: str) -> str:
    """Return as much of a text as a cell may have: Excel counts in units of two bytes."""
    if len(text) * 2 <= LONGEST_TEXT:
        return text
    return text.encode("utf-16-le")[: LONGEST_TEXT * 2].decode("utf-16-le", "ignore")


def _row(cells: Iterable[Cell], style: int) -> str:
    return f"<row>{''.join([_cell(cell, style) for cell in cells])}</row>"


def _cell(cell: Cell, style: int) -> str:
    match cell:
        case None | "":
            return "<c/>"
        case str():
            text = escape(_fitting_text(ESCAPED.sub("_x005F_x", UNWRITABLE.sub("", cell))))
            return f'<c s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
        case datetime():
            return f'<c s="{MOMENT}"><v>{(cell - EPOCH).total_seconds() / 86_400:.6f}</v></c>'
        case date():
            return f'<c s="{DAY}"><v>{(datetime(cell.year, cell.month, cell.day) - EPOCH).days}</v></c>'
        case Decimal():
            return f"<c><v>{cell:f}</v></c>"
    return f"<c><v>{cell}</v></c>"
