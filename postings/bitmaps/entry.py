"""What the index knows of one posting, and the money that it offers."""

from dataclasses import dataclass
from typing import NamedTuple

Zones = tuple[str, ...]  # the stems of each of ZONES, a line of them a line of text
ZONES = ("title", "required", "preferred", "body")
NO_WORDS: Zones = ("",) * len(ZONES)
LARGEST = 2**31 - 1  # amounts beyond are kept as this; no order or count among people's pay depends on it
NOT_STATED = -1

A = ord("A")


class Band(NamedTuple):
    """Yearly base pay in one currency; `open` says that more than `high` may be paid."""

    currency: str
    low: int
    high: int
    open: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One life of a posting: numbers are dense and grow with time, so they are places in columns."""

    number: int
    posting: int
    public_id: str
    published: int  # microseconds since 1970, when it was published first
    codes: tuple[int, ...] = ()
    years: int = NOT_STATED  # of experience asked for at least, in tenths
    posted: int = 0  # a day, as date.toordinal
    closes: int = 0  # the last day, 0 if it stays open
    bands: tuple[Band, ...] = ()
    zones: Zones = NO_WORDS


def currency_number(currency: str) -> int:
    """Return a small number for three letters: what a column can hold."""
    first, second, third = (ord(letter) - A for letter in currency)
    return (first * 26 + second) * 26 + third


def currency_code(number: int) -> str:
    return "".join(chr(A + number // place % 26) for place in (676, 26, 1))
