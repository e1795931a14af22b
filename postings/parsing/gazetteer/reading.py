"""The parts of a place field, read from left to right: what belongs together is one place.

Most people write the narrow before the wide ("Hilliard, FL, US"); the other way round is read here too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from postings.parsing.gazetteer.choosing import fits, heaviest
from postings.parsing.gazetteer.city import (
    Read,
    around_of,
    is_city,
    is_like_a_city,
    known_city,
    land_after,
    stranger,
)
from postings.parsing.gazetteer.meanings import Meaning
from postings.parsing.gazetteer.scene import Field, Joint, Part
from postings.parsing.gazetteer.words import BEFORE_A_PLACE_NAME, CODES_THAT_ARE_WORDS
from postings.parsing.gazetteer.writing import Reading, unknown_city


def readings_of(field: Field) -> Iterator[Reading]:
    at = 0
    while at < len(field.parts):
        reading, at = _wide_before_narrow(field, at) or _straight(field, at)
        if reading:
            yield reading


def _straight(field: Field, at: int) -> tuple[Reading | None, int]:
    if field.parts[at].name is None:
        return _unknown(field, at)
    return known_city(field, at) or _wide(field, at)


def _unknown(field: Field, at: int) -> tuple[Reading | None, int]:
    after = field.end_of_phrase(at)
    if at == 0 and len(field.parts) == 3 and not field.parts[1].name and field.parts[1].joint is Joint.COMMA:
        return stranger(field, 0, 1, past=1) or (None, 1)
    last = field.parts[after - 1]
    if last.name and not is_city(last):
        return stranger(field, at, after - 1) or (None, at + 1)  # "HILLIARD FL"
    before_a_city = after > at + 1 and is_city(field.parts[at + 1])
    last_word = field.written(at, at + 1).split()[-1].lower().rstrip(".")
    if before_a_city and last_word not in BEFORE_A_PLACE_NAME:
        return None, at + 1  # "Downtown Chicago": read on at the name
    return stranger(field, at, after) or (None, after if before_a_city else at + 1)


def _wide(field: Field, at: int) -> tuple[Reading | None, int]:
    """A region, a country or an area, or a city with nothing around it: what it is, is settled at the end."""
    part = field.parts[at]
    codes = _codes(field, at)
    senses = part.name.senses.all if part.name else ()
    for region in (meaning for meaning in (*senses, *codes) if meaning.kind == "region"):
        land, end = land_after(field, at + 1, region.country)
        if land or _is_code_of(field.part(end), region):  # "Ontario, Canada"; "Québec, QC"
            return _region(field, at, end if land else end + 1, region), end if land else end + 1
    if senses and _counts_as_a_name(field, at):
        return Reading("area", part.start, part.end, unclear=senses), at + 1
    return (Reading("area", part.start, part.end, unclear=codes, by_code=True) if codes else None), at + 1


def _region(field: Field, at: int, after: int, region: Meaning) -> Reading:
    start, end = field.parts[at].start, field.parts[after - 1].end
    return Reading("region", start, end, region=region.region, country=region.country)


def _is_code_of(part: Part | None, region: Meaning) -> bool:
    return bool(part and part.joint <= Joint.COMMA and part.name and part.name.raw == region.region)


def _codes(field: Field, at: int) -> tuple[Meaning, ...]:
    name, following = field.parts[at].name, field.part(at + 1)
    if not name or not name.raw.isupper() or not _stands_alone(field, at):
        return ()
    amid = (at and field.parts[at].joint is Joint.BLANK) or (following and following.joint is Joint.BLANK)
    return () if amid and name.raw in CODES_THAT_ARE_WORDS else name.coded.all  # "New York OR London"


def _counts_as_a_name(field: Field, at: int) -> bool:
    """ "us" and "uk" in small letters count only where no other word stands beside them."""
    name = field.parts[at].name
    return name is not None and (len(name.raw) > 3 or not name.raw.islower() or _stands_alone(field, at))


def _stands_alone(field: Field, at: int) -> bool:
    before = field.parts[at - 1] if at else None
    after = field.part(at + 1)
    return (before is None or before.name is not None or field.parts[at].joint > Joint.BLANK) and (
        after is None or after.name is not None or after.joint > Joint.BLANK
    )


# The wide before the narrow: "US, FL, Hilliard FL", "Germany - Berlin", "CA San Francisco, California"


def _wide_before_narrow(field: Field, at: int) -> Read | None:
    part, following = field.parts[at], field.part(at + 1)
    around = () if is_city(part) else around_of(part)
    if not around or not following or following.after_other_words or following.joint is Joint.NONE:
        return None
    if following.joint is Joint.COMMA:
        return _stairs(field, at, around)
    if following.joint is Joint.BLANK and not (part.name and part.name.coded.all):
        return None
    return _begun_at(part, _within(field, at + 1, around))


def _stairs(field: Field, at: int, around: Sequence[Meaning]) -> Read | None:
    """A country, one of its regions by its code, and then perhaps a city of that region."""
    lands = {wide.country for wide in around if wide.kind == "country"}
    code = field.parts[at + 1]
    for region in around_of(code):
        if region.kind != "region" or region.country not in lands or not _is_code_of(code, region):
            continue
        following = field.part(at + 2)
        beside = following is not None and following.joint <= Joint.COMMA
        nested = (_within(field, at + 2, (region,)) or _new_to_us(field, at + 2, region)) if beside else None
        return _begun_at(field.parts[at], nested) or (_region(field, at, at + 2, region), at + 2)
    return None


def _new_to_us(field: Field, at: int, region: Meaning) -> Read | None:
    """A town of no table after its country and its state: "US, TX, Deweyville"."""
    part = field.parts[at]
    if part.name or part.after_other_words or not is_like_a_city(field.written(at, at + 1)):
        return None
    city = unknown_city(field.written(at, at + 1), region)
    return field.city(at, at + 1, city, city.name, region=True, land=True), at + 1


def _within(field: Field, at: int, around: Sequence[Meaning]) -> Read | None:
    """The city or region here, if it lies in one of those that stand before it."""
    reading, end = _straight(field, at)
    if reading and not reading.unclear:
        return (reading, end) if any(_holds(wide, reading) for wide in around) else None
    part = field.parts[at]
    cities = part.name.senses.cities if part.name else ()
    for wide in around:
        if city := heaviest(city for city in cities if fits(city, wide)):
            written = field.written(at, at + 1)
            return field.city(at, at + 1, city, written, region=False, land=True), at + 1
    return None


def _holds(wide: Meaning, reading: Reading) -> bool:
    return reading.country == wide.country and wide.region in {"", reading.region}


def _begun_at(part: Part, read: Read | None) -> Read | None:
    return (replace(read[0], start=part.start, says_country=True), read[1]) if read else None
