"""What templates look into."""

from dataclasses import dataclass
from typing import Any


class Shown:
    """A value whose parts a template finds at once.

    Templates ask for a part as a key first, then as an attribute; the exception in between takes longer than
    all the rest, some two thousand times a page.
    """

    __slots__ = ()

    def __getitem__(self, name: str) -> Any:
        return getattr(self, name)

    def get(self, name: str) -> Any:
        return getattr(self, name, None)


@dataclass(frozen=True, slots=True)
class Piece(Shown):
    """A part of a text, marked or not."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Tag(Shown):
    """A skill, looked for or not."""

    text: str
    matched: bool


@dataclass(frozen=True, slots=True)
class Badge(Shown):
    text: str
    tone: str


@dataclass(frozen=True, slots=True)
class Band(Shown):
    """A band on an axis, as templates/_components/band.html draws it."""

    title: str
    start: float
    width: float
    median: float | None = None
    market_start: float = 0
    market_width: float = 0
    from_text: str = ""
    to_text: str = ""
