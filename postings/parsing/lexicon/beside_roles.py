"""Words beside the name of a role that are no part of it: praise before it, and what ends it."""

from functools import cache
from pathlib import Path

from postings.parsing.lexicon.tables import HERE, read_rows

PRAISE = "praise"
STOP = "stop"


@cache
def load_beside_roles(path: Path = HERE / "beside_roles.tsv") -> dict[str, str]:
    uses: dict[str, str] = {}
    for row in read_rows(path, ("word", "use")):
        word, use = row.cells
        if use not in (PRAISE, STOP):
            raise row.fault(f"the use is {PRAISE!r} or {STOP!r}, not {use!r}")
        if word in uses:
            raise row.fault(f"{word!r} is listed twice")
        uses[word] = use
    return uses
