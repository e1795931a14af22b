"""Places on lines of their own: the lines near the top of a text and lists under a heading such as "Offices".

A line counts when it says a place and next to nothing else. Refused: titles ("Head of Austria"), addresses to
write to, and lone names that are more often something else ("Reading", "Mobile").
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from postings.parsing.extract.place_words import CONTACT, PLACE_HEADING, STREET
from postings.parsing.gazetteer import Found, is_doubtful, places_in, words_beside
from postings.parsing.header import JOB_NOUN
from postings.parsing.part import Line, LineKind, Part

Match = re.Match[str]
Placed = tuple[int, Found]  # an offset, and what was found from there
PIECE = re.compile(r"[^·|•\n]+")
BRIEF = 60  # characters of a line that may be a place and nothing else
FIRST_LINES = 6
COVERED = 0.6  # of the words of such a line
TABLED = r"[ ]*(?P<where>[A-Z]{2,3}, [A-Z]{2}, [A-Z][\w .'-]{2,40}?)[ ]*(?:-|$)"
# A line break is found ten times as fast as "^" is.
TABLED_FIRST, TABLED_LATER = re.compile(TABLED, re.MULTILINE), re.compile(r"\n" + TABLED, re.MULTILINE)
CITY_AND_REGION = re.compile(
    r"""^[ ]* (?P<where> [A-ZÀ-Þ][\w\ .'À-ÿ-]{1,40} , [ ]? (?: [A-Z]{2} | [A-Z][a-zA-Z.\ ]{3,25} )
        (?: [ ]?,?[ ]? (?: \d{5} | [A-Z]{2,3} | [A-Z][a-z]+ ) )? )
        (?: [ ]?\( (?: (?i: remote | hybrid | on-?site ) ) \) )? [ ]* $""",
    re.VERBOSE,
)
ADDRESS = re.compile(r"(?P<where>[A-Z][a-zA-Z. ]{2,30}, [A-Z]{2}) \d{5}\b")
ADDRESS_END = re.compile(r", [A-Z]{2} \d{5}\b")
LONGEST_TOWN = 31  # characters before that end
NO_PLACE_LINE = re.compile(
    r"[_#@]|\b(?:headquarter|hq\b|company\b)|\b(?:about|with|for|to|know|join|contact|why|at|by|of|follow|meet|let|choose|find|trust) us\b",
)  # "Job #: 7-en_US", "Headquarters: Oslo", "ABOUT US"
VERB = re.compile(r"\b(?:is|are|was|we|you|located|write)\b")
STREET_WORD = re.compile(
    r"(?:\A|\b)(?:[\w.]+ ){0,3}(?:St|Ave|Rd|Blvd|Dr|Street|Avenue|Road|Drive|Way|Floor|Plaza)\.? "
)


@lru_cache(maxsize=1000)  # the mode and the scope ask for the same lines
def says_only_places(words: str) -> bool:
    """Whether nothing is left beside places and words like "remote" and "office"."""
    return not words_beside(words, places_in(words))


def top_pieces(part: Part) -> Iterator[tuple[int, int]]:
    """The short lines near the top, or what dots and bars part on them."""
    for line in part.lines[:FIRST_LINES]:
        if line.end - line.start > 140:
            continue
        for piece in PIECE.finditer(part.view.text, line.start, line.end):
            start, end = part.view.trimmed(*piece.span())
            if 2 < end - start <= BRIEF:
                yield start, end


def in_parted_lines(part: Part) -> Iterator[Placed]:
    """ "Acme Bread | Boise, ID | Full-time" """
    for line in part.lines[:FIRST_LINES]:
        words = part.text(line)
        if len(words) <= 140 and ("·" in words or " | " in words):
            yield from ((line.start, one) for one in places_in(words) if one.kind in ("city", "region"))


def in_top_lines(part: Part) -> Iterator[Placed]:
    for line in part.lines[: FIRST_LINES - 1]:
        words = part.text(line)
        if (
            len(words) <= BRIEF
            and words[0].isupper()
            and words[-1] not in ".:!?"
            and not JOB_NOUN.search(words)
            and not NO_PLACE_LINE.search(part.view.lower, line.start, line.end)
            and not VERB.search(part.view.lower, line.start, line.end)
        ):
            yield from ((line.start, one) for one in _of_a_line(words))
    for line in part.lines[: FIRST_LINES + 2]:
        words = part.text(line)
        city = CITY_AND_REGION.match(words) if "," in words else None
        street = None if city else STREET.search(words)
        if not (city or street) or VERB.search(part.view.lower, line.start, line.end):
            continue
        if city:
            yield from _from_here(line.start, city)
        elif street:
            yield from list(_from_here(line.start, street))[:1]


def _with_first(first: Match | None, later: Iterator[Match]) -> Iterator[Match]:
    return later if first is None else chain([first], later)


def _of_a_line(words: str) -> tuple[Found, ...]:
    found = tuple(one for one in places_in(words) if not is_doubtful(words, one))
    covered = sum(one.end - one.start for one in found)
    left = sum(end - start for start, end in words_beside(words, found))
    return found if found and covered >= COVERED * (covered + left) else ()


def _from_here(offset: int, found: re.Match[str]) -> Iterator[Placed]:
    return ((offset + found.start("where"), one) for one in places_in(found["where"]))


def in_addresses(part: Part) -> Iterator[Placed]:
    text = part.view.text
    for tabled in _with_first(TABLED_FIRST.match(text), TABLED_LATER.finditer(text)):
        yield from _from_here(0, tabled)
    for town_end in ADDRESS_END.finditer(text):
        found = ADDRESS.search(text, max(0, town_end.start() - LONGEST_TOWN), town_end.end())
        if not found:
            continue
        line_start = text.rfind("\n", 0, found.start()) + 1
        if CONTACT.search(part.view.lower, max(line_start, found.start() - 250), found.start()):
            continue
        street = STREET_WORD.match(found["where"])
        start = found.start("where") + (street.end() if street else 0)
        yield from ((start, one) for one in places_in(text[start : found.end("where")]))


def under_place_headings(part: Part) -> Iterator[Line]:
    return (line for line in part.lines if is_of_places(line.heading) and line.kind is not LineKind.HEADING)


@lru_cache(maxsize=1000)  # the lines under one heading ask the same
def is_of_places(heading: str) -> bool:
    return PLACE_HEADING.fullmatch(heading) is not None


def under_headings(part: Part) -> Iterator[Placed]:
    """Bullets and short lines under "Offices" or "Location"."""
    for line in under_place_headings(part):
        words = part.text(line)
        if len(words) <= BRIEF and words[-1] not in ".!?":
            yield from ((line.start, one) for one in places_in(words) if not is_doubtful(words, one))
