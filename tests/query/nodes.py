"""Short ways to write the nodes that a search text should mean."""

from datetime import date

from postings.query import Chosen, Node, Phrase, Word, Zone, stems_in_all_languages, understand

TODAY = date(2026, 3, 31)


def meant(text: str) -> Node | None:
    return understand(text, TODAY).node


def told(text: str) -> list[tuple[str, str]]:
    """Return each fault as the place that it marks and what it says."""
    return [(text[one.start : one.end], one.message) for one in understand(text, TODAY).faults]


def word(typed: str, zone: Zone = Zone.ANY) -> Word:
    return Word(stems_in_all_languages(typed), typed, zone)


def phrase(typed: str, zone: Zone = Zone.ANY) -> Phrase:
    return Phrase(tuple(word(one, zone) for one in typed.split()), zone)


def chosen(dimension: str, *values: str) -> Chosen:
    return Chosen(dimension, values)
