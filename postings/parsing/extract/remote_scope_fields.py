"""Where a remote hire may live, as short fields say it: "Remote, US", "Boise, ID,US,Remote", "Baker (UK remote)".

A label's value, a board's chip, a title or a short line near the top comes in; out come the countries that it names
apart from the towns. Refused: the country that only says where a town lies ("Boise, US,Remote").
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from postings.facts import Fact
from postings.parsing.extract.place_lines import says_only_places, top_pieces
from postings.parsing.extract.remote_scope_words import NO_LAND, NOT_OF_THE_HIRE, OF_THE_FIRM
from postings.parsing.gazetteer import Found, countries_of, places_in
from postings.parsing.header import Header
from postings.parsing.part import Part

Scope = Fact[tuple[str, ...]]
WORLDWIDE = ("worldwide",)
BARE_COMMA = re.compile(r",(?! )")
SAYS_REMOTE = re.compile(r"\b(?:remot\w*|telecommut\w*|anywhere|worldwide|home|only)\b")
SAYS_WORLD = re.compile(r"\b(?:worldwide|anywhere in the world|anywhere$|global\b)")
AFTER_REMOTE = re.compile(r"\bremote\b ?[-,:(/|]{0,2} ?(?P<where>(?:the )?[a-z][^.;\n)]{1,60})")
BEFORE_REMOTE = re.compile(r"(?:[- ]based)?[-,(/| ]{1,3}(?:only |fully |full[ -]|100% )?remote\b")
PIECE = re.compile(r"(?:(?! or )[^(\[|:,-])+", re.IGNORECASE)
OR = re.compile(r" or ", re.IGNORECASE)
LONGEST_BEFORE = 200  # characters


def scope_of_field(part: Part, start: int, end: int) -> Scope | None:
    words, lower = part.view.text[start:end], part.view.lower[start:end]
    if not SAYS_REMOTE.search(lower) or NOT_OF_THE_HIRE.search(lower) or OF_THE_FIRM.search(lower):
        return None
    if _is_row_of_places(words):
        return None
    if codes := codes_of_lands(words) or (WORLDWIDE if SAYS_WORLD.search(lower) else ()):
        return part.view.fact(codes, start, end)
    return next(_in_a_title(part, start, end), None)


def _is_row_of_places(words: str) -> bool:
    """ "Boise, ID,US,Remote": a board parts its places by a bare comma."""
    return ", " in words and BARE_COMMA.search(words) is not None


def scope_of_row(part: Part, start: int, end: int) -> Scope | None:
    """A country that such a row lists beside a town says more than where the town lies."""
    words, lower = part.view.text[start:end], part.view.lower[start:end]
    if not _is_row_of_places(words) or "remote" not in lower or NOT_OF_THE_HIRE.search(lower):
        return None
    lands = [piece for piece in BARE_COMMA.split(words) if "remote" in piece.lower() or not _has_city(piece)]
    codes = tuple(dict.fromkeys(chain.from_iterable(map(codes_of_lands, lands))))
    if codes:  # towns of other countries are no less open than they
        towns = (one.location.country for one in places_in(words) if one.kind == "city")
        codes = tuple(dict.fromkeys((*codes, *filter(None, towns))))
    codes = WORLDWIDE if WORLDWIDE[0] in codes or SAYS_WORLD.search(lower) else codes
    return part.view.fact(codes, start, end) if codes else None


def _has_city(words: str) -> bool:
    return any(one.kind == "city" for one in places_in(words))


def scopes_beside_remote(part: Part, header: Header) -> Iterator[Scope]:
    """ "Remote US" in a title or on a line of its own near the top."""
    if header.title:
        yield from _in_a_title(part, *header.title)
    for start, end in top_pieces(part):
        words = part.view.text[start:end]
        if "remote" not in part.view.lower[start:end] or not says_only_places(words):
            continue
        if codes := codes_of_lands(words):
            yield part.view.fact(codes, start, end)
        else:
            yield from _in_a_title(part, start, end)


def _in_a_title(part: Part, start: int, end: int) -> Iterator[Scope]:
    text, lower = part.view.text, part.view.lower
    if found := AFTER_REMOTE.search(lower, start, end):
        at, until = found.span("where")
        words = text[at:until]
        places = [one for one in places_in(words) if not NO_LAND.match(words, one.start)]
        if places and places[0].start <= 4 and (codes := codes_of(places, words)):
            yield part.view.fact(codes, at, until)
    if found := BEFORE_REMOTE.search(lower, start, end):
        at = _where_the_list_begins(text, max(start, found.start() - LONGEST_BEFORE), found.start())
        words = text[at : found.start()]
        if codes := codes_of_lands(words):
            yield part.view.fact(codes, at, found.start())


def _where_the_list_begins(text: str, start: int, end: int) -> int:
    """Of "Baker (Spain, France" where Spain begins: the last pieces that are places and nothing else."""
    first = end
    for piece in reversed(list(PIECE.finditer(text, start, end))):
        words = piece.group().strip()
        if not words:
            continue
        if not places_in(words) or not says_only_places(words):
            break
        begins = piece.end() - len(piece.group().lstrip())
        if OR.match(text, piece.end()) and not codes_of_lands(text[begins:end]):
            break  # "New York or US"
        first = begins
    return first


def codes_of_lands(words: str) -> tuple[str, ...]:
    lands = [one for one in places_in(words) if one.kind != "city" and not NO_LAND.match(words, one.start)]
    return codes_of(lands, words)


def codes_of(found: Sequence[Found], words: str) -> tuple[str, ...]:
    """The countries of areas and countries, and those that named regions lie in, each once."""
    codes: list[str] = []
    for one in found:
        named = countries_of(words[one.start : one.end]) if one.kind != "region" else ()  # Singapore is both
        if set(named) & set(codes) and len(named) > 1:
            continue  # "Colombia, South America" is one country
        codes += named or ((one.location.country,) if one.location.country and one.kind != "city" else ())
    return WORLDWIDE if WORLDWIDE[0] in codes else tuple(dict.fromkeys(codes))
