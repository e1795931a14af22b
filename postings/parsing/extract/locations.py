"""Where the work is.

Places stand in labelled lines, in a board's chips, below the title, under a heading such as "Offices", and in
plain sentences. A city that a text merely mentions is no place of work; of a wide place and a narrower one
within it, the narrower counts, unless one line lists both.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from postings.facts import Fact, Location
from postings.parsing.extract.place_lines import (
    Placed,
    in_addresses,
    in_parted_lines,
    in_top_lines,
    under_headings,
)
from postings.parsing.extract.place_sentences import (
    in_labels_within,
    in_lists_of_offices,
    in_sentences,
    list_of_places,
)
from postings.parsing.extract.remote_scope import read_remote_scope
from postings.parsing.gazetteer import countries_of, is_of_its_own, places_in
from postings.parsing.header import JOB_NOUN, Header
from postings.parsing.part import Part

__all__ = ["read_locations", "read_remote_scope"]

Place = Fact[Location]
# A town that no table has. "Main Campus", "Province" and "TBD" are not names of towns.
TOWN = re.compile(
    r"""(?! (?i: main | various | multiple | province | campus | head | tbd | tba | field | client | on | our | the | flexible | n/?a ) \b )
        [A-ZÀ-Þ][a-zà-ÿ.'-]+ (?: \ (?:[a-z]{2,3}\ )? [A-ZÀ-Þ][a-zà-ÿ.'-]+ ){0,2} (?: ,\ [A-ZÀ-Þ][A-Za-zà-ÿ.'\ -]{1,25} )?""",
    re.VERBOSE,
)
SENTENCE = re.compile(r"\b(?:is|are|will|can|must|you|we|we're|this|work|role)\b")
EVERYWHERE = "Worldwide"  # says where one may live, not where the work is
MOST = 300  # boards list every country of a continent, or of the world


def read_locations(part: Part, header: Header) -> tuple[Place, ...]:
    """Read the text's own places before a board's: "Germany" of a chip says less than "Stuttgart" of the text."""
    fields = _facts(part, _in_fields(part, header, "place"))
    fields = [fact for fact in fields if _is_of_its_own(part, fact) or not _is_wider_area(fact, fields)]
    chips = _facts(part, _in_fields(part, header, "chip_place"))
    stated = [*chips, *fields, *_facts(part, in_parted_lines(part))]
    if not fields:
        stated += _facts(part, [*in_top_lines(part), *in_addresses(part), *in_labels_within(part)])
    lists = () if fields else (*under_headings(part), *in_lists_of_offices(part))
    said = _facts(part, [*lists, *in_sentences(part, part.header_end)])
    body = [*stated[len(chips) :], *said]
    kept = [
        *(fact for fact in chips if _is_of_its_own(part, fact) or not _holds_another(fact, body)),
        *stated[len(chips) :],
        *(fact for fact in said if _is_of_its_own(part, fact) or not _holds_another(fact, [*stated, *said])),
    ]
    return tuple(_distinct(kept))[:MOST]


def _holds_another(fact: Place, others: Sequence[Place]) -> bool:
    """Whether one of the others lies within this one."""
    wide = fact.value
    if wide is None or wide.city:
        return False
    return any(_lies_in(other.value, wide) for other in others if other.value)


def _is_of_its_own(part: Part, fact: Place) -> bool:
    return fact.span is not None and is_of_its_own(part.view.source, fact.span.start)


def _is_wider_area(fact: Place, others: Sequence[Place]) -> bool:
    """ "Colombia, South America" """
    return bool(fact.value and not fact.value.country) and _holds_another(fact, others)


def _lies_in(place: Location, wide: Location) -> bool:
    if not wide.country:
        return bool(place.country) and place.country in countries_of(wide.text)
    if place.country != wide.country or (wide.region and place.region != wide.region):
        return False
    return bool(place.city or (place.region and not wide.region))


def _facts(part: Part, found: Iterable[Placed]) -> list[Place]:
    return [
        part.view.fact(one.location, start + one.start, start + one.end)
        for start, one in found
        if one.location.text not in ("", EVERYWHERE)
    ]


def _in_fields(part: Part, header: Header, name: str) -> Iterator[Placed]:
    for start, end in header.fields.get(name, ()):
        words = part.view.text[start:end]
        if name == "place" and len(words) > 40 and len(SENTENCE.findall(words.lower())) > 1:
            yield from _in_a_sentence(part, start)
            continue
        found_here = places_in(words)
        if not found_here and name == "place" and TOWN.fullmatch(words) and not JOB_NOUN.search(words):
            found_here = places_in(words, trusting=True)
        yield from ((start, found) for found in found_here)


def _in_a_sentence(part: Part, start: int) -> Iterator[Placed]:
    """A label whose value is a sentence, to the end of its line: the head cuts it off."""
    line_end = part.view.text.find("\n", start)
    end = line_end if line_end >= 0 else len(part.view.text)
    said = list(in_sentences(part, start, end))
    yield from said or ((start, one) for one in list_of_places(part.view.text[start:end]))


def _distinct(facts: list[Place]) -> Iterator[Place]:
    """Yield each place once; "USA" beside "Austin, TX" only where the text lists it as a place of its own."""
    seen: set[tuple[str, str, str]] = set()
    heads: dict[str, set[str]] = {}
    for fact in facts:
        place = fact.value
        if place is None:
            continue
        key = ((place.city or place.text).casefold(), place.region.casefold(), place.country)
        head = place.text.split(",")[0].strip().casefold()
        if (key in seen and place.country) or _is_known(heads.get(head, set()), key[1]):
            continue
        seen.add(key)
        heads.setdefault(head, set()).add(key[1])
        yield fact


def _is_known(regions: set[str], region: str) -> bool:
    """Springfield, MA and Springfield, VA are two; "Springfield" beside either of them is none of its own."""
    return bool(regions) and (not region or region in regions or "" in regions)
