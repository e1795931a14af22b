"""Search text: what readers type into the box, as docs/query-language.md explains it to them."""

from postings.query.language.faults import Fault
from postings.query.language.fields import FIELDS, Field
from postings.query.language.printing import to_text
from postings.query.language.understanding import Understood, understand

__all__ = ["FIELDS", "Fault", "Field", "Understood", "to_text", "understand"]
