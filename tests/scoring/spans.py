"""Spans that do not hold: the words in the text are not those that the fact says it was read from."""

from collections.abc import Iterator
from typing import Any

from postings.facts_json import facts_to_json
from tests.scoring.samples import Reading


def broken_spans(reading: Reading) -> list[str]:
    """Return every place whose words in the text are not those that the fact says it was read from."""
    return [
        f"{path} {raw!r}"
        for number, facts in enumerate(reading.postings, 1)
        for path, (start, end), raw in _spans(facts_to_json(facts), f"#{number}")
        if (raw and reading.text[start:end] != raw) or end > len(reading.text)
    ]


def _spans(value: Any, path: str) -> Iterator[tuple[str, tuple[int, int], str]]:
    match value:
        case dict():
            if "span" in value:
                start, end = value["span"]
                yield path, (start, end), value.get("raw", "")
            for name, member in value.items():
                yield from _spans(member, f"{path}.{name}")
        case list():
            for index, member in enumerate(value):
                yield from _spans(member, f"{path}[{index}]")
