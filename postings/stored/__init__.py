"""Facts and the rows that hold them, both ways. Publishing writes through here, pages read through here."""

from postings.stored.index_rows import ENTRY_COLUMNS, entry_from_row, row_from_entry
from postings.stored.reading import facts_of, facts_of_all
from postings.stored.rows import FactRows, SkillRow, facts_from_rows, rows_from_facts

__all__ = [
    "ENTRY_COLUMNS",
    "FactRows",
    "SkillRow",
    "entry_from_row",
    "facts_from_rows",
    "facts_of",
    "facts_of_all",
    "row_from_entry",
    "rows_from_facts",
]
