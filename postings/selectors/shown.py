"""What templates look into."""

from typing import Any


class Shown:
    """A value whose parts a template finds at once.

    Templates ask for a part as a key first, then as an attribute; the exception in between takes longer than
    all the rest, some two thousand times a page.
    """

    __slots__ = ()

    def __getitem__(self, name: str) -> Any:
        return getattr(self, name)
