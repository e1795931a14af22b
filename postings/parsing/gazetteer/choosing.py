"""Of several things that one name can mean, the one that is meant; none where nothing tells."""

from collections.abc import Collection, Iterable

from postings.parsing.gazetteer.meanings import Meaning

CITY_STATES = frozenset({"SG", "HK", "MO", "MC"})  # alone, the name is the city
KNOWN_ABROAD = 3  # the weight of a city that is more than a namesake: Ontario, CA is none beside the province
HEAVIER = 2  # times as often hired for: then the heavier of two cities is meant


def fits(city: Meaning, around: Meaning) -> bool:
    """Whether a city lies in a region or a country."""
    if city.country != around.country:
        return False
    return around.kind == "country" or not city.region or city.region == around.region


def lies_in(region: Meaning, country: Meaning) -> bool:
    return region.kind == "region" and country.kind == "country" and region.country == country.country


def heaviest(cities: Iterable[Meaning]) -> Meaning | None:
    return max(cities, key=lambda city: (city.weight, not city.alias), default=None)


def likeliest(meanings: Collection[Meaning], around: Collection[str] = ()) -> Meaning | None:
    """Choose among meanings of a name that stands alone; `around` are the countries named beside it."""
    near = [meaning for meaning in meanings if meaning.country in around]
    small = all(meaning.kind == "city" and meaning.weight < KNOWN_ABROAD for meaning in near)
    chosen = (
        list(meanings)
        if small and any(meaning.kind != "city" for meaning in meanings)
        else near or list(meanings)
    )
    if len(chosen) < 2:
        return chosen[0] if chosen else None
    cities = [meaning for meaning in chosen if meaning.kind == "city"]
    others = [meaning for meaning in chosen if meaning.kind != "city"]
    if not others:
        return _likeliest_city(cities)
    if not cities:
        return _likeliest_other(others, around)
    return _city_or_other(cities, _likeliest_other(others, around))


def _likeliest_city(cities: list[Meaning]) -> Meaning | None:
    first, second = sorted(cities, key=lambda city: -city.weight)[:2]
    return first if first.weight >= HEAVIER * second.weight else None


def _likeliest_other(others: list[Meaning], around: Collection[str]) -> Meaning | None:
    if len(others) == 1:
        return others[0]
    countries = [other for other in others if other.kind == "country"]
    regions = [other for other in others if other.kind == "region"]
    if countries and regions:  # Georgia: the state, except beside other countries than its own
        abroad = around and regions[0].country not in around
        return countries[0] if abroad else regions[0]
    areas = [other for other in others if other.kind == "area"]
    return None if len({other.country for other in others}) > 1 else (regions or areas or others)[0]


def _city_or_other(cities: list[Meaning], other: Meaning | None) -> Meaning | None:
    city = heaviest(cities)
    assert city is not None  # noqa: S101 - the caller has made sure
    if other is None:
        return city
    if other.kind == "country":
        return city if other.country == city.country and city.country in CITY_STATES else other
    if other.country != city.country:
        return city if city.weight >= 10 else None if city.weight > 2 else other
    if other.region == city.region and not city.alias:
        return city  # New York, Berlin, Chandigarh
    return city if city.weight >= 20 and not city.alias else other  # Québec alone is the province
