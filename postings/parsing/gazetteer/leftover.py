"""What a line says beside its places, and whether a lone name on it is a place at all."""

from collections.abc import Sequence

from postings.parsing.gazetteer.found import Found
from postings.parsing.gazetteer.meanings import key_of
from postings.parsing.gazetteer.scanning import words_of
from postings.parsing.gazetteer.words import (
    BETWEEN_PLACES,
    MORE_THAN_A_CITY,
    MORE_THAN_A_REGION,
    NO_PLACES,
)


def words_beside(text: str, places: Sequence[Found]) -> tuple[tuple[int, int], ...]:
    """The words that are neither of a place nor such as stand in place fields: "remote", "office", "or"."""
    return tuple(
        (word.start, word.end)
        for word in words_of(text)
        if not any(place.start <= word.start < place.end for place in places)
        and word.key not in NO_PLACES
        and word.key not in BETWEEN_PLACES
        and not word.raw.isdigit()
    )


def is_doubtful(text: str, place: Found) -> bool:
    """ "Reading" or "Global" with nothing beside it that says where it lies."""
    key = key_of(text[place.start : place.end])
    return key in MORE_THAN_A_CITY or key in MORE_THAN_A_REGION
