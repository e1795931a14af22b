"""Where a remote hire may live: country codes, or ("worldwide",), and only where the text ties the place to living there.

Read of remote roles alone. "Teams across Europe" and "customers anywhere in the world" say nothing of the hire.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from postings.facts import Fact
from postings.parsing.extract.near import stretches_near
from postings.parsing.extract.place_lines import says_only_places, top_pieces
from postings.parsing.extract.place_sentences import CAPITAL, FARTHEST_NAME, list_of_places, sentence_around
from postings.parsing.extract.place_words import CANDIDATE_LABEL, INLINE_LABEL, OTHER_MATTER
from postings.parsing.gazetteer import Found, countries_of, places_in
from postings.parsing.header import Header
from postings.parsing.part import Part
from postings.vocabulary import WorkMode

Scope = Fact[tuple[str, ...]]
WORLDWIDE = ("worldwide",)
MOST_LEADS = 100  # that are looked at in one stretch of a text
SAYS_REMOTE = re.compile(r"\b(?:remot\w*|telecommut\w*|anywhere|worldwide|home|only)\b")
SAYS_WORLD = re.compile(r"\b(?:worldwide|anywhere in the world|anywhere$|global\b)")
WORLD = re.compile(
    r"""\b (?: (?: work(?:ing)? | live | living | hire\w* | hiring | remote(?:ly)? | based | located | candidates | applicants ) [^.\n]{0,30}?
          \ (?: anywhere\ in\ the\ world | from\ anywhere(?!\ in|\ within|\ across) | any\ country )
        | (?: candidates | applicants | hir\w+ | remote(?:ly)? )\ (?:[\w-]+\ ){0,2}worldwide
        | remote,?\ (?: - \ )? (?:worldwide|global(?:ly)?|anywhere)(?!\ (?:in|within|distributed|teams?|company|scale)\b) | worldwide\ remote )\b""",
    re.VERBOSE,
)
WORLD_WITH = ("anywhere", "any country", "worldwide", "remote global", "remote, global", "remote - global")
LIVING = re.compile(
    r"""\b (?: remote(?:ly)? (?: \ [\w-]+ ){0,4}? \ (?: in | within | from | across | throughout | anywhere\ in )
          | anywhere \ (?: in | within | across )
          | (?: must | should | to | required\ to ) \ (?: currently\ )? (?: reside | live | be\ (?:[\w-]+\ )?(?:based|located|resident|a\ resident) ) (?:\ anywhere)? \ (?: in | within | of )
          | (?: candidates? | applicants? | people | talent | engineers | you(?:'re|\ are) | be | who\ (?:are|is) ) \ (?: (?:are|is|who\ are|must\ be)\ )? (?: based | located | residing | living ) \ (?:anywhere\ )? (?: in | within )
          | open\ to\ (?:remote\ )?(?:candidates|applicants|people)\ (?: in | from | within | across )
          | hiring\ (?:remotely\ )?(?:in|across|within)
          | (?: ^ | (?<=\n) | (?<=[*•.-]\ ) ) (?: located | based | residing ) \ (?:anywhere\ )?in
        ) (?: \ (?: the | any | either | one\ of\ the ) )? (?=\ ) """,
    re.VERBOSE | re.MULTILINE,
)
LIVING_WITH = (
    *("remote", "anywhere", "resid", "live ", "based in", "based within", "located", "living", "open to"),
    "hiring",
)
AFTER_REMOTE = re.compile(r"\bremote\b ?[-,:(/|]{0,2} ?(?P<where>(?:the )?[a-z][^.;\n)]{1,60})")
BEFORE_REMOTE = re.compile(
    r"(?<![\w.])(?P<where>[a-z][a-z.&/]{1,20}(?: [a-z]{3,10})?) ?[-,(/ ] ?(?:only )?remote\b"
)
NOT_OF_THE_HIRE = re.compile(
    r"\b(?:clients?|customers?|users?|offices?|employees|colleagues|teams?|companies|stores|warehouses|headquarter\w*|entities|partners)\b"
)
OF_THE_FIRM = re.compile(r"\b(?:we|we're|our|staff|company)\b")


def read_remote_scope(part: Part, header: Header, mode: Fact[WorkMode] | None) -> Scope | None:
    if mode is None or mode.value is not WorkMode.REMOTE:
        return None
    for start, end in header.fields.get("scope", ()):
        if codes := countries_of(part.view.text[start:end]) or _codes(
            places_in(part.view.text[start:end]), ""
        ):
            return part.view.fact(codes, start, end)
    fields = (stretch for name in ("place", "chip_place") for stretch in header.fields.get(name, ()))
    return (
        next(filter(None, (_of_field(part, *stretch) for stretch in fields)), None)
        or next(_of_labels(part), None)
        or next(_of_sentences(part), None)
        or next(_beside_remote(part, header), None)
        or _of_the_world(part)
    )


def _of_field(part: Part, start: int, end: int) -> Scope | None:
    words, lower = part.view.text[start:end], part.view.lower[start:end]
    if not SAYS_REMOTE.search(lower) or NOT_OF_THE_HIRE.search(lower) or OF_THE_FIRM.search(lower):
        return None
    codes = _codes([one for one in places_in(words) if one.kind in ("country", "area")], words)
    codes = codes or (WORLDWIDE if SAYS_WORLD.search(lower) else ())
    return part.view.fact(codes, start, end) if codes else None


def _of_labels(part: Part) -> Iterator[Scope]:
    """ "Candidate location: Latin America" """
    if not CANDIDATE_LABEL.search(part.view.lower):
        return
    for found in INLINE_LABEL.finditer(part.view.lower):
        start, end = found.span("where")
        words = part.view.text[start:end]
        if CANDIDATE_LABEL.search(found.group()) and (codes := _codes(places_in(words), words)):
            yield part.view.fact(codes, *part.view.trimmed(start, end))


def _of_sentences(part: Part) -> Iterator[Scope]:
    lower = part.view.lower
    for first, stop in stretches_near(lower, LIVING_WITH, 50, 90):
        for lead in islice(LIVING.finditer(lower, first, stop), MOST_LEADS):
            if not CAPITAL.search(part.view.text, lead.end(), lead.end() + FARTHEST_NAME):
                continue
            start, end = sentence_around(part, *lead.span())
            refused = OTHER_MATTER.search(lower, start, end) or NOT_OF_THE_HIRE.search(
                lower, start, lead.end()
            )
            line_end = lower.find("\n", lead.end())
            words = part.view.text[
                lead.end() : min(lead.end() + 300, line_end if line_end >= 0 else len(lower))
            ]
            found = () if refused else list_of_places(words)
            if found and found[0].start <= 14 and (codes := _codes(found, words)):
                yield part.view.fact(codes, lead.end() + found[0].start, lead.end() + found[-1].end)


def _beside_remote(part: Part, header: Header) -> Iterator[Scope]:
    """ "Remote US" in a title or on a line of its own near the top."""
    pieces = [
        (start, end)
        for start, end in top_pieces(part)
        if "remote" in part.view.lower[start:end] and says_only_places(part.view.text[start:end])
    ]
    for start, end in (*([header.title] if header.title else []), *pieces):
        beside = (pattern.search(part.view.lower, start, end) for pattern in (AFTER_REMOTE, BEFORE_REMOTE))
        for found in filter(None, beside):
            at, until = found.span("where")
            words = part.view.text[at:until]
            found_here = [
                one for one in places_in(words) if not words[one.start :].lower().startswith("global")
            ]
            if found_here and found_here[0].start <= 4 and (codes := _codes(found_here, words)):
                yield part.view.fact(codes, at, until)


def _of_the_world(part: Part) -> Scope | None:
    lower = part.view.lower
    nearby = stretches_near(lower, WORLD_WITH, 70, 30)
    for found in (each for stretch in nearby for each in WORLD.finditer(lower, *stretch)):
        start, _ = sentence_around(part, *found.span())
        if not NOT_OF_THE_HIRE.search(lower, start, found.end()):
            return part.view.fact(WORLDWIDE, *found.span())
    return None


def _codes(found: Sequence[Found], words: str) -> tuple[str, ...]:
    """The countries of areas and countries, and those that named regions lie in, each once."""
    codes: list[str] = []
    for one in found:
        named = countries_of(words[one.start : one.end]) if one.kind in ("country", "area") else ()
        if set(named) & set(codes) and len(named) > 1:
            continue  # "Colombia, South America" is one country
        codes += named or ((one.location.country,) if one.location.country and one.kind != "city" else ())
    return WORLDWIDE if WORLDWIDE[0] in codes else tuple(dict.fromkeys(codes))
