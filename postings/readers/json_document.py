"""A JSON document or JSON Lines → the postings in it.

In: decoded text, and which key is what, where somebody has said so of flat objects. Out: for each posting its
place ("" for the only one, else "#1"…), facts and text; for an entry that has no text an `Unreadable`.
Refused: JSON that breaks off (`truncated`), JSON without any text.
"""

import json
from collections.abc import Callable, Iterator
from typing import Any

from postings.readers.batches import Columns, Entries, Table, record_reader, table_of_records
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


def json_table(text: str) -> Table | None:
    """Return the table that a list or lines of flat objects are; None for other JSON, damaged included."""
    if (lines := json_lines(text)) is not None:
        return table_of_records(lines)
    try:
        return table_of_records(_numbered(loads(text)))
    except ValueError:
        return None


def _numbered(data: object) -> Entries:
    return list(enumerate(postings_in(data), 1))


def read_json(text: str, columns: Columns | None = None) -> Iterator[tuple[str, Posting | Unreadable]]:
    try:
        entries = _numbered(loads(text))
    except ValueError as fault:
        line = f" in line {fault.lineno}" if isinstance(fault, json.JSONDecodeError) else ""
        raise Unreadable(
            "truncated", f"It is JSON that breaks off or has a fault{line}. Export it again."
        ) from None
    if not entries:
        raise _without_text()
    read = _reader(entries, columns)
    for number, entry in entries:
        yield "" if len(entries) == 1 else f"#{number}", read(entry)


def read_json_lines(
    entries: Entries, columns: Columns | None = None
) -> Iterator[tuple[str, Posting | Unreadable]]:
    read = _reader(entries, columns)
    for number, entry in entries:
        if isinstance(entry, dict):
            yield f"#{number}", read(next(postings_in(entry), {}))
        else:
            yield (
                f"#{number}",
                Unreadable("truncated", f"Line {number} is not a whole JSON object. Export it again."),
            )


def _reader(entries: Entries, columns: Columns | None) -> Callable[[Any], Posting | Unreadable]:
    """Return how each entry is read: as somebody has said of its keys, else by their names."""
    said = bool(columns) and table_of_records(entries) is not None
    read_entry = record_reader(entries, columns or {}) if said else read_posting

    def read(entry: dict[str, object]) -> Posting | Unreadable:
        facts, text = read_entry(entry)
        return (facts, text) if text.strip() else _without_text()

    return read


def _without_text() -> Unreadable:
    return Unreadable("no_description", "It has no text that could be a job description. Check its fields.")
