"""A company, skill or place as people name it: "Austin, TX", "Bavaria, Germany", "Japan"."""

from postings.models import Company, Place, Skill
from postings.parsing.lexicon import load_countries, load_regions


def label_of(row: Company | Place | Skill) -> str:
    return _place(row) if isinstance(row, Place) else row.name


def _place(place: Place) -> str:
    country = load_countries().get(place.country)
    of_country = country.name if country else place.country
    if place.city:
        return f"{place.city}, {place.region or of_country}"
    if not place.region:
        return of_country
    region = load_regions().get((place.country, place.region))
    return f"{region.name if region else place.region}, {of_country}"
