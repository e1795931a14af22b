"""Currencies by ISO code, with the signs and words that stand for them in a text."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from postings.parsing.lexicon.tables import HERE, Row, read_rows

COLUMNS = ("code", "name", "signs", "words", "shared")


@dataclass(frozen=True, slots=True)
class Currency:
    code: str
    name: str
    signs: tuple[str, ...]  # "$": capitals count, since R and r are not the same
    words: tuple[str, ...]  # "euros": capitals make no difference
    shared: tuple[str, ...]  # signs and words that other currencies use too: "kr", "dollars"


@cache
def load_currencies(path: Path = HERE / "currencies.tsv") -> dict[str, Currency]:
    """In the order of the file: of those that share a mark, the first is the likeliest."""
    currencies: dict[str, Currency] = {}
    own: dict[str, str] = {}
    shared: set[str] = set()
    for row in read_rows(path, COLUMNS):
        currency = _currency(row)
        if currency.code in currencies:
            raise row.fault(f"{currency.code} is listed twice")
        currencies[currency.code] = currency
        shared.update(mark.casefold() for mark in currency.shared)
        for mark in (*currency.signs, *currency.words):
            owner = own.setdefault(mark.casefold(), currency.code)
            if owner != currency.code:
                raise row.fault(f"{mark!r} already stands for {owner}: say in both rows that it is shared")
            if mark.casefold() in shared:
                raise row.fault(f"{mark!r} is shared with a currency above")
        if taken := next((mark for mark in currency.shared if mark.casefold() in own), None):
            raise row.fault(f"{taken!r} already stands for {own[taken.casefold()]} alone")
    return currencies


def _currency(row: Row) -> Currency:
    code, name, signs, words, shared = row.cells
    if not re.fullmatch("[A-Z]{3}", code) or not name:
        raise row.fault("a currency has a code of three capitals and a name")
    return Currency(code, name, tuple(signs.split()), _parted(words), _parted(shared))


def _parted(cell: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in cell.split("|") if word.strip())
