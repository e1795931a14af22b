"""A document may hold several postings. One of them out: its own text, and facts whose spans point into that.

Pure. What the other parts say is not for who reads this one: some of them may still be under review.
"""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from postings.facts import PostingFacts, Span


def own_part(facts: PostingFacts, text: str) -> tuple[PostingFacts, str]:
    """Return the facts and the text of a posting that its document's text holds beside others."""
    if facts.span is None:
        return facts, text
    return _moved(facts, facts.span), text[slice(*facts.span)]


def _moved(value: Any, part: Span) -> Any:
    """Return the value with all spans in it counted from where the part begins; those outside are empty."""
    match value:
        case Span():
            start, end = (min(max(edge, part.start), part.end) - part.start for edge in value)
            return Span(start, end)
        case tuple():
            return tuple(_moved(one, part) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        known = {one.name: getattr(value, one.name) for one in fields(value)}
        moved = {name: _moved(one, part) for name, one in known.items()}
        return replace(value, **{name: one for name, one in moved.items() if one is not known[name]})
    return value
