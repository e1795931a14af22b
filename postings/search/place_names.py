"""What a place that a reader names is in the tree of places: "Texas" is the region TX of US, "NYC" a city."""

from collections import defaultdict
from functools import cache

from postings.parsing.lexicon import load_countries, load_places, load_regions
from postings.parsing.names import place_key

Parts = tuple[str, str, str]  # country, region, city, as Place has them


def parts_named(name: str) -> frozenset[Parts]:
    """Return all places of the lexicon that go by this name: a city, a region or a country."""
    return _by_key().get(place_key(name), frozenset())


@cache
def _by_key() -> dict[str, frozenset[Parts]]:
    found: defaultdict[str, set[Parts]] = defaultdict(set)
    for code, country in load_countries().items():
        for name in (code, country.name, *country.aliases):
            found[place_key(name)].add((code, "", ""))
    regions = load_regions()
    for region in regions.values():
        for name in (region.name, *region.aliases, *([region.code] if len(region.code) > 1 else [])):
            found[place_key(name)].add((region.country, region.written, ""))
    for place in load_places().values():
        within = regions.get((place.country, place.region_code))
        for name in (place.city, *place.aliases):
            found[place_key(name)].add((place.country, within.written if within else "", place.city))
    return {key: frozenset(parts) for key, parts in found.items()}
