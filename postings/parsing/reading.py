"""Text in, facts out: what a job description states, each fact with the words that say so.

The way of a text: normalise (repair) → split (into postings) → view (words without markup) → header, lines,
outline (headings, bullets, prose, each in its section) → one extractor a field → assemble.
"""

from dataclasses import dataclass

from postings.facts import PostingFacts
from postings.parsing.assemble import PARSER_VERSION, read_parts, read_postings
from postings.parsing.normalise import repair

__all__ = ["PARSER_VERSION", "Document", "read_document", "read_parts", "read_postings"]


@dataclass(frozen=True, slots=True)
class Document:
    text: str  # repaired; what all spans point into
    repairs: tuple[str, ...]
    postings: tuple[PostingFacts, ...]


def read_document(text: str, declared: int = 0) -> Document:
    """Read a text; text[:declared] is a header that a structured source stated."""
    head, body = repair(text[:declared]), repair(text[declared:])
    whole = head.text + body.text
    repairs = tuple(dict.fromkeys((*head.repairs, *body.repairs)))
    return Document(whole, repairs, read_postings(whole, len(head.text)))
