"""What a document is: one text that is read, or a container whose parts become documents of their own.

No transaction is open while it is read. Raises Unreadable for what is neither.
"""

import time
from typing import NamedTuple

from postings.facts import PostingFacts
from postings.ingest.columns import known_columns
from postings.ingest.unpacking import unpack
from postings.models import Document
from postings.parsing.reading import PARSER_VERSION, read_document
from postings.readers import Refused, Source, Unreadable, preview_confined, read_confined, unpacked
from postings.vocabulary import DocumentState

ROW = "text/plain"


class Reading(NamedTuple):
    """What `store_reading` is given of a document that was read."""

    text: str
    readings: tuple[PostingFacts, ...]
    parser_version: str
    repairs: tuple[str, ...]
    media_type: str
    milliseconds: int


class Ended(NamedTuple):
    state: DocumentState
    reason: str


def outcome_of(document: Document) -> Reading | Ended:
    started = time.monotonic()
    content = bytes(document.blob.content)
    if document.declared is not None:
        source = Source(document.file_name, content.decode(), ROW, declared=document.declared)
        return _reading(source, started)
    if members := unpacked(content):
        if document.container_id:
            raise Unreadable("nested_zip", "It is a ZIP inside a ZIP. Upload it on its own.")
        return _ended(unpack(document, members))
    columns = None
    if previews := preview_confined(content, document.file_name):
        columns = known_columns(previews)
        if columns is None and document.batch and document.batch.asks_columns:
            return Ended(DocumentState.NEEDS_COLUMNS, "Say which of its columns is what.")
    match list(read_confined(content, document.file_name, columns=columns or None)):
        case [Source() as source]:
            return _reading(source, started)
        case [Refused(code=code, message=message)]:
            raise Unreadable(code, message)
        case []:
            raise Unreadable("empty", "There is no job description in it.")
        case several:
            return _ended(unpack(document, several))


def _reading(source: Source, started: float) -> Reading:
    document = read_document(source.text, source.declared)
    return Reading(
        document.text,
        document.postings,
        PARSER_VERSION,
        (*source.repairs, *document.repairs),
        source.media_type,
        round((time.monotonic() - started) * 1000),
    )


def _ended(parts: int) -> Ended:
    return Ended(DocumentState.UNPACKED, f"{parts:,} file{'' if parts == 1 else 's'} in it.")
