"""What a table looks like before it is read: its columns, its first rows, how many, and a first guess.

Also as JSON and back, since a confined child looks at spreadsheets.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from postings.readers.batches.columns import Columns, Table
from postings.readers.boards.unknown import NAMES, SECTIONS, field_of

LABELS = {
    "locations": "Places",
    "salary": "Pay, in words or as a range",
    "salary_min": "Pay, from",
    "salary_max": "Pay, to",
    "period": "What the pay is for (a year, an hour)",
    "experience": "Years of experience",
    "posted_on": "Posted on",
    "apply": "Where to apply",
}
SHOWN = 10  # rows
LONGEST_CELL = 300  # characters that are shown


@dataclass(frozen=True, slots=True)
class Preview:
    name: str  # of the sheet; "" where there is only one
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    count: int

    def to_json(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, told: str) -> "Preview":
        """Raise ValueError, TypeError or KeyError for anything that is no preview."""
        read = json.loads(told)
        rows = tuple(tuple(map(str, row)) for row in read["rows"])
        return cls(str(read["name"]), tuple(map(str, read["header"])), rows, int(read["count"]))


def preview_of(table: Table) -> Preview:
    rows = tuple(tuple(cell[:LONGEST_CELL] for cell in cells) for _, cells in table.rows[:SHOWN])
    return Preview(table.name, table.header, rows, len(table.rows))


def field_labels() -> dict[str, str]:
    """Return every field that a column may be, with the words for a person who chooses."""
    facts = {field: LABELS.get(field) or field.replace("_", " ").capitalize() for field in NAMES}
    return {"title": facts["title"], "description": "Description, as a whole", **facts, **SECTIONS}


def guess(header: Sequence[str]) -> Columns:
    """Return the column of each field that is named as one; of two that are, the first."""
    guessed: dict[str, str] = {}
    for name in header:
        if field := field_of(name):
            guessed.setdefault(field, name)
    return guessed
