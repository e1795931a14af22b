"""A document of the library, with all that it says."""

from dataclasses import dataclass
from datetime import datetime

from postings.facts import PostingFacts


@dataclass(frozen=True, slots=True)
class Draft:
    key: str  # stable: the same seed and number give the same key
    text: str  # the whole document, as somebody would upload it
    facts: PostingFacts
    posted_at: datetime  # UTC
    file_name: str
