"""Places where people are hired, by slug."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from postings.parsing.lexicon.countries import load_countries
from postings.parsing.lexicon.skills import SLUG
from postings.parsing.lexicon.tables import HERE, Row, read_rows

COLUMNS = ("slug", "city", "region", "region code", "country", "weight")


@dataclass(frozen=True, slots=True)
class Place:
    slug: str
    city: str
    region: str  # "Texas", or empty
    region_code: str  # "TX", or empty
    country: str  # ISO code
    weight: int  # how often it is hired for, beside the others


@cache
def load_places(path: Path = HERE / "places.tsv") -> dict[str, Place]:
    places: dict[str, Place] = {}
    known: set[tuple[str, str, str]] = set()
    for row in read_rows(path, COLUMNS):
        place = _place(row)
        if place.slug in places:
            raise row.fault(f"the slug {place.slug!r} is taken")
        identity = (place.city.casefold(), place.region_code, place.country)
        if identity in known:
            raise row.fault(f"{place.city} is listed twice")
        known.add(identity)
        places[place.slug] = place
    return places


def _place(row: Row) -> Place:
    slug, city, region, region_code, country, weight = row.cells
    if not SLUG.fullmatch(slug) or not city:
        raise row.fault("a place needs a slug (small letters, digits, hyphens) and a city")
    if country not in load_countries():
        raise row.fault(f"countries.tsv has no {country!r}")
    if not weight.isdecimal() or int(weight) < 1:
        raise row.fault(f"the weight {weight!r} is no whole number above zero")
    return Place(slug, city, region, region_code, country, int(weight))
