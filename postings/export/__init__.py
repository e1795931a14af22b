"""What can be taken away: tables as files of other programs."""

from postings.export.tables import FORMATS, Cell, Table

__all__ = ["FORMATS", "Cell", "Table"]
