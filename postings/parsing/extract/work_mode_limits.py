"""What limits a statement on remote or hybrid work: a choice between offers, a few of the people, another's week.

A phrase that was found comes in with its text; out comes whether the sentence around it says it of this role and
of everyone who takes it. "Remote or hybrid" is an offer: who wants to may stay at home.
"""

import re

from postings.parsing.extract.place_sentences import sentence_around
from postings.parsing.extract.work_mode_words import REMOTE_WHOLLY
from postings.parsing.part import Part

NEARBY = r"[^.\n]{0,30}? (?:live|living|reside|residing|based|located)\b(?! (?:more than|over|outside|further|beyond))[^.\n]{0,30}\b(?:commut|near|close to|within|miles|proximity)"
NEIGHBOURS = re.compile(
    rf"\b(?:if you|those|employees|team members|candidates|applicants|anyone|people|who)\b(?! (?:must|should|need)\b){NEARBY}"
)
# The same after the hybrid week, where only a condition limits it.
LIMITED_AFTER = re.compile(
    rf"\b(?:if you|(?:only )?for (?:those|anyone|employees|team members|people))\b{NEARBY}|\bfor (?:many|some) (?:roles|teams)\b|\bpreferred but\b"
)
OF_SOME_TOWNS = re.compile(
    r"\bfor (?:candidates|employees|those) (?:(?:based|located|living) in|(?:with)?in commut\w+|near)\b"
)
# A firm with several habits: "depending on the role, either on site or hybrid".
DEPENDS = re.compile(
    r"\b(?:depending on|depends on|(?:some|many|most|certain) (?:of our )?(?:[\w-]+ )?(?:roles|jobs|employees|teams)|for those who (?:enjoy|prefer|like|want))\b"
)
LIKED = re.compile(r"\b(?:preference for|ideally)\b")
# "We help companies master hybrid work" is the product, "Scrum or a hybrid approach" a method.
OF_OTHERS = re.compile(
    r"""\b(?:help\w*|enabl\w+|empower\w*|allow\w*|way|how|increasingly,?)\ (?:[\w-]+\ ){0,2}?
        (?:companies|organi[sz]ations|businesses|enterprises|employers|customers|clients)\b[^.\n]{0,80}\Z
      | \b(?:agile|scrum|waterfall|kanban|methodolog\w{1,5}|customers)\b[^.\n]{0,80}\Z""",
    re.VERBOSE,
)
# "40% of our people work remotely while 30% have a hybrid week": a statistic
SHARE_OF_STAFF = re.compile(
    r"\b\d{1,3} ?% of (?:our |the |all )?(?:[\w-]+ ){0,2}?(?:team|employees|staff|people|workforce|members|colleagues|company)\b"
)
# "Interviews are held remotely", "the user logs in remotely", "ranked best for remote workers".
NOT_OF_THE_WEEK = re.compile(
    r"\b(?:interview\w*|onboarding|log(?:s|ging)? (?:in|on)|access\w*|ranked|distribut\w+ team|award\w*)\b[^.\n]{0,60}\Z"
)
# A hybrid week is one of several offers here, and the whole week at home another.
AMONG = r"(?:[ ,/&|*-]|and|or|oder|either|in-?office|in-?person|on-?site|office|fully|full|100%|work(?:ing)?|a){0,10}"
OFFERED = re.compile(
    "|".join(
        (
            rf"\bremot\w{{0,3}}{AMONG}(?:[,/&|]|#[a-z]{{1,8}}-?|\b(?:and|or|oder)\b){AMONG}\bhybrid",
            rf"\bhybrid{AMONG}(?:[,/&|]|#[a-z]{{1,8}}-?|\b(?:and|or|oder)\b){AMONG}\bremot",
            r"\bhybrid\b[^.;\n]{0,80}(?<!office)(?<!site) or (?:work\w{0,3} )?(?:fully )?remote(?:ly)?\b",
        )
    )
)
CHOICE = re.compile(r"\b(?:choose|choice|option|either|whether|prefer|or)\b")
ALSO = re.compile(r"[.!?]?\s{1,3}(?:we (?:are |do )?also|or|but we|also)\b")
NEXT_SENTENCE = 90  # characters of it
REMOTE_TAG = re.compile(r"#[a-z]{1,12}-?remote\b")
BETWEEN_TAGS = 40  # characters


def is_offered(part: Part, found: re.Match[str]) -> bool:
    """ "Remote or hybrid", "#XY-Hybrid #XY-Remote": who wants to may stay at home."""
    lower = part.view.lower
    if found.group().startswith("#"):
        around = max(0, found.start() - BETWEEN_TAGS), found.end() + BETWEEN_TAGS
        return REMOTE_TAG.search(lower, *around) is not None
    return OFFERED.search(lower, *sentence_around(part, *found.span())) is not None


def is_a_choice(part: Part, found: re.Match[str]) -> bool:
    """ "Choose between in office, fully remote or a hybrid week"; "hybrid in Lyon. We also have fully remote options"."""
    start, end = sentence_around(part, *found.span())
    lower = part.view.lower
    if is_offered(part, found):
        return True
    if ALSO.match(lower, end):
        return bool(REMOTE_WHOLLY.search(lower, end, end + NEXT_SENTENCE))
    return bool(CHOICE.search(lower, start, end) and REMOTE_WHOLLY.search(lower, start, end))


def is_for_all(part: Part, found: re.Match[str]) -> bool:
    """Not "if you live near our office, you come in two days", not "depending on the role", nor the customers' week."""
    lower = part.view.lower
    start, end = sentence_around(part, *found.span())
    if any(limit.search(lower, start, found.end()) for limit in (NEIGHBOURS, DEPENDS, LIKED, OF_SOME_TOWNS)):
        return False
    under = NEXT_SENTENCE if end == found.end() else 0  # a heading, "Hybrid work", has its condition below
    return not (
        OF_OTHERS.search(lower, start, found.start())
        or SHARE_OF_STAFF.search(lower, start, end)
        or LIMITED_AFTER.search(lower, found.end(), end + under)
    )


def is_of_the_week(part: Part, found: re.Match[str]) -> bool:
    start, _ = sentence_around(part, *found.span())
    lower = part.view.lower
    return not DEPENDS.search(lower, start, found.start()) and not NOT_OF_THE_WEEK.search(
        lower, start, found.start()
    )
