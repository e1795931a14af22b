"""Sentences → the places that they name beyond doubt.

A city counts beside the region or country that it lies in, or alone when people are often hired there and
its name is nothing else ("Reading", "Jackson" and "Phoenix" are). Refused: parts of longer names ("Boston
Consulting", "University of Toronto"), codes alone ("IN", "OR"), "us".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from postings.parsing.gazetteer.choosing import fits, heaviest, likeliest
from postings.parsing.gazetteer.found import Found
from postings.parsing.gazetteer.meanings import NO_SENSES, SMALL_IN_NAMES, Meaning, gazetteer, key_of
from postings.parsing.gazetteer.scanning import Name, name_at, with_closing_bracket, words_of
from postings.parsing.gazetteer.surroundings import is_inside_a_longer_name, stranger_before
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


def places_named_in_prose(text: str) -> tuple[Found, ...]:
    names = list(_names_in(text))
    around = _near_georgia(names)
    found: list[Found] = []
    at = 0
    while at < len(names):
        place, at = _place(text, names, at, around)
        if place:
            found.append(place)
    return tuple(found)


def _names_in(text: str) -> Iterator[Name]:
    words = words_of(text)
    known = gazetteer()
    at = 0
    while at < len(words):
        first = words[at]
        if first.key not in known.longest and (len(first.raw) != 2 or not first.raw.isupper()):
            at += 1
            continue
        name, after = name_at(text, words, at)
        if name and _is_written_as_a_name(name):
            yield name
            at = after
        else:
            at += 1


def _is_written_as_a_name(name: Name) -> bool:
    """Capitals where the name has them; a name of capitals wants all of them: "US", "EMEA"."""
    if name.key in gazetteer().capitals or not name.senses.all:
        return name.raw.isupper()
    words = re.findall(r"[^\W_]+", name.raw)
    return words[0][0] != words[0][0].lower() and all(
        word[0] != word[0].lower() or word in SMALL_IN_NAMES or not word[0].isalpha() or "'" in name.raw
        for word in words
    )


def _near_georgia(names: list[Name]) -> frozenset[str]:
    """The countries around the Caucasus that are named: beside them Georgia is one of them, not the state."""
    return frozenset(
        meaning.country for name in names for meaning in name.senses.all[:1] if meaning.country in CAUCASUS
    )


def _place(text: str, names: list[Name], at: int, around: frozenset[str]) -> tuple[Found | None, int]:
    name = names[at]
    cities = name.senses.cities
    beside = _beside(text, names, at)
    if cities and beside and (reading := _held(text, name, beside, cities)):
        land = _beside(text, names, at + 1) if reading.says_region else None
        if land and any(wide.kind == "country" and wide.country == reading.country for wide in land.wide()):
            reading = replace(reading, end=land.end, says_country=True)
        after = at + 2 + reading.says_country * reading.says_region
        inside = is_inside_a_longer_name(text, name.start, reading.end, held=True)
        return (None if inside else _found(text, reading)), after
    if stranger := _stranger(text, name):
        return stranger, at + 1
    return _alone(text, name, around), at + 1


def _found(text: str, reading: Reading) -> Found:
    end = with_closing_bracket(text, reading.start, reading.end)
    return Found(location_of(reading), reading.start, end, "city")


def _beside(text: str, names: list[Name], at: int) -> Name | None:
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


def _alone(text: str, name: Name, around: frozenset[str]) -> Found | None:
    meaning = likeliest(name.senses.all, around)
    believed = meaning and (
        _is_believed(name, meaning) if meaning.kind == "city" else name.key not in MORE_THAN_A_REGION
    )
    if not meaning or meaning.everywhere or not believed:
        return None
    if is_inside_a_longer_name(text, name.start, name.end):
        return None
    location = location_of_meaning(meaning, shown_city(name.raw, meaning))
    return Found(location, name.start, name.end, meaning.kind)
