"""How a place is shown: "Chicago, IL", "Ottawa, ON, Canada", "München, Bavaria, Germany"."""

from dataclasses import dataclass

from postings.facts import Location
from postings.parsing.gazetteer.found import Kind
from postings.parsing.gazetteer.meanings import SMALL_IN_NAMES, Meaning
from postings.parsing.lexicon import load_countries, load_regions
from postings.parsing.lexicon.regions import WRITTEN_AS_CODE


@dataclass(frozen=True, slots=True)
class Reading:
    """What was made of a stretch of text: a city, known or as written, with what the text says it lies in."""

    kind: Kind
    start: int
    end: int
    city: str = ""  # the lexicon's name, or the text's own
    shown: str = ""  # the city as the text writes it
    region: str = ""  # code
    country: str = ""
    says_region: bool = False
    says_country: bool = False
    unclear: tuple[Meaning, ...] = ()  # to be chosen among when the whole field is read
    by_code: bool = False  # and these are what a code can stand for


def city_reading(
    start: int,
    end: int,
    city: Meaning,
    written: str,
    *,
    says_region: bool = False,
    says_country: bool = False,
) -> Reading:
    shown = shown_city(written, city)
    return Reading("city", start, end, city.name, shown, city.region, city.country, says_region, says_country)


def unknown_city(written: str, wide: Meaning) -> Meaning:
    """A city that only the text knows, in a region or a country that the lexicon knows."""
    return Meaning("city", shown_city(written), wide.country, wide.region)


def region_name(country: str, code: str) -> str:
    """A region as the tree of places names it."""
    region = load_regions().get((country, code))
    return region.written if region else ""


def location_of(reading: Reading) -> Location:
    region = region_name(reading.country, reading.region)
    return Location(_text(reading, region), reading.city, region, reading.country)


def location_of_meaning(meaning: Meaning, shown: str) -> Location:
    """A place that is named without anything around it; an area lies in a country at the most."""
    if meaning.kind == "area":
        return Location(meaning.name, "", region_name(meaning.country, meaning.region), meaning.country)
    city = (meaning.name, shown) if meaning.kind == "city" else ("", "")
    return location_of(Reading(meaning.kind, 0, 0, *city, meaning.region, meaning.country))


def _text(reading: Reading, region: str) -> str:
    land = load_countries()[reading.country].name if reading.country else ""
    if not reading.city:
        full = load_regions()[reading.country, reading.region].name if region else ""
        return ", ".join(filter(None, (full, land)))
    parts = [reading.shown or reading.city]
    if region and reading.country in WRITTEN_AS_CODE:
        parts.append(region)
        if reading.says_country and reading.country != "US":
            parts.append(land)
    else:
        if region and reading.says_region and region not in parts:
            parts.append(region)
        if land not in parts:
            parts.append(land)
    return ", ".join(filter(None, parts))


def shown_city(written: str, known: Meaning | None = None) -> str:
    """As the text writes it, where that is a name as one shows it: "München", but for "SF" the full name."""
    plain = " ".join(written.split())
    if not any(character.isupper() or character.islower() for character in plain):
        return plain if known is None or plain.casefold() == known.name.casefold() else known.name
    if plain.isupper() or plain.islower():
        return known.name if known else _titled(plain)
    if known and (not known.alias or known.country == "US" or len(plain) <= 3):
        return known.name  # American aliases are short forms: "Washington DC", "Philly"
    return plain


def _titled(name: str) -> str:
    words = name.lower().split(" ")
    return " ".join(word if at and word in SMALL_IN_NAMES else word.title() for at, word in enumerate(words))
