"""What a name can mean: every city, region, country and area of the lexicon, by its key and by its code."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from postings.parsing.gazetteer.found import Kind
from postings.parsing.lexicon import load_areas, load_countries, load_places, load_regions
from postings.parsing.names import place_key

UNDECOMPOSED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
UMLAUTS_WRITTEN_OUT = frozenset({"DE", "AT", "CH"})  # "Muenchen", but never "Goeteborg" or "Malmoe"
COUNTIES_OF = frozenset({"GB", "IE"})  # where areas of areas.tsv are what people write after a town
SMALL_IN_NAMES = frozenset(
    [
        "a",
        "al",
        "am",
        "an",
        "auf",
        "aan",
        "bei",
        "da",
        "das",
        "de",
        "del",
        "della",
        "der",
        "des",
        "di",
        "do",
        "dos",
        "du",
        "e",
        "el",
        "en",
        "i",
        "im",
        "in",
        "la",
        "las",
        "le",
        "les",
        "los",
        "of",
        "on",
        "sur",
        "the",
        "und",
        "upon",
        "van",
        "von",
        "y",
    ]
)


@dataclass(frozen=True, slots=True)
class Meaning:
    kind: Kind
    name: str  # as the lexicon writes it
    country: str = ""  # ISO code
    region: str = ""  # the region's code
    weight: int = 0  # of a city
    alias: bool = False  # found by another name than its own
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class Senses:
    """All that one name can mean, parted once for the many who ask."""

    all: tuple[Meaning, ...] = ()
    cities: tuple[Meaning, ...] = ()
    wide: tuple[Meaning, ...] = ()  # regions, counties, then countries: what a city can lie in


NO_SENSES = Senses()


@dataclass(frozen=True, slots=True)
class Gazetteer:
    names: dict[str, Senses]
    codes: dict[str, Senses]  # "CA": California first, then Canada
    longest: dict[str, int]  # first word of names → most words of one that begins so
    capitals: frozenset[str]  # keys of names that are only ever written in capitals: "us", "emea"
    signs_within: dict[
        str, str
    ]  # keys of names with a sign within → the signs: "uk ireland" for "UK & Ireland"


def senses_of(meanings: Iterable[Meaning]) -> Senses:
    every = tuple(meanings)
    regions, countries, cities = (
        tuple(meaning for meaning in every if meaning.kind == kind) for kind in ("region", "country", "city")
    )
    counties = tuple(
        meaning for meaning in every if meaning.kind == "area" and meaning.country in COUNTIES_OF
    )
    return Senses(every, cities, regions + counties + countries)


def key_of(name: str) -> str:
    return place_key(name).translate(UNDECOMPOSED)


@cache
def gazetteer() -> Gazetteer:
    names: defaultdict[str, dict[Meaning, None]] = defaultdict(dict)
    small: set[str] = set()
    capitals: set[str] = set()
    signs: dict[str, str] = {}
    for spelling, meaning in (*_cities(), *_regions(), *_countries(), *_areas()):
        key = key_of(spelling)
        if not any(same in names[key] for same in (meaning, _own(meaning))):
            names[key][meaning] = None
        in_capitals = spelling.isupper() and len(key) <= 8
        (capitals if in_capitals else small).add(key)
        if within := re.findall(r"[&/,()]", spelling):
            signs[key] = signs.get(key, "") + "".join(within)
    longest: dict[str, int] = {}
    for key in names:
        first, *rest = key.split()
        longest[first] = max(longest.get(first, 0), 1 + len(rest))
    held = {key: senses_of(meanings) for key, meanings in names.items()}
    return Gazetteer(held, _codes(names), longest, frozenset(capitals - small), signs)


def _own(meaning: Meaning) -> Meaning:
    """The same thing by its own name, which tells more than an alias of the same spelling."""
    return Meaning(meaning.kind, meaning.name, meaning.country, meaning.region, meaning.weight)


def _spellings(name: str, aliases: tuple[str, ...], country: str = "") -> Iterator[tuple[str, bool]]:
    yield name, False
    for alias in aliases:
        yield alias, True
    if country in UMLAUTS_WRITTEN_OUT:
        for spelling in (name, *aliases):
            if spelling.translate(UMLAUTS) != spelling:
                yield spelling.translate(UMLAUTS), True


def _cities() -> Iterator[tuple[str, Meaning]]:
    for place in load_places().values():
        for spelling, alias in _spellings(place.city, place.aliases, place.country):
            yield (
                spelling,
                Meaning("city", place.city, place.country, place.region_code, place.weight, alias),
            )


def _regions() -> Iterator[tuple[str, Meaning]]:
    for region in load_regions().values():
        for spelling, alias in _spellings(region.name, region.aliases, region.country):
            yield spelling, Meaning("region", region.name, region.country, region.code, alias=alias)


def _countries() -> Iterator[tuple[str, Meaning]]:
    for country in load_countries().values():
        for spelling, alias in _spellings(country.name, country.aliases):
            yield spelling, Meaning("country", country.name, country.code, alias=alias)


def _areas() -> Iterator[tuple[str, Meaning]]:
    for area in load_areas().values():
        home = area.countries[0] if area.kind == "metro" and area.countries else ""
        for spelling, alias in _spellings(area.name, area.aliases):
            yield (
                spelling,
                Meaning("area", area.name, home, area.region, alias=alias, everywhere=area.kind == "world"),
            )


def _codes(names: Mapping[str, Collection[Meaning]]) -> dict[str, Senses]:
    """What codes stand for, beyond what the same letters mean as a name: "US", "DC"."""
    codes: defaultdict[str, list[Meaning]] = defaultdict(list)
    for region in load_regions().values():
        if region.code.isalpha():
            codes[region.code].append(Meaning("region", region.name, region.country, region.code))
    for country in load_countries().values():
        codes[country.code].append(Meaning("country", country.name, country.code))
    for code, meanings in codes.items():
        named = {_own(meaning) for meaning in names.get(code.lower(), ())}
        meanings[:] = [meaning for meaning in meanings if meaning not in named]
    return {code: senses_of(meanings) for code, meanings in codes.items() if meanings}
