"""Bytes in, job texts out. What cannot be read is refused with a code and a sentence for whoever uploaded it.

`read` and `read_each` read in this process. `Confined` reads untrusted binaries in a child with limits;
`read_confined` does so with one child that this process shares. Formats go by content, never by name alone.
"""

from postings.readers.archives import Member, unpacked
from postings.readers.batches import Columns, Preview, field_labels, guess
from postings.readers.confinement import Confined, preview_confined, read_confined
from postings.readers.front import read, read_each
from postings.readers.source import Refused, Source, Unreadable

__all__ = [
    "Columns",
    "Confined",
    "Member",
    "Preview",
    "Refused",
    "Source",
    "Unreadable",
    "field_labels",
    "guess",
    "preview_confined",
    "read",
    "read_confined",
    "read_each",
    "unpacked",
]
