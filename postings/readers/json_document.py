"""A JSON document or JSON Lines → the postings in it.

In: decoded text. Out: for each posting its place ("" for the only one, else "#1"…), facts and text; for an
entry that has no text an `Unreadable`. Refused: JSON that breaks off (`truncated`), JSON without any text.
"""

import json
from collections.abc import Iterator

from postings.readers.boards import Posting, postings_in, read_posting
from postings.readers.source import Unreadable


def loads(text: str) -> object:
    """Return the structure; ValueError for anything that is none, too deep included."""
    try:
        return json.loads(text, strict=False)
    except RecursionError:
        raise ValueError("nested too deep") from None


def is_json(text: str, name: str) -> bool:
    """Tell JSON from a text that begins with a bracket, such as Markdown that begins with a link."""
    start = text.lstrip()[:1]
    if start not in {"{", "["}:
        return False
    if name.lower().endswith((".json", ".jsonld")):
        return True
    try:
        return isinstance(loads(text), dict | list)
    except ValueError:
        return start == "{" and text.lstrip()[1:].lstrip()[:1] == '"'


def json_lines(text: str) -> list[tuple[int, object]] | None:
    """Return (line number, object) of JSON Lines, None in the place of a broken one; None for other JSON."""
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if len(lines) < 2 or not all(line.lstrip().startswith("{") for _, line in lines[:2]):
        return None
    entries = [(number, _object(line)) for number, line in lines]
    return entries if entries[0][1] is not None else None  # "{" alone: one object, printed over many lines


def _object(line: str) -> object:
    try:
        return loads(line)
    except ValueError:
        return None


def read_json(text: str) -> Iterator[tuple[str, Posting | Unreadable]]:
    try:
        data = loads(text)
    except ValueError as fault:
        line = f" in line {fault.lineno}" if isinstance(fault, json.JSONDecodeError) else ""
        raise Unreadable(
            "truncated", f"It is JSON that breaks off or has a fault{line}. Export it again."
        ) from None
    entries = list(postings_in(data))
    if not entries:
        raise _without_text()
    for number, entry in enumerate(entries, 1):
        yield "" if len(entries) == 1 else f"#{number}", _posting(entry)


def read_json_lines(entries: list[tuple[int, object]]) -> Iterator[tuple[str, Posting | Unreadable]]:
    for number, entry in entries:
        if isinstance(entry, dict):
            yield f"#{number}", _posting(next(postings_in(entry), {}))
        else:
            yield (
                f"#{number}",
                Unreadable("truncated", f"Line {number} is not a whole JSON object. Export it again."),
            )


def _posting(entry: dict[str, object]) -> Posting | Unreadable:
    facts, text = read_posting(entry)
    return (facts, text) if text.strip() else _without_text()


def _without_text() -> Unreadable:
    return Unreadable("no_description", "It has no text that could be a job description. Check its fields.")
