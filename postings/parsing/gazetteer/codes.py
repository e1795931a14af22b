"""A row of codes in a sentence ("AZ, CA or CO") → the states or provinces of one country that they all stand for.

Refused: rows of fewer than three, and those with another code among them: "PT, MT and ET" are hours, "UX, UI, QA" work.
"""

import re

from postings.parsing.gazetteer.found import Found
from postings.parsing.gazetteer.writing import Reading, location_of
from postings.parsing.lexicon import load_regions

ROW = re.compile(r"[A-Z]{2}\b(?:(?:, {0,3}(?:and |or |& ?)?| ?[/|&] ?| (?:and|or) )[A-Z]{2}\b){2,60}")
CODE = re.compile(r"[A-Z]{2}\b")


def states_in(words: str, start: int = 0) -> tuple[Found, ...]:
    """The states of the row that begins at the start, in its order."""
    row = ROW.match(words, start)
    codes = list(CODE.finditer(words, *row.span())) if row else []
    for country in ("US", "CA"):
        if codes and all((country, code.group()) in load_regions() for code in codes):
            return tuple(_found(code, country) for code in codes)
    return ()


def _found(code: re.Match[str], country: str) -> Found:
    reading = Reading("region", *code.span(), region=code.group(), country=country)
    return Found(location_of(reading), *code.span(), "region")
