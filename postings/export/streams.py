"""A selection as a file: CSV, Excel or lines of JSON, a piece at a time, however many postings there are."""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from postings.bitmaps.segment import Array
from postings.export.cells import Cell, harmless
from postings.export.rows import PARTS, PAY_PART, POSTINGS_PART, REQUIREMENTS_PART, Part
from postings.export.selection import portions
from postings.export.tables import FORMATS
from postings.export.xlsx import Sheet, workbook
from postings.models import Posting
from postings.selectors.posting_record import posting_records

ROWS_AT_ONCE, FACTS_AT_ONCE = 5_000, 250  # postings
MOST_IN_EXCEL = 50_000  # postings: more are no work for a spreadsheet
BYTE_ORDER_MARK = "\ufeff"  # Excel takes the text for Latin letters otherwise


def csv_of(part: Part, postings: Array, site: str) -> Iterator[bytes]:
    out = io.StringIO()
    writer = csv.writer(out)
    out.write(BYTE_ORDER_MARK)
    writer.writerow(part.header)
    for ids in portions(postings, ROWS_AT_ONCE):
        writer.writerows([list(map(harmless, row)) for row in part.rows(ids, site)])
        yield out.getvalue().encode()
        out.seek(0)
        out.truncate()
    yield out.getvalue().encode()


def xlsx_of(postings: Array, site: str) -> Iterator[bytes]:
    """Yield a workbook with sheets of the postings, of their requirements and of their pay."""
    return workbook(
        Sheet(part.title, part.header, (list(map(harmless, row)) for row in _rows(part, postings, site)))
        for part in PARTS
    )


def _rows(part: Part, postings: Array, site: str) -> Iterator[list[Cell]]:
    for ids in portions(postings, ROWS_AT_ONCE):
        yield from part.rows(ids, site)


def json_lines_of(postings: Array, site: str) -> Iterator[bytes]:
    """Yield a line a posting: all its facts, each with the words that it was read from, and its text."""
    for ids in portions(postings, FACTS_AT_ONCE):
        known = Posting.objects.select_related("run").defer("draft", "run__facts").in_bulk(ids)
        records = posting_records([known[one] for one in ids], site)
        yield "".join(f"{json.dumps(record, ensure_ascii=False)}\n" for record in records).encode()


class Kind(NamedTuple):
    label: str
    media_type: str
    written: Callable[[Array, str], Iterator[bytes]]
    most: int | None = None  # postings


CSV = "text/csv; charset=utf-8"
KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "csv": Kind("CSV", CSV, partial(csv_of, POSTINGS_PART)),
        "requirements.csv": Kind("CSV of requirements", CSV, partial(csv_of, REQUIREMENTS_PART)),
        "pay.csv": Kind("CSV of pay bands", CSV, partial(csv_of, PAY_PART)),
        "xlsx": Kind("Excel", FORMATS["xlsx"].media_type, xlsx_of, MOST_IN_EXCEL),
        "jsonl": Kind("JSON Lines", "application/jsonl", json_lines_of),
    }
)
