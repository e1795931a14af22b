"""What stands in one cell of a table, and how it is kept from being calculated."""

import re
from datetime import date
from decimal import Decimal

Cell = str | int | Decimal | date | None

FORMULA = re.compile(r"\A[\s\u200b]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")  # the wide forms too


def harmless(cell: Cell) -> Cell:
    """Return a text with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{cell}" if isinstance(cell, str) and FORMULA.match(cell) else cell
