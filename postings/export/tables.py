"""A table of texts in, a file out: CSV, Excel or Markdown.

What a document says may begin like a formula; a spreadsheet must not calculate it.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

FORMULA = re.compile(r"\A[\s\u200b]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")  # the wide forms too
LONGEST_CELL = 32_767  # characters that Excel takes
WIDTH = 40  # of a column, in characters


@dataclass(frozen=True, slots=True)
class Table:
    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]

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
            sheet.append([ILLEGAL_CHARACTERS_RE.sub("", harmless(cell))[:LONGEST_CELL] for cell in row])
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


def harmless(text: str) -> str:
    """Return the text with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if FORMULA.match(text) else text


def _line(cells: Iterable[str]) -> str:
    plain = (" ".join(cell.split()).replace("\\", "\\\\").replace("|", "\\|") for cell in cells)
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
