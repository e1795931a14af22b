"""A city at one part of a place field, with the region and the country that stand after it.

Either one that the lexicon knows and that lies in what follows ("Portland, ME"), or a stranger directly
before a region or a country ("Hilliard, FL"). A list is no such pair: "London, Germany" are two places.
"""

from collections.abc import Sequence

from postings.parsing.gazetteer.choosing import KNOWN_ABROAD, fits, heaviest
from postings.parsing.gazetteer.meanings import Meaning
from postings.parsing.gazetteer.scene import Field, Joint, Part
from postings.parsing.gazetteer.words import BOUNDARY_WORDS
from postings.parsing.gazetteer.writing import Reading, unknown_city
from postings.parsing.lexicon.regions import WRITTEN_AS_CODE

TOO_BIG_BEFORE_A_COUNTRY = 5  # weights from which a known city is no namesake: "Salem, Germany" is one place,
TOO_BIG_BEFORE_A_CODE = 10  # "London, Germany" and "San Francisco, NY" are two
MOST_WORDS = 5
Read = tuple[Reading, int]  # and the number of the first part after it


def known_city(field: Field, at: int) -> Read | None:
    name = field.parts[at].name
    cities = name.senses.cities if name else ()
    if not cities:
        return None
    if held := _held(field, at, cities):
        return held
    after = field.end_of_phrase(at)
    if any(part.name is None for part in field.parts[at:after]):
        return stranger(field, at, after)  # "Santa Clara del Mar, Argentina"
    return stranger(field, at, at + 1) if _is_namesake(field, at, cities) else None


def _held(field: Field, at: int, cities: Sequence[Meaning]) -> Read | None:
    after = at + 2 if _is_boundary(field, at + 1) else at + 1  # "Warsaw, Somewhere County, Poland"
    following = field.part(after)
    if not following or following.joint > Joint.STROKE:
        return None
    for wide in around_of(following, any_case=following.joint is Joint.COMMA):
        city = heaviest(city for city in cities if fits(city, wide))
        if city is None or _is_city_of_its_own(field, after, wide) or _is_hidden(city, wide, field.parts[at]):
            continue
        is_region = wide.kind == "region"
        land, end = land_after(field, after + 1, wide.country) if is_region else (True, after + 1)
        return field.city(at, end, city, field.written(at, at + 1), region=is_region, land=land), end
    return None


def _is_hidden(city: Meaning, wide: Meaning, part: Part) -> bool:
    """ "Ontario, US" are a province and a country: a small city of that name needs its state beside it."""
    abroad = any(region.country != city.country for region in around_of(part))
    return abroad and wide.kind == "country" and city.weight < KNOWN_ABROAD


def _is_boundary(field: Field, at: int) -> bool:
    part, following = field.part(at), field.part(at + 1)
    if not part or part.name or not following or part.joint is following.joint is not Joint.COMMA:
        return False
    whole = at == 1 and len(field.parts) == 3  # nothing else is listed: "Angeles, Pampanga, Philippines"
    return whole or field.written(at, at + 1).split()[-1].lower() in BOUNDARY_WORDS


def _is_city_of_its_own(field: Field, at: int, wide: Meaning) -> bool:
    """ "Buffalo, New York, NY": the middle is the city of New York, not what Buffalo lies in."""
    name, following = field.parts[at].name, field.part(at + 1)
    if wide.kind != "region" or not name or not following or following.joint > Joint.COMMA:
        return False
    regions = [around for around in around_of(following) if around.kind == "region"]
    return any(fits(city, region) for city in name.senses.cities if not city.alias for region in regions)


def _is_namesake(field: Field, at: int, cities: Sequence[Meaning]) -> bool:
    """ "Salem, NM": a smaller city of a known name."""
    following = field.part(at + 1)
    around = around_of(following) if following else ()
    if not following or not around or is_city(following) or around_of(field.parts[at]):
        return False
    code = following.name is not None and following.name.raw in {wide.region for wide in around}
    rivals = [city.weight for city in cities if not code or city.country == around[0].country]
    return max(rivals, default=0) < (TOO_BIG_BEFORE_A_CODE if code else TOO_BIG_BEFORE_A_COUNTRY)


def stranger(field: Field, at: int, after: int, *, past: int = 0) -> Read | None:
    """An unknown city in the parts from `at`, before the region or country that stands at `after`.

    `past` as many parts that only say more of where it is: "Vanadzor, Lori Province, Armenia".
    """
    following = field.part(after + past)
    if not following or following.joint > Joint.COMMA or not is_like_a_city(field.written(at, after)):
        return None
    if following.joint is Joint.BLANK and following.after_other_words:
        return None  # "Become a founding member of the VA"
    for wide in around_of(following):
        code = following.name is not None and following.name.raw == (wide.region or wide.country)
        is_region = wide.kind == "region"
        usual = wide.country in WRITTEN_AS_CODE
        if not (usual and code) and (following.joint is Joint.BLANK or (is_region and code)):
            continue
        end = after + past + 1
        land, end = land_after(field, end, wide.country) if is_region else (True, end)
        if is_region and is_city(following) and not land:
            return None  # "Somewhere, Berlin, Hamburg" is a list
        city = unknown_city(field.written(at, after), wide)
        return field.city(at, end, city, city.name, region=is_region, land=land), end
    return None


def is_like_a_city(written: str) -> bool:
    words = written.replace("-", " ").split()
    return not written[0].islower() and len(words) <= MOST_WORDS and len(written) > 2 and "," not in written


def land_after(field: Field, at: int, country: str) -> tuple[bool, int]:
    """Whether the country itself stands here, and the number of the part after it."""
    part = field.part(at)
    if not part or part.joint > Joint.COMMA or is_city(part):
        return False, at
    stands = any(wide.kind == "country" and wide.country == country for wide in around_of(part))
    return stands, at + stands


def around_of(part: Part, *, any_case: bool = False) -> tuple[Meaning, ...]:
    return part.name.wide(any_case=any_case) if part.name else ()


def is_city(part: Part) -> bool:
    return part.name is not None and bool(part.name.senses.cities)
