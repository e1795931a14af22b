"""Where a remote hire may live: country codes, or ("worldwide",), and only where the text ties the place to living there.

Read of remote roles alone. "Teams across Europe" and "customers anywhere in the world" say nothing of the hire.
"""

import re
from collections.abc import Iterator
from itertools import islice

from postings.facts import Fact
from postings.parsing.extract.near import stretches_near
from postings.parsing.extract.place_sentences import CAPITAL, list_of_places, sentence_around
from postings.parsing.extract.place_words import (
    CANDIDATE_LABEL,
    DENIED,
    INLINE_LABEL,
    OF_OTHER_POSITIONS,
    OTHER_MATTER,
)
from postings.parsing.extract.remote_scope_fields import (
    WORLDWIDE,
    Scope,
    codes_of,
    codes_of_lands,
    scope_of_field,
    scope_of_row,
    scopes_beside_remote,
)
from postings.parsing.extract.remote_scope_words import (
    BASED_ONLY,
    LIST_ENDS,
    LIVING,
    LIVING_WITH,
    NOT_OF_THE_HIRE,
    NOT_TO_LIVE,
    ON_TO_THE_LIST,
    ONLY_BASED,
)
from postings.parsing.gazetteer import countries_of, places_in
from postings.parsing.header import Header
from postings.parsing.part import Part
from postings.vocabulary import WorkMode

MOST_LEADS = 100  # that are looked at in one stretch of a text
LONGEST_LIST = 700  # characters
FIRST_WITHIN = 14  # characters from the lead: "the continental"
FARTHEST_CAPITAL = 140  # characters from a lead to the first name of its list
WORLD = re.compile(
    r"""\b (?: (?: work(?:ing)? | live | living | hire\w* | hiring | remote(?:ly)? | based | located | candidates | applicants ) [^.\n]{0,30}?
          \ (?: anywhere\ in\ the\ world | from\ anywhere(?!\ in|\ within|\ across) | any\ country )
        | (?: candidates | applicants | hir\w+ | remote(?:ly)? )\ (?:[\w-]+\ ){0,2}worldwide
        | remote[/,]\ ?work\ (?:from\ )?anywhere(?!\ (?:in|within|across)\b)
        | remote,?\ (?: - \ )? (?:worldwide|global(?:ly)?|anywhere)(?!\ (?:in|within|distributed|teams?|company|scale)\b) | worldwide\ remote | globally\ remote\ (?:role|position|job|opportunity) )\b""",
    re.VERBOSE,
)
WORLD_WITH = (
    "globally remote",
    "anywhere",
    "any country",
    "worldwide",
    "remote global",
    "remote, global",
    "remote - global",
)


def read_remote_scope(part: Part, header: Header, mode: Fact[WorkMode] | None) -> Scope | None:
    if mode is None or mode.value is not WorkMode.REMOTE:
        return None
    for start, end in header.fields.get("scope", ()):
        if codes := countries_of(part.view.text[start:end]) or codes_of(
            places_in(part.view.text[start:end]), ""
        ):
            return part.view.fact(codes, start, end)
    fields = (*header.fields.get("place", ()), *header.fields.get("chip_place", ()))
    return (
        next(filter(None, (scope_of_field(part, *stretch) for stretch in fields)), None)
        or next(_of_labels(part), None)
        or next(_of_sentences(part), None)
        or next(_of_a_base(part), None)
        or next(scopes_beside_remote(part, header), None)
        or _of_the_world(part)
        or next(filter(None, (scope_of_row(part, *stretch) for stretch in fields)), None)
    )


def _of_labels(part: Part) -> Iterator[Scope]:
    """ "Candidate location: Latin America" """
    if not CANDIDATE_LABEL.search(part.view.lower):
        return
    for found in INLINE_LABEL.finditer(part.view.lower):
        start, end = found.span("where")
        words = part.view.text[start:end]
        if CANDIDATE_LABEL.search(found.group()) and (codes := codes_of(places_in(words), words)):
            yield part.view.fact(codes, *part.view.trimmed(start, end))


def _of_sentences(part: Part) -> Iterator[Scope]:
    lower = part.view.lower
    for first, stop in stretches_near(lower, LIVING_WITH, 120, 90):
        for lead in islice(LIVING.finditer(lower, first, stop), MOST_LEADS):
            if not CAPITAL.search(part.view.text, lead.end(), lead.end() + FARTHEST_CAPITAL):
                continue
            if not _is_refused(part, *lead.span()) and (scope := _listed_from(part, lead)):
                yield scope


def _is_refused(part: Part, at: int, until: int) -> bool:
    """Of customers, of pay or of the law, or of where a hire may not live."""
    lower = part.view.lower
    start, end = sentence_around(part, at, until)
    return bool(
        OTHER_MATTER.search(lower, start, end)
        or OF_OTHER_POSITIONS.match(lower, start)
        or NOT_OF_THE_HIRE.search(lower, start, until)
        or DENIED.search(lower, start, at)
    )


def _listed_from(part: Part, lead: re.Match[str]) -> Scope | None:
    """The places of the list that the lead begins, on its line or, after a colon, on the next one."""
    text = part.view.text
    led = ON_TO_THE_LIST.match(part.view.lower, lead.end())
    begins = led.end() if led else lead.end()
    line_end = text.find("\n", begins)
    words = text[begins : min(begins + LONGEST_LIST, line_end if line_end >= 0 else len(text))]
    found = list_of_places(words)
    if not found or found[0].start > (4 if led and led.group().strip() else FIRST_WITHIN):
        return None
    if lead["bare"] and not LIST_ENDS.match(words, found[-1].end):
        return None  # "Based in Lyon, Acme is"
    if NOT_TO_LIVE.match(words, found[-1].end) or not (codes := codes_of(found, words)):
        return None
    return part.view.fact(codes, begins + found[0].start, begins + found[-1].end)


def _of_a_base(part: Part) -> Iterator[Scope]:
    """ "US-based applicants only" """
    for words, pattern in ((("-based", " based"), ONLY_BASED), ((" only",), BASED_ONLY)):
        for stretch in stretches_near(part.view.lower, words, 70, 40):
            for found in islice(pattern.finditer(part.view.lower, *stretch), MOST_LEADS):
                at, until = found.span("where")
                named = part.view.text[at:until]
                codes = codes_of_lands(named)
                if codes and named[0].isupper() and not _is_refused(part, *found.span()):
                    yield part.view.fact(codes, at, until)


def _of_the_world(part: Part) -> Scope | None:
    lower = part.view.lower
    nearby = stretches_near(lower, WORLD_WITH, 70, 30)
    for found in (each for stretch in nearby for each in WORLD.finditer(lower, *stretch)):
        start, _ = sentence_around(part, *found.span())
        if not NOT_OF_THE_HIRE.search(lower, start, found.end()):
            return part.view.fact(WORLDWIDE, *found.span())
    return None
