"""Other names of a thing, parted by | in its row; no two things of one list may go by one name.

Names are compared as `place_key` makes them: capitals, accents and points make no difference.
"""

from postings.parsing.lexicon.tables import Row
from postings.parsing.names import place_key


class Spellings:
    """Who goes by which name, within one list or one country of it."""

    def __init__(self) -> None:
        self._owners: dict[tuple[str, str], str] = {}

    def claim(self, row: Row, owner: str, name: str, aliases: str, within: str = "") -> tuple[str, ...]:
        """Return the aliases of a thing after making sure that its names are its own."""
        spellings = tuple(alias.strip() for alias in aliases.split("|") if alias.strip())
        for spelling in (name, *spellings):
            known = self._owners.setdefault((within, place_key(spelling)), owner)
            if known != owner:
                raise row.fault(f"{spelling!r} already names {known!r}")
        return spellings
