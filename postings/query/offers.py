"""Plain words that name a filter: whoever types “remote” is offered *Work mode: Remote* at one click.

Only words that must hold and stand alone: not those in quotation marks, behind a minus, beside an OR or in
brackets. Full names only: “sen” is no offer, though `level:sen` is understood. Of names that begin alike the
longest is meant: “entry level”, “visa sponsorship”.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from postings.query.language.scan import Piece, Said, Sign, scan
from postings.query.terms import VOCABULARIES, key, names_in
from postings.vocabulary import Term

UNSAID = {"yes", "no", "none"}  # names that mean something behind their field only
LONGEST_NAME = 4  # words


@dataclass(frozen=True, slots=True)
class Offer:
    words: str  # as they were typed
    dimension: str
    value: str
    label: str
    rest: str  # the search text without them


@cache
def _offered() -> dict[str, tuple[str, Term]]:
    """Of two dimensions that share a name, the first is offered."""
    return {
        name: (dimension, term)
        for dimension in reversed(list(VOCABULARIES))
        for name, term in names_in(dimension).items()
        if name not in UNSAID
    }


def offers_in(text: str) -> tuple[Offer, ...]:
    """Return an offer for each value that is named, at its first place."""
    offers: dict[tuple[str, Term], Offer] = {}
    for run in _plain_runs(text):
        for start, end in _names_in(text, run):
            named = dimension, term = _offered()[key(text[start:end])]
            if named not in offers:
                rest = " ".join(f"{text[:start]} {text[end:]}".split())
                offers[named] = Offer(text[start:end], dimension, term.value, term.label, rest)
    return tuple(offers.values())


def _names_in(text: str, run: list[Said]) -> Iterator[tuple[int, int]]:
    """Yield where names stand; the longest of those that begin with the same word."""
    at = 0
    while at < len(run):
        for length in range(min(LONGEST_NAME, len(run) - at), 0, -1):
            start, end = run[at].start, run[at + length - 1].end
            if key(text[start:end]) in _offered():
                yield start, end
                break
        else:
            length = 1
        at += length


def _plain_runs(text: str) -> Iterator[list[Said]]:
    """Yield the words that follow each other with nothing but blanks between."""
    run: list[Said] = []
    depth, before = 0, None
    for piece in (one for one in scan(text) if isinstance(one, Piece)):
        depth = max(depth + _step(piece), 0)
        if isinstance(piece, Said) and not piece.quoted and not depth and not _binds(before):
            run.append(piece)
        else:
            if _is_or(piece) and run:
                run.pop()
            yield run
            run = []
        before = piece
    yield run


def _step(piece: Piece) -> int:
    return {"(": 1, ")": -1}.get(piece.sign, 0) if isinstance(piece, Sign) else 0


def _binds(piece: Piece | None) -> bool:
    return isinstance(piece, Sign) and piece.sign in {"NOT", "OR"}


def _is_or(piece: Piece) -> bool:
    return isinstance(piece, Sign) and piece.sign == "OR"
