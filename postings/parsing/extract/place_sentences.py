"""Places of work in plain sentences: "this role is based in Lyon", "our London office", "must live in Texas".

A lead ("based in") is found first, then the list of places that follows it is walked as long as only commas
and "or" stand between. Refused: the company's own seat, customers, notices on pay and on the law, universities.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice

from postings.parsing.extract.near import hits_of, stretches_near
from postings.parsing.extract.place_leads import LEAD, stretches_of_leads
from postings.parsing.extract.place_lines import Placed, under_place_headings
from postings.parsing.extract.place_words import (
    BASED,
    BETWEEN,
    DENIED,
    INLINE_LABEL,
    LABELS_AT_LINE_START,
    LABELS_WITH,
    OF_OTHER_POSITIONS,
    OF_THE_WORK,
    OFFICE_OF,
    OTHER_FIRST,
    OTHER_MATTER,
    OTHER_SEARCH,
    PAID_THERE,
    SEAT_AFTER,
    SEAT_BEFORE,
    VISITED,
)
from postings.parsing.extract.stretches import joined
from postings.parsing.gazetteer import Found, each_place, places_in, places_named_in_prose, states_in
from postings.parsing.gazetteer.prose import BEFORE_ITS_STATE
from postings.parsing.part import Part

COPULA = re.compile(r"\b(?:is|are|was|were) (?:also |currently |now )?\Z")
OFFICES = re.compile(r"\b(?:offices|hubs|locations|office is|offices are)(?: located)? in\b")
MORE_OF_A_LIST = re.compile(
    r"(?:,? (?:and |or |& )?[A-Z][\w'.-]{2,20}(?: [A-Z][\w'-]{2,20}){0,2}(?=[,.;\n)]|\Z| and | or )){1,8}"
)
OF_PAY = re.compile(
    r"\b(?:pay|salary|salaries|compensation|wages?|range|rate)\b"
)  # "The pay range for this role in Utah"
BEFORE_A_CODE = re.compile(r"[^A-Z.;!?\n]{0,45}(?=[A-Z]{2}\b)")
MOST_LEADS = 300  # that are looked at in one text
LIST = 400  # characters in which a list of places is read
FIRST_WITHIN = 45  # characters from the lead to its first place
# A town of no table is found by the state that stands after it.
FARTHEST_NAME = FIRST_WITHIN + BEFORE_ITS_STATE
CAPITAL = re.compile(r"[^\W\d_a-z]")
SENTENCE_END = re.compile(r"[.!?][\"')]?\s+(?=[A-Z0-9\"'])|\n")


def in_sentences(part: Part, start: int, end: int | None = None) -> Iterator[Placed]:
    lower = part.view.lower
    last = len(lower) if end is None else end
    left = MOST_LEADS
    at = start
    for first, stop in stretches_of_leads(lower, start, last):
        at = max(first, at)
        while left and at < stop and (lead := LEAD.search(lower, at, stop)):
            left -= 1
            names_follow = CAPITAL.search(part.view.text, lead.end(), lead.end() + FARTHEST_NAME)
            listed = _listed(part, lead) if names_follow and _speaks_of_the_work(part, lead) else ()
            yield from ((lead.end(), one) for one in listed)
            at = lead.end() + (listed[-1].end if listed else 0)  # a list is read once
    yield from _in_offices(part, start, last)


def _speaks_of_the_work(part: Part, lead: re.Match[str]) -> bool:
    lower = part.view.lower
    start, end = sentence_around(part, lead.start(), lead.end())
    if DENIED.search(lower, start, lead.end()) or OF_OTHER_POSITIONS.match(lower, start):
        return False
    if lead["role"]:
        refused = VISITED.search(lower, start, lead.end()) or OF_PAY.search(lower, start, lead.start())
        return not refused and not lower.startswith("if ", start)
    if lead["search"]:
        return not OTHER_SEARCH.search(lead["search"])
    if OTHER_MATTER.search(lower, start, end):
        return False
    if lead["hire"]:
        return not lead["hire"].startswith(("you", "be")) or not VISITED.search(lower, start, lead.end())
    if COPULA.search(lower, start, lead.start()) or "headquarter" in lower[start:end]:
        return False  # "Acme is based in"; of a role this would be a sure lead
    if lead["loose"].startswith("our ") and not OF_THE_WORK.search(lower, start, end):
        return False
    return not SEAT_BEFORE.search(lower, max(start, lead.start() - 80), lead.start()) and not VISITED.search(
        lower, start, lead.end()
    )


def sentence_around(part: Part, start: int, end: int, most: int = 400) -> tuple[int, int]:
    """Where the sentence begins and ends that these words stand in."""
    text = part.view.text
    first = max(0, start - most)
    for found in SENTENCE_END.finditer(text, first, start + 1):
        first = min(found.end(), start)
    stop = SENTENCE_END.search(text, end, min(len(text), end + most))
    return first, stop.start() if stop else min(len(text), end + most)


def _listed(part: Part, lead: re.Match[str]) -> Sequence[Found]:
    text = part.view.text
    line_end = text.find("\n", lead.end())
    words = text[lead.end() : min(lead.end() + LIST, line_end if line_end >= 0 else len(text))]
    found = list_of_places(words)
    if not found or not lead["loose"]:
        return found
    end = found[-1].end
    return () if SEAT_AFTER.match(words, end) or PAID_THERE.match(words, end) else found


def list_of_places(words: str) -> Sequence[Found]:
    """The places that these words begin with: "Lyon, Paris or the Lille area" and no more."""
    if (before := BEFORE_A_CODE.match(words)) and (states := states_in(words, before.end())):
        return states
    kept: list[Found] = []
    for one in each_place(words, FIRST_WITHIN):
        if not kept:
            if one.start > FIRST_WITHIN or OTHER_FIRST.search(words[: one.start]):
                break
        elif not BETWEEN.fullmatch(words, kept[-1].end, one.start):
            break
        kept.append(one)
    return _as_a_field(words, kept) if len(kept) > 1 else kept


def _as_a_field(words: str, kept: Sequence[Found]) -> Sequence[Found]:
    """Between two places of a list every name is one, as in a field: "NYC, DC or Austin"."""
    start = kept[0].start
    more = MORE_OF_A_LIST.match(words, kept[-1].end)
    listed = places_in(words[start : more.end() if more else kept[-1].end])
    moved = [replace(one, start=one.start + start, end=one.end + start) for one in listed]
    return moved if len(moved) > len(kept) else kept


def _in_offices(part: Part, start: int, end: int) -> Iterator[Placed]:
    """ "from our Leeds office", "a Leeds-based role" """
    lower = part.view.lower
    for word, pattern in (
        ("office", OFFICE_OF),
        ("headquarters", OFFICE_OF),
        (" hq", OFFICE_OF),
        ("-based", BASED),
    ):
        for first, stop in stretches_near(lower, (word,), 60, 40):
            for found in islice(pattern.finditer(lower, max(start, first), min(end, stop)), MOST_LEADS):
                around = sentence_around(part, *found.span())
                if OTHER_MATTER.search(lower, around[0], found.start()):
                    continue
                if not VISITED.search(lower, *around) and not SEAT_BEFORE.search(
                    lower, around[0], found.start()
                ):
                    at, until = found.span("where")
                    yield from ((at, one) for one in places_named_in_prose(part.view.text[at:until]))


def in_lists_of_offices(part: Part) -> Iterator[Placed]:
    """ "We have offices in Lyon and Lille", where the heading says that it is about the place of the work."""
    for line in under_place_headings(part):
        for lead in OFFICES.finditer(part.view.lower, line.start, line.end):
            words = part.view.text[lead.end() : line.end]
            yield from ((lead.end(), one) for one in list_of_places(words))


def in_labels_within(part: Part) -> Iterator[Placed]:
    """ "…to apply. LOCATION: Boise, ID area" in a text that has lost its lines."""
    text, lower = part.view.text, part.view.lower
    hits = chain(
        hits_of(lower, LABELS_WITH), (found.start() for found in LABELS_AT_LINE_START.finditer(lower))
    )
    nearby = ((max(0, at - 24), at + 230) for at in hits if ":" in lower[at : at + 24])
    for found in (each for stretch in joined(nearby) for each in INLINE_LABEL.finditer(lower, *stretch)):
        start, end = found.span("where")
        words = text[start:end]
        yield from ((start, one) for one in (list_of_places(words) or _short(words)))


def _short(words: str) -> Sequence[Found]:
    return places_in(words) if len(words) <= 60 else ()
