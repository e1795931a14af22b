"""Last words of names that say what kind of body it is."""

from functools import cache
from pathlib import Path

from postings.parsing.lexicon.tables import HERE, read_rows


@cache
def load_bodies(path: Path = HERE / "bodies.tsv") -> frozenset[str]:
    return frozenset(row.cells[0] for row in read_rows(path, ("word",)))
