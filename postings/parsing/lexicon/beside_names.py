"""Words with a capital before an employer's name that are no part of it: "At Acme", "Role Acme"."""

from functools import cache
from pathlib import Path

from postings.parsing.lexicon.tables import HERE, read_rows

USES = ("opener", "heading", "owner")


@cache
def load_beside_names(path: Path = HERE / "beside_names.tsv") -> dict[str, str]:
    uses: dict[str, str] = {}
    for row in read_rows(path, ("word", "use")):
        word, use = row.cells
        if use not in USES:
            raise row.fault(f"the use is one of {', '.join(USES)}, not {use!r}")
        if word in uses:
            raise row.fault(f"{word!r} is listed twice")
        uses[word] = use
    return uses
