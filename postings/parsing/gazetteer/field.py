"""A place field ("US,Alpharetta, GA,Remote,Chicago, IL") → its places, in order, each once."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from postings.facts import Location
from postings.parsing.gazetteer.choosing import likeliest
from postings.parsing.gazetteer.found import Found
from postings.parsing.gazetteer.meanings import Meaning
from postings.parsing.gazetteer.reading import readings_of
from postings.parsing.gazetteer.scanning import with_closing_bracket
from postings.parsing.gazetteer.scene import Part, read_parts
from postings.parsing.gazetteer.words import CODES_THAT_ARE_WORDS, COUNTRY_CODES_ALONE
from postings.parsing.gazetteer.writing import Reading, location_of, location_of_meaning, shown_city
from postings.parsing.lexicon.regions import WRITTEN_AS_CODE

STATE_OR_CAPITAL = "washington"
SAYS_LITTLE = frozenset({"global", "globally"})  # beside other places: "Global Team, Berlin"
OF_ITS_OWN = re.compile(
    r"\b(?:remote(?: ?[-–:(/] ?| (?:within|in|from|across|anywhere in) )|anywhere (?:in|within) )(?:the )?[^,;|/]{0,40}\Z",
    re.IGNORECASE,
)
REACH = 80
LONGEST_STRANGER = 40  # characters


@lru_cache(maxsize=1000)  # the head of a text is asked for places, for the mode and for the scope
def places_in(text: str, *, trusting: bool = False) -> tuple[Found, ...]:
    """Read a field that holds places and little else.

    A word that the lexicon does not know is a city before a region or a country ("Hilliard, FL"); alone
    it is a place only when the field is trusted to hold nothing but places.
    """
    field = read_parts(text)
    readings = list(readings_of(field))
    around = {country for reading in readings if (country := _sure_country(reading))}
    places = [found for reading in readings if (found := _found(text, reading, around))]
    if len(places) > 1:
        places = [found for found in places if text[found.start : found.end].lower() not in SAYS_LITTLE]
    if trusting:
        places = sorted([*places, *_strangers(text, field.parts, places)], key=lambda found: found.start)
    return tuple(_each_once(text, places))


def _sure_country(reading: Reading) -> str:
    if not reading.unclear:
        return reading.country
    countries = {meaning.country for meaning in reading.unclear}
    return countries.pop() if len(countries) == 1 and not reading.by_code else ""


def _found(text: str, reading: Reading, around: set[str]) -> Found | None:
    if not reading.unclear:
        end = with_closing_bracket(text, reading.start, reading.end)
        return Found(location_of(reading), reading.start, end, reading.kind)
    written = text[reading.start : reading.end]
    meanings = _by_code(written, reading.unclear, around) if reading.by_code else reading.unclear
    if written.lower() == STATE_OR_CAPITAL:
        return Found(Location("Washington", country="US"), reading.start, reading.end, "region")
    meaning = likeliest(meanings, around)
    if meaning is None:
        location = _unsettled(written, meanings)
        return Found(location, reading.start, reading.end, meanings[0].kind) if location else None
    location = location_of_meaning(meaning, shown_city(written, meaning))
    return Found(location, reading.start, reading.end, meaning.kind)


def _by_code(code: str, meanings: Iterable[Meaning], around: set[str]) -> tuple[Meaning, ...]:
    """ "NY" alone is New York; "IN" and "DE" alone are words or two places at once."""
    usual = [
        meaning
        for meaning in meanings
        if meaning.country in WRITTEN_AS_CODE
        or (meaning.kind == "country" and meaning.country in COUNTRY_CODES_ALONE)
    ]
    if code in CODES_THAT_ARE_WORDS:
        usual = [meaning for meaning in usual if meaning.country in around]
    return tuple(usual[:1])


def _unsettled(written: str, meanings: Sequence[Meaning]) -> Location | None:
    """Cities of one name: only what they share is known, be it no more than the name."""
    if not meanings:
        return None
    countries = {meaning.country for meaning in meanings}
    shown = shown_city(written)
    if len(countries) > 1:
        return Location(shown)
    return location_of(Reading("city", 0, 0, meanings[0].name, shown, country=countries.pop()))


def _strangers(text: str, parts: Sequence[Part], places: Sequence[Found]) -> Iterator[Found]:
    for part in parts:
        inside = any(found.start <= part.start < found.end for found in places)
        written = text[part.start : part.end]
        if part.name is None and not inside and written[0].isupper() and len(written) <= LONGEST_STRANGER:
            yield Found(Location(shown_city(written)), part.start, part.end, "city")


def is_of_its_own(text: str, start: int) -> bool:
    """ "Leeds, or remote within the UK": the wide place here is no other word for the narrow one."""
    return bool(OF_ITS_OWN.search(text[max(0, start - REACH) : start]))


def _each_once(text: str, places: Sequence[Found]) -> Iterator[Found]:
    """Neither a place again nor, after a city, the region and the country that it lies in."""
    named: set[Location | tuple[str, str, str]] = set()
    held: set[tuple[str, str, str]] = set()
    for found in places:
        place = found.location
        geography = (place.country, place.region, place.city)
        identity = geography if place.country and found.kind != "area" else place
        wide = geography in held and found.kind != "area"
        if identity in named or (wide and not is_of_its_own(text, found.start)):
            continue
        yield found
        named.add(identity)
        if place.country and (place.city or place.region):
            held |= {(place.country, "", "")} | ({(place.country, place.region, "")} if place.city else set())
