"""Areas by name: several countries ("EMEA"), the whole world, or a stretch around a city ("Bay Area")."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from postings.parsing.lexicon.countries import load_countries
from postings.parsing.lexicon.regions import load_regions
from postings.parsing.lexicon.spellings import Spellings
from postings.parsing.lexicon.tables import HERE, Row, read_rows

COLUMNS = ("name", "kind", "countries", "region", "aliases")
KINDS = ("world", "part", "metro")


@dataclass(frozen=True, slots=True)
class Area:
    name: str
    kind: str  # world: everywhere; part: several countries; metro: a stretch of one country
    countries: tuple[str, ...]  # ISO codes, sorted; none where nobody agrees on them
    region: str = ""  # of a metro that lies in one: the region's code
    aliases: tuple[str, ...] = ()


@cache
def load_areas(path: Path = HERE / "areas.tsv") -> dict[str, Area]:
    areas: dict[str, Area] = {}
    spellings = Spellings()
    for row in read_rows(path, COLUMNS):
        name, kind, held, region, aliases = row.cells
        if not name or kind not in KINDS:
            raise row.fault(f"an area needs a name and a kind: {', '.join(KINDS)}")
        countries = _countries(row, held, areas)
        if region and (len(countries) != 1 or (countries[0], region) not in load_regions()):
            raise row.fault(f"regions.tsv has no {region!r} in {held!r}")
        areas[name] = Area(name, kind, countries, region, spellings.claim(row, name, name, aliases))
    return areas


def _countries(row: Row, held: str, areas: dict[str, Area]) -> tuple[str, ...]:
    codes: set[str] = set()
    for word in held.split():
        area = areas.get(word[1:].replace("_", " ")) if word.startswith("+") else None
        if area:
            codes.update(area.countries)
        elif word in load_countries():
            codes.add(word)
        else:
            raise row.fault(f"{word!r} is neither a country nor an area above this one")
    return tuple(sorted(codes))
