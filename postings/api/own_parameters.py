"""Parameters that are no filters: pages of results, postings to compare, beginnings of names."""

import re

from postings.api.parameters import TEXT, Parameter
from postings.query import Cursor
from postings.selectors.comparison import MOST_COMPARED, Pinned

MOST = 100  # of a page of results
FEW = 25
LONGEST_NAME = 200
NUMBER = re.compile(r"[1-9][0-9]?|100")
SLUG = re.compile(r"[-a-zA-Z0-9_]{1,220}")
PIN = r"^[A-Za-z0-9]{1,20}(@[0-9]{1,6})?$"
CURSOR = r"^[0-9a-f]{8}-[0-9]{1,18}-[0-9]{1,18}-[0-9a-z]{1,12}$"


def _number(given: list[str]) -> int:
    if not NUMBER.fullmatch(given[-1]):
        raise ValueError(f"“{given[-1][:20]}” is no number from 1 to {MOST}.")
    return int(given[-1])


def _cursor(given: list[str]) -> Cursor:
    if not re.fullmatch(CURSOR, given[-1]):
        raise ValueError(lost_place(given[-1]))
    return Cursor.parse(given[-1])


def lost_place(given: str) -> str:
    return (
        f"“{given[:80]}” is no place in these results. Take `next` or `previous` of an answer to the same "
        "question, or leave it out to begin with the first."
    )


def _slug(given: list[str]) -> str:
    if not SLUG.fullmatch(given[-1]):
        raise ValueError(lost_place(given[-1]))
    return given[-1]


def _switch(given: list[str]) -> bool:
    if given[-1] != "1":
        raise ValueError(f"“{given[-1][:20]}” means nothing here. Write 1, or leave it out.")
    return True


def _beginning(given: list[str]) -> str:
    if len(given[-1]) > LONGEST_NAME:
        raise ValueError(f"No name has more than {LONGEST_NAME} characters; this is {len(given[-1])}.")
    return given[-1].strip()


def _pins(given: list[str]) -> list[Pinned]:
    pins = list(dict.fromkeys(map(Pinned.parse, given)))
    if not 2 <= len(pins) <= MOST_COMPARED:
        raise ValueError(f"{len(pins)} are given: two to {MOST_COMPARED} different postings can be compared.")
    return pins


LIMIT = Parameter(
    "limit",
    f"How many at once, from 1 to {MOST}.",
    {"type": "integer", "minimum": 1, "maximum": MOST, "default": FEW},
    _number,
)
MOST_COUNTED = Parameter(
    "limit",
    f"How many values of companies, places and skills, the commonest first, from 1 to {MOST}.",
    {"type": "integer", "minimum": 1, "maximum": MOST, "default": 20},
    _number,
)
AFTER = Parameter("after", "`next` of the page before.", {"type": "string", "pattern": CURSOR}, _cursor)
BEFORE = Parameter("before", "`previous` of the page behind.", {"type": "string", "pattern": CURSOR}, _cursor)
CONVERT = Parameter(
    "convert",
    "1: those too who pay in another currency only, converted at dated rates.",
    {"type": "string", "enum": ["1"]},
    _switch,
)
PINS = Parameter(
    "p",
    "A posting by its id, or with @3 as its revision 3 had it. Two to six, in the order of the columns.",
    {
        "type": "array",
        "items": {"type": "string", "pattern": PIN},
        "minItems": 2,
        "maxItems": MOST_COMPARED,
        "uniqueItems": True,
    },
    _pins,
    required=True,
)
BEGINNING = Parameter(
    "q",
    "How the name begins, in capitals or not.",
    {"type": "string", "pattern": TEXT, "maxLength": LONGEST_NAME},
    _beginning,
)
AFTER_NAME = Parameter(
    "after",
    "`next` of the page before.",
    {"type": "string", "pattern": f"^{SLUG.pattern}$"},
    _slug,
)
