"""What can be taken away: tables as files of other programs."""

from postings.export.tables import FORMATS, Table

__all__ = ["FORMATS", "Table"]
