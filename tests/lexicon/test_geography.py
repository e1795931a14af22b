"""Claims about cities, regions, countries, areas and currencies: complete, told apart, refused when wrong."""

from collections.abc import Callable
from pathlib import Path

import pytest

from postings.parsing.lexicon import (
    LexiconFaultError,
    load_areas,
    load_countries,
    load_currencies,
    load_places,
    load_regions,
)
from postings.parsing.names import place_key

REGIONS = "country\tcode\tname\taliases\n"
AREAS = "name\tkind\tcountries\tregion\taliases\n"
CURRENCIES = "code\tname\tsigns\twords\tshared\n"
COUNTRIES = "code\tname\tcurrency\tregion\taliases\n"


@pytest.mark.parametrize(
    ("countries", "least"),
    [
        ("US", 600),
        ("CA", 70),
        ("GB IE", 130),
        ("DE AT CH", 150),
        ("FR", 70),
        ("NL BE LU DK SE NO FI IS", 90),
        ("ES PT IT", 90),
        ("PL CZ RO EE LV LT HR RS BG UA TR GR", 90),
        ("IN", 90),
        ("BR MX AR CO CL PE CR UY", 90),
        ("JP CN KR SG PH VN ID MY AU NZ TW TH HK", 150),
        ("AE SA IL EG ZA NG KE MA QA JO GH TN", 90),
    ],
)
def test_cities_of_every_part_of_the_world_are_known(countries: str, least: int) -> None:
    here = [place for place in load_places().values() if place.country in countries.split()]
    assert len(here) >= least


def test_slugs_in_use_have_not_changed() -> None:
    kept = "new-york cambridge-eng birmingham-al portland-me wrocaw odz san-jose-cr london-on newcastle"
    assert set(kept.split()) <= set(load_places())


def test_new_cities_weigh_little_beside_the_ones_that_samples_are_drawn_from() -> None:
    light = [place for place in load_places().values() if place.weight <= 3]
    assert len(light) > 0.9 * len(load_places())


def test_regions_are_known_in_a_country_or_they_are_not() -> None:
    """Else two cities of one region would stand at different depths in the tree of places."""
    with_region, without = set(), set()
    for place in load_places().values():
        (with_region if place.region else without).add(place.country)
    assert with_region & without == set()


def test_every_american_state_and_canadian_province_has_a_city() -> None:
    cities = {(place.country, place.region_code) for place in load_places().values()}
    regions = {(region.country, region.code) for region in load_regions().values()}
    assert {region for region in regions if region[0] in {"US", "CA"}} - cities == set()


def test_most_countries_have_a_city() -> None:
    assert len({place.country for place in load_places().values()}) > 170


@pytest.mark.parametrize(
    ("slug", "aliases"),
    [
        ("munich", ("München", "Muenchen")),
        ("bengaluru", ("Bangalore",)),
        ("mumbai", ("Bombay",)),
        ("lisbon", ("Lisboa",)),
        ("st-louis", ("Saint Louis",)),
    ],
)
def test_a_city_goes_by_its_local_names(slug: str, aliases: tuple[str, ...]) -> None:
    assert load_places()[slug].aliases == aliases


@pytest.mark.parametrize(
    ("name", "some", "none"),
    [
        ("Europe", "DE GB CH UA", "US TR"),
        ("European Union", "DE FR IE HR", "GB CH NO"),
        ("EMEA", "DE AE ZA", "IN US"),
        ("DACH", "DE AT CH", "FR"),
        ("Latin America", "BR MX CR", "US ES"),
        ("Asia Pacific", "IN JP AU SG", "US AE"),
    ],
)
def test_an_area_holds_its_countries_and_no_others(name: str, some: str, none: str) -> None:
    held = set(load_areas()[name].countries)
    assert set(some.split()) <= held
    assert not held & set(none.split())


def test_a_metropolitan_area_lies_in_one_country() -> None:
    astray = [a.name for a in load_areas().values() if a.kind == "metro" and len(a.countries) > 1]
    assert astray == []


def test_names_of_areas_are_no_names_of_countries() -> None:
    areas = {place_key(name) for area in load_areas().values() for name in (area.name, *area.aliases)}
    countries = {place_key(n) for land in load_countries().values() for n in (land.name, *land.aliases)}
    assert areas & countries == set()


def test_a_crown_may_be_of_four_countries_and_a_zloty_of_one() -> None:
    kronor = [currency.code for currency in load_currencies().values() if "kr" in currency.shared]
    zloty = [currency.code for currency in load_currencies().values() if "zł" in currency.signs]
    assert (kronor, zloty) == (["SEK", "NOK", "DKK", "ISK"], ["PLN"])


def test_of_those_that_share_the_dollar_the_american_is_likeliest() -> None:
    assert next(code for code, currency in load_currencies().items() if "$" in currency.shared) == "USD"


@pytest.mark.parametrize(
    ("load", "heading", "rows", "reason"),
    [
        (load_regions, REGIONS, "XX\tA\tAlpha\n", "2: countries.tsv has no 'XX'"),
        (load_regions, REGIONS, "US\tlong\tAlpha\n", "2: a region has a code"),
        (load_regions, REGIONS, "US\tA\tAlpha\nUS\tA\tBeta\n", "3: US A is listed twice"),
        (load_regions, REGIONS, "US\tA\tAlpha\nUS\tB\tBeta\talpha\n", "3: 'alpha' already names 'A'"),
        (load_areas, AREAS, "A\tcontinent\n", "2: an area needs a name and a kind"),
        (load_areas, AREAS, "A\tpart\tUS +Beta\n", "2: '\\+Beta' is neither a country nor an area"),
        (load_areas, AREAS, "A\tmetro\tUS\tXX\n", "2: regions.tsv has no 'XX' in 'US'"),
        (load_areas, AREAS, "A\tpart\t\t\tC\nB\tpart\t\t\tC\n", "3: 'C' already names 'A'"),
        (load_currencies, CURRENCIES, "usd\tDollar\n", "2: a currency has a code of three capitals"),
        (load_currencies, CURRENCIES, "AAA\tA\t€\nBBB\tB\t€\n", "3: '€' already stands for AAA"),
        (load_currencies, CURRENCIES, "AAA\tA\t\t\tkr\nBBB\tB\tkr\n", "3: 'kr' is shared with a currency"),
        (load_currencies, CURRENCIES, "AAA\tA\tkr\nBBB\tB\t\t\tkr\n", "3: 'kr' already stands for AAA alone"),
        (load_countries, COUNTRIES, "AA\tA\tEUR\tE\tC\nBB\tB\tEUR\tE\tC\n", "3: 'C' already names 'AA'"),
    ],
)
def test_a_fault_is_named_with_its_line(
    tmp_path: Path, load: Callable[[Path], object], heading: str, rows: str, reason: str
) -> None:
    file = tmp_path / "data.tsv"
    file.write_text(heading + rows, encoding="utf-8")
    with pytest.raises(LexiconFaultError, match=r"data\.tsv:" + reason):
        load(file)
