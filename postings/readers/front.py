"""Reading in this process: everything as it comes, or only what could be read."""

from collections.abc import Iterable, Iterator

from postings.readers.archives import Outcome, read_upload
from postings.readers.batches import Columns
from postings.readers.reading import Document
from postings.readers.source import Refused, Source, Unreadable


def read_each(content: bytes, name: str = "", *, columns: Columns | None = None) -> Iterator[Outcome]:
    """Yield a Source for each job text and a Refused for each part that gives none, in order."""
    return read_upload(content, name, columns, Document.sources)


def read(content: bytes, name: str = "", *, columns: Columns | None = None) -> tuple[Source, ...]:
    """Return the job texts of a document, table or archive; Unreadable if there is none.

    Of a batch, what cannot be read is left out here: `read_each` names it.
    """
    return readable(read_each(content, name, columns=columns))


def readable(outcomes: Iterable[Outcome]) -> tuple[Source, ...]:
    found = list(outcomes)
    sources = tuple(one for one in found if isinstance(one, Source))
    if sources:
        return sources
    refused = [one for one in found if isinstance(one, Refused)]
    if len(refused) == 1:
        raise Unreadable(refused[0].code, refused[0].message)
    if refused:
        first = refused[0]
        raise Unreadable(
            first.code, f"None of its {len(refused)} parts can be read. {first.name}: {first.message}"
        )
    raise Unreadable("empty", "There is no job description in it.")
