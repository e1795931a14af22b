"""What the words of a line tell about it, by weights: see looks.tsv."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from postings.parsing.lexicon.tables import HERE, read_rows

COLUMNS = ("words", "need", "duty", "benefit", "other")
ALWAYS = "(always)"


class Look(NamedTuple):
    """How much speaks for each; logarithms in the table, shares of one where a line was judged."""

    need: float = 0.0
    duty: float = 0.0
    benefit: float = 0.0
    other: float = 0.0


@cache
def load_looks(path: Path = HERE / "looks.tsv") -> dict[str, Look]:
    looks: dict[str, Look] = {}
    for row in read_rows(path, COLUMNS):
        words, *weights = row.cells
        if words in looks:
            raise row.fault(f"{words!r} is listed twice")
        if not words or words != words.lower():
            raise row.fault("words are written in small letters")
        try:
            looks[words] = Look(*map(float, weights))
        except ValueError:
            raise row.fault(f"{' '.join(weights)!r} are not four numbers") from None
    return looks
