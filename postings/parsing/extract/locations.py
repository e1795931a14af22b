"""Where the work is, and where a remote hire may live.

Places stand in labelled lines, in a board's chips, below the title, and in a few plain sentences ("based in
Leeds", "anywhere in the USA"). A city that a text merely mentions is no place of work.
"""

import re
from collections.abc import Iterable, Iterator

from postings.facts import Fact, Location
from postings.parsing.extract.near import stretches_near
from postings.parsing.gazetteer import Found, countries_of, places_in, places_named_in_prose
from postings.parsing.header import JOB_NOUN, Header
from postings.parsing.part import Part
from postings.vocabulary import WorkMode

SAID = re.compile(
    r"""\b(?: (?:this|the)\ (?:role|position|job|opportunity)\ (?:is|will\ be|can\ be)\ (?:\w+\ ){0,3}?(?:based|located|performed|situated)\ (?:out\ of|in|at|from)
      | (?:must|should|to)\ (?:currently\ )?(?:reside|live|be\ (?:based|located|resident))\ (?:\w+\ )?in | residents?\ of | reside\ in\ the\ state\ of
      | (?:seeking|looking\ for|hiring|recruiting)\ [^.\n]{3,90}?\ (?:in|based\ in|at\ our\ \w+\ in) | (?:position|role|job)\ (?:\w+\ ){0,2}in | campus\ in | (?:clients?|customers?|opening|opportunity|openings)\ in
      | (?:be|role|position|job|you(?:'re|\ are)?|candidates?|applicants?)\ (?:is\ |are\ )?based\ (?:anywhere\ )?(?:in|out\ of) | located\ (?:anywhere\ )?in | hiring\ (?:anywhere\ )?in | work(?:ing)?\ (?:remotely\ )?(?:from\ )?anywhere\ in
      | remote\ hiring\ anywhere\ in | remote(?:ly)?\ (?:anywhere\ )?(?:from|within|in|across) | our\ (?:\w+\ )?office\ in | live\ close\ to\ or\ in
      | für\ unser\ \w+\ team\ in | am\ standort | standort | in\ unserem\ büro\ in | poste\ situé\ à | basé\w*\ à | situé\ à | con\ sede\ en | ubicad[oa]\ en | oficina\ (?:de|en) )
      [ ]+ (?:the\ (?:\w+\ of\ )?)? (?P<where> (?: u\.[sk]\.(?:a\.)? | [^.;\n()]{2} ) [^.;\n()]{0,80} )""",
    re.VERBOSE,
)
# Words that each of these sentences has one of, and how far from them it may begin and end.
SAID_WITH = (
    *(
        "based",
        "basé",
        "located",
        "situated",
        "performed",
        "situé",
        "resid",
        "live ",
        "remote",
        "anywhere",
        "office in",
    ),
    *(
        "seeking",
        "looking for",
        "hiring",
        "recruiting",
        "position",
        "role",
        "job",
        "campus in",
        "client",
        "customer",
    ),
    *("opening", "opportunity in", "standort", "für unser", "büro in", "con sede", "ubicad", "oficina"),
)
SAID_FROM, SAID_UNTIL = 60, 220
COMPANY_SEAT = re.compile(
    r"\b(?:we|company|headquarter\w*|hq|firm|agency|startup|founded|founders|client|customers?|offices? around|inc\.?|ltd\.?|gmbh)\b[^.\n]{0,60}\Z",
    re.IGNORECASE,
)
TABLED = re.compile(r"^[ ]*(?P<where>[A-Z]{2,3}, [A-Z]{2}, [A-Z][\w .'-]{2,40}?)[ ]*(?:-|$)", re.MULTILINE)
PLACE_LINE = re.compile(
    r"^[ ]*(?P<where>[A-ZÀ-Þ][\w .'À-ÿ-]{1,40}, ?(?:[A-Z]{2}|[A-Z][a-zA-Z. ]{3,25})(?: ?,? ?(?:\d{5}|[A-Z]{2,3}|[A-Z][a-z]+))?)(?: ?\((?:remote|hybrid|on-?site)\))?[ ]*$",
    re.IGNORECASE,
)
SCOPE = re.compile(
    r"\b(?:remote(?:ly)?|anywhere|reside|residents?|live|located|based|home|work)\b[^.\n]{0,30}?\b(?:anywhere\ )?(?:in|within|from|across|throughout|of|around)\ (?:the\ |any\ )?(?P<where>[^.;\n()]{2,60})",
    re.IGNORECASE,
)
WORLD = re.compile(
    r"\b(?:anywhere in the world|work from anywhere(?! in)|worldwide remote|remote,? (?:worldwide|global)|remote - (?:worldwide|anywhere|global)|fully remote \(worldwide\))",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"(?P<where>[A-Z][a-zA-Z. ]{2,30}, [A-Z]{2}) \d{5}\b")
# A town that no table has. "Main Campus", "Province" and "TBD" are not names of towns.
TOWN = re.compile(
    r"(?!(?i:main|various|multiple|province|campus|head|tbd|tba|field|client|on|our|the|flexible|n/?a)\b)[A-ZÀ-Þ][a-zà-ÿ.'-]+(?: (?:[a-z]{2,3} )?[A-ZÀ-Þ][a-zà-ÿ.'-]+){0,2}(?:, [A-ZÀ-Þ][A-Za-zà-ÿ.' -]{1,25})?"
)
MOST = 40


def read_locations(part: Part, header: Header) -> tuple[Fact[Location], ...]:
    """Read the text's own places before a board's: "Germany" of a chip says less than "Stuttgart" of the text."""
    body = _facts(
        part, [*_in_fields(part, header, "place"), *_in_top_lines(part, header), *_in_sentences(part)]
    )
    chips = _facts(part, _in_fields(part, header, "chip_place"))
    narrow = {fact.value.country for fact in body if fact.value and (fact.value.city or fact.value.region)}
    kept = [
        fact
        for fact in chips
        if fact.value and (fact.value.city or fact.value.region or fact.value.country not in narrow)
    ]
    return tuple(_distinct([*kept, *body]))[:MOST]


def _facts(part: Part, found: Iterable[tuple[int, Found]]) -> list[Fact[Location]]:
    return [
        part.view.fact(one.location, start + one.start, start + one.end)
        for start, one in found
        if one.location.country or one.location.text
    ]


def _in_fields(part: Part, header: Header, name: str) -> Iterator[tuple[int, Found]]:
    for start, end in header.fields.get(name, ()):
        words = part.view.text[start:end]
        found_here = places_in(words)
        if not found_here and name == "place" and TOWN.fullmatch(words) and not JOB_NOUN.search(words):
            found_here = places_in(words, trusting=True)
        yield from ((start, found) for found in found_here)


def _in_top_lines(part: Part, header: Header) -> Iterator[tuple[int, Found]]:
    """Pasted advertisements have the place on a line of its own near the top, or between dots."""
    for line in part.lines[:6]:
        words = part.text(line)
        if len(words) <= 140 and ("·" in words or " | " in words):
            yield from ((line.start, one) for one in places_in(words) if one.kind in ("city", "region"))
    if header.fields.get("place"):
        return
    for line in part.lines[:5]:
        words = part.text(line)
        if len(words) <= 60 and words[0].isupper() and words[-1] not in ".:!?" and not JOB_NOUN.search(words):
            found_here = places_in(words)
            covered = sum(one.end - one.start for one in found_here)
            if found_here and covered >= 0.6 * len(words):
                yield from ((line.start, one) for one in found_here)
    for line in part.lines[:8]:
        if found := PLACE_LINE.match(part.text(line)):
            start = line.start + found.start("where")
            yield from ((start, one) for one in places_in(found["where"]))
    for found in (*TABLED.finditer(part.view.text), *ADDRESS.finditer(part.view.text)):
        yield from ((found.start("where"), one) for one in places_in(found["where"]))


def _in_sentences(part: Part) -> Iterator[tuple[int, Found]]:
    text = part.view.text
    nearby = stretches_near(part.view.lower, SAID_WITH, SAID_FROM, SAID_UNTIL)
    for found in (each for stretch in nearby for each in SAID.finditer(part.view.lower, *stretch)):
        if COMPANY_SEAT.search(text, max(0, found.start() - 80), found.start()):
            continue
        start, end = found.span("where")
        for one in places_named_in_prose(text[start:end])[:3]:
            if one.start <= 45:
                yield start, one


def _distinct(facts: list[Fact[Location]]) -> Iterator[Fact[Location]]:
    """Yield each place once; "USA" beside "Austin, TX" only where the text lists it as a place of its own."""
    seen: set[tuple[str, str, str]] = set()
    heads: set[str] = set()
    for fact in facts:
        place = fact.value
        if place is None:
            continue
        key = (place.city.casefold(), place.region.casefold(), place.country)
        head = place.text.split(",")[0].strip().casefold()
        if (key in seen and place.country) or head in heads:
            continue
        seen.add(key)
        heads.add(head)
        yield fact


def read_remote_scope(
    part: Part, header: Header, mode: Fact[WorkMode] | None
) -> Fact[tuple[str, ...]] | None:
    """Only of remote work, and only where the text ties the place to living there."""
    if mode is None or mode.value is not WorkMode.REMOTE:
        return None
    text = part.view.text
    for start, end in header.fields.get("scope", ()):
        if codes := countries_of(text[start:end]):
            return part.view.fact(codes, start, end)
    for name in ("chip_place", "place"):
        for start, end in header.fields.get(name, ()):
            if fact := _scope_of_field(part, start, end):
                return fact
    if found := WORLD.search(text):
        return part.view.fact(("worldwide",), *found.span())
    for found in SCOPE.finditer(text):
        start, end = found.span("where")
        for one in places_named_in_prose(text[start:end]):
            if one.kind in ("country", "area") and one.start <= 12:
                codes = countries_of(text[start + one.start : start + one.end]) or (
                    (one.location.country,) if one.location.country else ()
                )
                if codes:
                    return part.view.fact(codes, start + one.start, start + one.end)
    return None


def _scope_of_field(part: Part, start: int, end: int) -> Fact[tuple[str, ...]] | None:
    words = part.view.text[start:end]
    if not re.search(r"remote|telecommut|anywhere|worldwide|home", words, re.IGNORECASE):
        return None
    codes: list[str] = []
    for one in places_in(words):
        if one.kind in ("country", "area"):
            named = countries_of(words[one.start : one.end]) or (
                (one.location.country,) if one.location.country else ()
            )
            codes += [code for code in named if code not in codes]
    if not codes and re.search(r"worldwide|anywhere$|anywhere in the world|global", words, re.IGNORECASE):
        codes = ["worldwide"]
    return part.view.fact(tuple(codes), start, end) if codes else None
