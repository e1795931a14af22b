"""What stands in one cell of a table, and how it is kept from being calculated."""

import re
from datetime import date
from decimal import Decimal

Cell = str | int | Decimal | date | None

UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # not of XML
UNSEEN = r"\s\x00-\x1f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"  # and takes no room
FORMULA = re.compile(rf"\A[{UNSEEN}]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")  # the wide forms too


def harmless(cell: Cell) -> Cell:
    """Return a text with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{cell}" if isinstance(cell, str) and FORMULA.match(cell) else cell
