"""One confined child for a whole process, started with the first file that needs it, ended with the process.

For command lines, which read a few files and end. A worker keeps a Confined of its own.
"""

import atexit
from collections.abc import Iterator
from functools import cache

from postings.readers.archives import Outcome
from postings.readers.batches import Columns, Preview
from postings.readers.confinement.parent import Confined


def read_confined(content: bytes, name: str = "", *, columns: Columns | None = None) -> Iterator[Outcome]:
    """Yield a Source for each job text and a Refused for each part that gives none, as `read_each` does."""
    return _shared().read_each(content, name, columns=columns)


def preview_confined(content: bytes, name: str = "") -> list[Preview]:
    """Return what the tables of a spreadsheet or of a CSV look like; none for anything else."""
    return _shared().previews(content, name)


@cache
def _shared() -> Confined:
    confined = Confined()
    atexit.register(confined.close)
    return confined
