"""Facts and the rows that hold them, both ways. Publishing writes through here, pages read through here."""

from postings.stored.reading import facts_of, location_of, pay_of
from postings.stored.rows import FactRows, SkillRow, facts_from_rows, rows_from_facts

__all__ = ["FactRows", "SkillRow", "facts_from_rows", "facts_of", "location_of", "pay_of", "rows_from_facts"]
