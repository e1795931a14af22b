"""What stands right before and after a name in a sentence, and whether the name is part of a longer one."""

import re

from postings.facts import Span
from postings.parsing.gazetteer.words import BEFORE_A_PLACE_NAME, FOLLOWS_A_PLACE, LEADS_TO_A_PLACE

REACH = 40  # characters that are looked at on either side
WORD_BEFORE = re.compile(r"([^\W_][\w'’.&]{0,40})[ \xa0](\(?)$")
WORD_AFTER = re.compile(r"[ \xa0]([^\W_][\w'’]*)")
TOUCHING_BEFORE = re.compile(r"[\w@#$._\\-]$|[a-z]/$|//[^\s]*$")
TOUCHING_AFTER = re.compile(r"[@_$€£]|\.[\w]|[-‐–]?\d| ?[$€£]|[ -]dollars?\b|[\w]*://")
ENDS_IN_A_NAME = re.compile(r"\b[A-Z][\w.'’-]{2,20},? $")
CITY_BEFORE = re.compile(
    r"\b(?P<lead>in|at|near|from|to|around|of|is|located in|based in|office in)?[ \n]*"
    r"(?P<city>[A-Z][\w.'’-]{2,20}(?:[ -][A-Z][\w'’-]{1,20}){0,3}),? $"
)


def is_inside_a_longer_name(text: str, start: int, end: int, *, held: bool = False) -> bool:
    """ "Boston Consulting", "University of Toronto", "ABOUT US", "en-US"; `held` with its region is safer."""
    before, after = text[max(0, start - REACH) : start], text[end : end + REACH]
    if TOUCHING_BEFORE.search(before) or TOUCHING_AFTER.match(after):
        return True
    previous = WORD_BEFORE.search(before)
    if previous and not previous[2] and _hides(previous[1], before, held):
        return True
    following = WORD_AFTER.match(after)
    return bool(following and not held and _goes_on(following[1]))


def _hides(previous: str, before: str, held: bool) -> bool:
    word = previous.lower()
    if held:
        return word in BEFORE_A_PLACE_NAME and previous[0].isupper()
    if word == "of":
        owner = re.search(r"([^\W_]\w*) of[ \xa0]$", before)
        return bool(owner and owner[1][0].isupper() and owner[1].lower() not in LEADS_TO_A_PLACE)
    if previous.isupper() and len(previous) > 1:
        return word not in {"remote", "the", "hybrid", "onsite"}
    return previous[0].isupper() and word not in LEADS_TO_A_PLACE


def _goes_on(following: str) -> bool:
    return following[0].isupper() and following.lower() not in FOLLOWS_A_PLACE


def stranger_before(text: str, start: int, *, anywhere: bool) -> Span | None:
    """Capitalised words right before a region, after "in" or "near" or where a postcode speaks for them."""
    first = max(0, start - 2 * REACH)
    if not ENDS_IN_A_NAME.search(text[max(0, start - REACH) : start]):
        return None
    found = CITY_BEFORE.search(text[first:start])
    if not found or not (anywhere or found["lead"]):
        return None
    return Span(first + found.start("city"), first + found.end("city"))
