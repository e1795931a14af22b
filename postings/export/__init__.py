"""What can be taken away: tables and whole selections as files of other programs."""

from postings.export.cells import UNWRITABLE, Cell
from postings.export.selection import selected
from postings.export.streams import KINDS
from postings.export.tables import FORMATS, Table
from postings.export.turns import LARGE, take_turn

__all__ = ["FORMATS", "KINDS", "LARGE", "UNWRITABLE", "Cell", "Table", "selected", "take_turn"]
