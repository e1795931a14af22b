"""Places where people are hired, by slug."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from postings.parsing.lexicon.countries import load_countries
from postings.parsing.lexicon.regions import load_regions
from postings.parsing.lexicon.skills import SLUG
from postings.parsing.lexicon.tables import HERE, Row, read_rows
from postings.parsing.names import place_key

COLUMNS = ("slug", "city", "region", "region code", "country", "weight", "aliases")


@dataclass(frozen=True, slots=True)
class Place:
    slug: str
    city: str
    region: str  # "Texas", or empty
    region_code: str  # "TX", or empty
    country: str  # ISO code
    weight: int  # how often it is hired for, beside the others
    aliases: tuple[str, ...] = ()


@cache
def load_places(path: Path = HERE / "places.tsv") -> dict[str, Place]:
    places: dict[str, Place] = {}
    known: set[tuple[str, str, str]] = set()
    rows: dict[str, Row] = {}
    for row in read_rows(path, COLUMNS):
        place = _place(row)
        if place.slug in places:
            raise row.fault(f"the slug {place.slug!r} is taken")
        identity = (place_key(place.city), place.region_code, place.country)
        if identity in known:
            raise row.fault(f"{place.city} is listed twice")
        known.add(identity)
        places[place.slug] = place
        rows[place.slug] = row
    _check_aliases(places, rows)
    return places


def _place(row: Row) -> Place:
    slug, city, region, region_code, country, weight, aliases = row.cells
    if not SLUG.fullmatch(slug) or not city:
        raise row.fault("a place needs a slug (small letters, digits, hyphens) and a city")
    if country not in load_countries():
        raise row.fault(f"countries.tsv has no {country!r}")
    if region or region_code:
        known = load_regions().get((country, region_code))
        if not known or known.name != region:
            raise row.fault(f"regions.tsv has no {region_code!r} {region!r} in {country}")
    if not weight.isdecimal() or int(weight) < 1:
        raise row.fault(f"the weight {weight!r} is no whole number above zero")
    spellings = tuple(alias.strip() for alias in aliases.split("|") if alias.strip())
    return Place(slug, city, region, region_code, country, int(weight), spellings)


def _check_aliases(places: dict[str, Place], rows: dict[str, Row]) -> None:
    """Two cities of a country may share a name, as regions tell them apart; an alias is one city's own."""
    owners = {(place.country, place_key(place.city)): slug for slug, place in places.items()}
    for slug, place in places.items():
        for alias in place.aliases:
            owner = owners.setdefault((place.country, place_key(alias)), slug)
            if owner != slug:
                raise rows[slug].fault(f"{alias!r} already names {owner!r}")
