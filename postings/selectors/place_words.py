"""A place of the tree, as people name it: "Austin, TX", "Bavaria, Germany", "Japan"."""

from postings.models import Place
from postings.parsing.lexicon import load_countries, load_regions


def place_in_words(place: Place) -> str:
    country = load_countries().get(place.country)
    of_country = country.name if country else place.country
    if place.city:
        return f"{place.city}, {place.region or of_country}"
    if not place.region:
        return of_country
    region = load_regions().get((place.country, place.region))
    return f"{region.name if region else place.region}, {of_country}"
