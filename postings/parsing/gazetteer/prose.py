"""Sentences → the places that they name beyond doubt.

A city counts beside the region or country that it lies in, or alone when people are often hired there and
its name is nothing else ("Reading", "Jackson" and "Phoenix" are). Refused: parts of longer names ("Boston
Consulting", "University of Toronto"), codes alone ("IN", "OR"), "us".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from postings.parsing.gazetteer.choosing import fits, heaviest, likeliest
from postings.parsing.gazetteer.found import Found
from postings.parsing.gazetteer.meanings import NO_SENSES, SMALL_IN_NAMES, Meaning, gazetteer, key_of
from postings.parsing.gazetteer.scanning import LONGEST_NAME, Name, each_word, name_at, with_closing_bracket
from postings.parsing.gazetteer.surroundings import REACH, is_inside_a_longer_name, stranger_before
from postings.parsing.gazetteer.words import CODES_THAT_ARE_WORDS, MORE_THAN_A_CITY, MORE_THAN_A_REGION
from postings.parsing.gazetteer.writing import (
    Reading,
    city_reading,
    location_of,
    location_of_meaning,
    shown_city,
    unknown_city,
)
from postings.parsing.lexicon.regions import WRITTEN_AS_CODE

WELL_KNOWN = 3  # the weight from which a city is believed alone
DEGREES_AND_LETTERS = frozenset({"MA", "MD", "PA", "MS", "CT", "AL", "SC", "VA", "NC", "MI", "MT"})
CAUCASUS = frozenset({"AM", "AZ", "GE"})
JOINED = re.compile(r",? {1,2}|,|,? ?\(")
POSTCODE = re.compile(r",? \d{5}\b")
BEFORE_ITS_STATE = 2 * REACH  # characters from a town of no table to the state by which it is found
MOST_OF_A_PLACE = 3  # names: city, region, country


def places_named_in_prose(text: str) -> tuple[Found, ...]:
    return tuple(each_place(text))


def each_place(text: str, first_within: int | None = None) -> Iterator[Found]:
    """Read no further than is asked for, and stop where the first place would begin too far from the start."""
    farthest = len(text) if first_within is None else first_within + BEFORE_ITS_STATE
    coming = _names_in(text)
    names = list(islice(coming, MOST_OF_A_PLACE))
    while names and names[0].start <= farthest:
        place, used = _place(text, names)
        if place:
            farthest = len(text)
            yield place
        del names[:used]
        names += islice(coming, used)


def _names_in(text: str) -> Iterator[Name]:
    coming = each_word(text)
    words = list(islice(coming, LONGEST_NAME))
    known = gazetteer()
    while words:
        first, used = words[0], 1
        known_so = first.key in known.longest or (len(first.raw) == 2 and first.raw.isupper())
        if known_so and not first.raw[0].islower():
            name, after = name_at(text, words, 0)
            if name and _is_written_as_a_name(name):
                yield name
                used = after
        del words[:used]
        words += islice(coming, used)


def _is_written_as_a_name(name: Name) -> bool:
    """Capitals where the name has them; a name of capitals wants all of them: "US", "EMEA"."""
    if name.key in gazetteer().capitals or not name.senses.all:
        return name.raw.isupper()
    words = re.findall(r"[^\W_]+", name.raw)
    return words[0][0] != words[0][0].lower() and all(
        word[0] != word[0].lower()
        or word in SMALL_IN_NAMES
        or word == "and"
        or not word[0].isalpha()
        or "'" in name.raw
        for word in words
    )


def _near_georgia(text: str, name: Name) -> frozenset[str]:
    """The countries around the Caucasus that are named: beside them Georgia is one of them, not the state."""
    meanings = name.senses.all
    depends = any(meaning.kind == "country" or meaning.country in CAUCASUS for meaning in meanings)
    if len(meanings) < 2 or not depends:
        return frozenset()
    return frozenset(
        meaning.country
        for other in _names_in(text)
        for meaning in other.senses.all[:1]
        if meaning.country in CAUCASUS
    )


def _place(text: str, names: Sequence[Name]) -> tuple[Found | None, int]:
    """What the first of these names is, and how many of them it takes."""
    name = names[0]
    cities = name.senses.cities
    beside = _beside(text, names, 0)
    if cities and beside and (reading := _held(text, name, beside, cities)):
        land = _beside(text, names, 1) if reading.says_region else None
        if land and any(wide.kind == "country" and wide.country == reading.country for wide in land.wide()):
            reading = replace(reading, end=land.end, says_country=True)
        used = 2 + reading.says_country * reading.says_region
        inside = is_inside_a_longer_name(text, name.start, reading.end, held=True)
        return (None if inside else _found(text, reading)), used
    if stranger := _stranger(text, name):
        return stranger, 1
    return _alone(text, name), 1


def _found(text: str, reading: Reading) -> Found:
    end = with_closing_bracket(text, reading.start, reading.end)
    return Found(location_of(reading), reading.start, end, "city")


def _beside(text: str, names: Sequence[Name], at: int) -> Name | None:
    if at + 1 >= len(names):
        return None
    following = names[at + 1]
    return following if JOINED.fullmatch(text[names[at].end : following.start]) else None


def _held(text: str, name: Name, beside: Name, cities: Sequence[Meaning]) -> Reading | None:
    parted = text[name.end : beside.start].strip() != ""
    for wide in beside.wide():
        coded = beside.raw == wide.region and wide.country in WRITTEN_AS_CODE
        city = heaviest(city for city in cities if fits(city, wide))
        if city and (parted or coded):
            region = wide.kind == "region"
            return city_reading(
                name.start, beside.end, city, name.raw, says_region=region, says_country=not region
            )
    return None


def _stranger(text: str, name: Name) -> Found | None:
    """A city that the lexicon does not know: "in Hilliard, FL", "Claremont, CA 91711"."""
    for wide in name.wide():
        coded = name.raw == wide.region
        posted = coded and POSTCODE.match(text, name.end)
        doubtful = coded and name.raw in CODES_THAT_ARE_WORDS | DEGREES_AND_LETTERS
        if wide.kind != "region" or wide.country not in WRITTEN_AS_CODE or (doubtful and not posted):
            continue
        before = stranger_before(text, name.start, anywhere=bool(posted))
        city = text[before.start : before.end] if before else ""
        if before and not gazetteer().names.get(key_of(city), NO_SENSES).wide:  # "in Colorado, California"
            unknown = unknown_city(city, wide)
            return _found(text, city_reading(before.start, name.end, unknown, city, says_region=True))
    return None


def _is_believed(name: Name, city: Meaning) -> bool:
    short = len(name.raw) < 4 and name.raw != "NYC"  # "SF", "KL"
    known = city.weight + (" " in name.key) >= WELL_KNOWN  # two words are seldom anything else
    return known and not short and name.key not in MORE_THAN_A_CITY


def _alone(text: str, name: Name) -> Found | None:
    meaning = likeliest(name.senses.all, _near_georgia(text, name))
    believed = meaning and (
        _is_believed(name, meaning) if meaning.kind == "city" else name.key not in MORE_THAN_A_REGION
    )
    if not meaning or meaning.everywhere or not believed:
        return None
    if is_inside_a_longer_name(text, name.start, name.end):
        return None
    location = location_of_meaning(meaning, shown_city(name.raw, meaning))
    return Found(location, name.start, name.end, meaning.kind)
