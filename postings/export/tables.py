"""A table in, a file out: CSV, Excel or Markdown. Numbers stay numbers, days stay days.

What a document says may begin like a formula; a spreadsheet must not calculate it.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

FORMULA = re.compile(r"\A[\s\u200b]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")  # the wide forms too
LONGEST_CELL = 32_767  # characters that Excel takes
WIDTH = 40  # of a column, in characters


Cell = str | int | Decimal | date | None


@dataclass(frozen=True, slots=True)
class Table:
    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[Cell]]

    def as_csv(self) -> bytes:
        out = io.StringIO()
        writer = csv.writer(out)
        writer.writerows([harmless(cell) for cell in row] for row in (self.header, *self.rows))
        return out.getvalue().encode("utf-8-sig")  # Excel takes it for Latin letters otherwise

    def as_markdown(self) -> bytes:
        lines = [_line(self.header), _line(["---"] * len(self.header)), *map(_line, self.rows)]
        return f"# {self.title}\n\n{''.join(lines)}".encode()

    def as_xlsx(self) -> bytes:
        book = Workbook()
        sheet = book.worksheets[0]
        for row in (self.header, *self.rows):
            sheet.append([_in_a_sheet(cell) for cell in row])
        for cells in sheet.iter_rows():
            for cell in cells:
                cell.alignment = Alignment(wrap_text=True, vertical="top")
        for number, cell in enumerate(sheet[1], 1):
            cell.font = Font(bold=True)
            sheet.column_dimensions[get_column_letter(number)].width = WIDTH
        sheet.freeze_panes = "B2"
        out = io.BytesIO()
        book.save(out)
        return out.getvalue()


def harmless(cell: Cell) -> Cell:
    """Return a text with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{cell}" if isinstance(cell, str) and FORMULA.match(cell) else cell


def _in_a_sheet(cell: Cell) -> Cell:
    safe = harmless(cell)
    return ILLEGAL_CHARACTERS_RE.sub("", safe)[:LONGEST_CELL] if isinstance(safe, str) else safe


def _line(cells: Iterable[Cell]) -> str:
    texts = ("" if cell is None else str(cell) for cell in cells)
    plain = (" ".join(text.split()).replace("\\", "\\\\").replace("|", "\\|") for text in texts)
    return f"| {' | '.join(plain)} |\n"


class Format(NamedTuple):
    media_type: str
    write: Callable[[Table], bytes]


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "csv": Format("text/csv; charset=utf-8", Table.as_csv),
        "xlsx": Format("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Table.as_xlsx),
        "md": Format("text/markdown; charset=utf-8", Table.as_markdown),
    }
)
