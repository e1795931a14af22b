"""The question that filters and, later, search text compile to."""

from postings.query.plan import Cursor, Plan, Selection

__all__ = ["Cursor", "Plan", "Selection"]
