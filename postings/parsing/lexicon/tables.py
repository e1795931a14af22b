"""Reads the tab-parted data files that people edit by hand, and names file and line where one is wrong."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent


class LexiconFaultError(ValueError):
    """A data file says something that cannot be: `skills.tsv:17: no name`."""


@dataclass(frozen=True, slots=True)
class Row:
    file: str
    line: int
    cells: tuple[str, ...]

    def fault(self, reason: str) -> LexiconFaultError:
        return LexiconFaultError(f"{self.file}:{self.line}: {reason}")


def read_rows(path: Path, columns: tuple[str, ...]) -> Iterator[Row]:
    """The rows below the comments and the line that names the columns; short rows end in empty cells."""
    heading_seen = False
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = tuple(cell.strip() for cell in line.split("\t"))
        row = Row(path.name, number, cells + ("",) * (len(columns) - len(cells)))
        if len(cells) > len(columns):
            raise row.fault(f"{len(cells)} columns, where there are {len(columns)}: {', '.join(columns)}")
        if heading_seen:
            yield row
        elif cells == columns:
            heading_seen = True
        else:
            raise row.fault(f"the first line should name the columns: {', '.join(columns)}")
