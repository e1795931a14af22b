"""Tables with one posting a row: CSV, XLSX, and flat objects in JSON."""

from postings.readers.batches.columns import Columns, Table
from postings.readers.batches.csv_rows import is_csv, read_csv
from postings.readers.batches.json_rows import Entries, record_reader, table_of_records
from postings.readers.batches.preview import Preview, field_labels, guess, preview_of
from postings.readers.batches.rows import postings_of
from postings.readers.batches.xlsx_rows import read_xlsx

__all__ = [
    "Columns",
    "Entries",
    "Preview",
    "Table",
    "field_labels",
    "guess",
    "is_csv",
    "postings_of",
    "preview_of",
    "read_csv",
    "read_xlsx",
    "record_reader",
    "table_of_records",
]
