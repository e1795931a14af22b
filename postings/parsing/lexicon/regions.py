"""Parts of a country (states, provinces, nations) by country and code."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from postings.parsing.lexicon.countries import load_countries
from postings.parsing.lexicon.spellings import Spellings
from postings.parsing.lexicon.tables import HERE, read_rows

COLUMNS = ("country", "code", "name", "aliases")
WRITTEN_AS_CODE = frozenset({"US", "CA", "AU"})  # where "City, XX" is how people write


@dataclass(frozen=True, slots=True)
class Region:
    country: str  # ISO code
    code: str  # "TX"
    name: str  # "Texas"
    aliases: tuple[str, ...] = ()

    @property
    def written(self) -> str:
        """As a `Location` and the tree of places name it: "TX", "Bavaria"."""
        return self.code if self.country in WRITTEN_AS_CODE else self.name


@cache
def load_regions(path: Path = HERE / "regions.tsv") -> dict[tuple[str, str], Region]:
    regions: dict[tuple[str, str], Region] = {}
    spellings = Spellings()
    for row in read_rows(path, COLUMNS):
        country, code, name, aliases = row.cells
        if country not in load_countries():
            raise row.fault(f"countries.tsv has no {country!r}")
        if not re.fullmatch("[A-Z0-9]{1,3}", code) or not name:
            raise row.fault("a region has a code of one to three capitals or digits, and a name")
        if (country, code) in regions:
            raise row.fault(f"{country} {code} is listed twice")
        others = spellings.claim(row, code, name, aliases, within=country)
        regions[country, code] = Region(country, code, name, others)
    return regions
