"""Values of JSON as they are met: absent, null, of the wrong type, one where a list is expected.

Every function takes any value and gives the type it is named for, empty where the value is none.
"""

from collections.abc import Iterable

from postings.readers.layout import squeezed
from postings.readers.markup import has_markup, text_of_markup
from postings.readers.plain import LINE_ENDS

DEEPEST = 6  # levels of a structure that are looked into


def mapping(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def sequence(value: object) -> list[object]:
    """Return a list as it is, nothing as an empty list, and anything else as a list of one."""
    if isinstance(value, list):
        return value
    return [] if value is None or value == "" else [value]


def at(data: object, *keys: str) -> object:
    """Return data[key][key]…, None where the way ends early."""
    for key in keys:
        data = mapping(data).get(key)
    return data


def prose(value: object, depth: int = 0) -> str:
    """Return a text field as text: markup converted, a list as bullets."""
    if isinstance(value, str):
        if has_markup(value):
            return text_of_markup(value)
        return LINE_ENDS.sub("\n", value.replace("\0", "")).strip()
    if isinstance(value, list) and depth < DEEPEST:
        entries = [squeezed(prose(entry, depth + 1)).replace("\n", "\n  ") for entry in value]
        return "\n".join(f"- {entry}" for entry in entries if entry)
    if isinstance(value, dict) and depth < DEEPEST:
        return prose(value.get("name") or value.get("text") or value.get("description"), depth + 1)
    return f"{value}" if isinstance(value, int | float) and not isinstance(value, bool) else ""


def with_sections(text: str, sections: Iterable[tuple[str, object]]) -> str:
    """Return the text and, under its heading, each section that the text does not hold already."""
    parts = [text] if text else []
    seen = _letters(text)
    for heading, value in sections:
        words = prose(value)
        if words and _letters(words) not in seen:
            parts.append(f"## {heading}\n\n{words}" if heading else words)
            seen += _letters(words)
    return "\n\n".join(parts)


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
