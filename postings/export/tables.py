"""A small table in, a file out: CSV, Excel or Markdown. Numbers stay numbers, days stay days."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from postings.export.cells import Cell, harmless
from postings.export.xlsx import Sheet, workbook

WIDTH = 40  # of a column, in characters


@dataclass(frozen=True, slots=True)
class Table:
    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[Cell]]

    def as_csv(self) -> bytes:
        out = io.StringIO()
        csv.writer(out).writerows(map(harmless, row) for row in (self.header, *self.rows))
        return out.getvalue().encode("utf-8-sig")  # Excel takes it for Latin letters otherwise

    def as_markdown(self) -> bytes:
        lines = [_line(self.header), _line(["---"] * len(self.header)), *map(_line, self.rows)]
        return f"# {self.title}\n\n{''.join(lines)}".encode()

    def as_xlsx(self) -> bytes:
        header, *rows = ([harmless(cell) for cell in row] for row in (self.header, *self.rows))
        return b"".join(workbook([Sheet(self.title, list(map(str, header)), rows, WIDTH, wrapped=True)]))


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
