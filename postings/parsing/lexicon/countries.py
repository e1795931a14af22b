"""Countries by ISO code, with their other names and the currency in which pay is usual there."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from postings.parsing.lexicon.spellings import Spellings
from postings.parsing.lexicon.tables import HERE, read_rows

COLUMNS = ("code", "name", "currency", "region", "aliases")


@dataclass(frozen=True, slots=True)
class Country:
    code: str
    name: str
    currency: str
    region: str  # of the world: "Europe"
    aliases: tuple[str, ...] = ()


@cache
def load_countries(path: Path = HERE / "countries.tsv") -> dict[str, Country]:
    countries: dict[str, Country] = {}
    spellings = Spellings()
    for row in read_rows(path, COLUMNS):
        code, name, currency, region, aliases = row.cells
        if not re.fullmatch("[A-Z]{2}", code) or not re.fullmatch("[A-Z]{3}", currency):
            raise row.fault("a country has a code of two capitals and a currency of three")
        if not name or not region:
            raise row.fault("a country needs a name and a region of the world")
        if code in countries:
            raise row.fault(f"{code} is listed twice")
        countries[code] = Country(code, name, currency, region, spellings.claim(row, code, name, aliases))
    return countries
