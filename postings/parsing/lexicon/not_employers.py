"""Words that no employer is called, however often a sentence begins with them."""

from functools import cache
from pathlib import Path

from postings.parsing.lexicon.tables import HERE, read_rows


@cache
def load_not_employers(path: Path = HERE / "not_employers.tsv") -> frozenset[str]:
    return frozenset(row.cells[0] for row in read_rows(path, ("word",)))
