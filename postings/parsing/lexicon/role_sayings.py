"""How a sentence names the role that it is about."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from postings.parsing.lexicon.tables import HERE, read_rows

COLUMNS = ("weight", "before", "after", "small")
BEGINNING = "^"


@dataclass(frozen=True, slots=True)
class RoleSaying:
    weight: int
    before: str  # BEGINNING where a sentence begins with the role
    after: tuple[str, ...]
    small: bool  # the role may stand in small letters


@cache
def load_role_sayings(path: Path = HERE / "role_sayings.tsv") -> tuple[RoleSaying, ...]:
    sayings: list[RoleSaying] = []
    known: set[str] = set()
    for row in read_rows(path, COLUMNS):
        weight, before, after, small = row.cells
        if not weight.isdecimal() or small not in ("", "yes"):
            raise row.fault("a number, then the words before and behind, then yes or nothing")
        for phrase in _parted(before):
            if phrase in known:
                raise row.fault(f"{phrase!r} is listed twice")
            known.add(phrase)
            sayings.append(RoleSaying(int(weight), phrase, _parted(after), small == "yes"))
    return tuple(sayings)


def _parted(cell: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for phrase in cell.split("|") if phrase.strip())
