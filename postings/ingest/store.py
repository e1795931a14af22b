"""Bytes become documents that wait to be read; the same bytes never become two.

Files that come together are stored together, in one transaction. A file is told apart by its token: whoever
sends the same one again, because an answer was lost on the way, adds nothing.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple
from uuid import UUID, uuid4

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q

from postings.ingest.refusal import Refused
from postings.models import Batch, BatchFile, Document, DocumentBlob, Tombstone
from postings.readers import limits
from postings.vocabulary import DocumentState

LONGEST_NAME = 255
TOGETHER = 100  # files that one transaction stores
BYTES_TOGETHER = 8_000_000
LIMITS = (
    f"Up to {limits.UPLOAD_BYTES // limits.MEGABYTE} MB a file; a ZIP may hold {limits.MEMBERS:,} files "
    f"and {limits.UNPACKED_BYTES // limits.MEGABYTE} MB."
)


@dataclass(frozen=True)
class Incoming:
    """A file on its way in; one that was refused before it got here has no content, but the reason."""

    file_name: str
    content: bytes = b""
    token: UUID = field(default_factory=uuid4)
    refusal: str = ""
    declared: int | None = None  # of a table's row: how much of the text is a header of its stated facts

    @classmethod
    def of(cls, file_name: str, size: int, read: Callable[[], bytes], **more: Any) -> "Incoming":
        """Return a file that is read only if it is not too large."""
        if size > limits.UPLOAD_BYTES:
            return cls(file_name, refusal=limits.too_large(), **more)
        return cls(file_name, read(), **more)

    @cached_property
    def digest(self) -> bytes:
        return hashlib.sha256(self.content).digest()

    @property
    def name(self) -> str:
        """Its name as a row may hold it: the end of a long path says more than its beginning."""
        return on_one_line(self.file_name)[-LONGEST_NAME:] or "unnamed"


def on_one_line(words: str) -> str:
    """Return a name without what breaks a line or turns its direction: signs that are not seen."""
    seen = (sign if sign.isprintable() else " " if sign.isspace() else "" for sign in words)
    return " ".join("".join(seen).split())


class Stored(NamedTuple):
    document: Document
    is_new: bool  # False: these bytes were here before, and this is the document they are


def store_document(
    *, content: bytes, file_name: str, by: User | None = None, batch: Batch | None = None
) -> Stored:
    """Keep the bytes of one file and queue them for a worker, or refuse them with the reason."""
    file = Incoming(file_name, content)
    with transaction.atomic():
        if refusal := _refusals([file]).get(file.token):
            raise Refused(refusal)
        document = _stored([file], by, batch, None)[file.digest]
    return Stored(document, document.arrival == file.token)


@transaction.atomic
def receive(
    *, batch: Batch, files: Sequence[Incoming], by: User | None = None, container: Document | None = None
) -> list[BatchFile]:
    """Store what came with a batch, and note for each file what became of it."""
    refusals = _refusals(files)
    kept = [file for file in files if file.token not in refusals]
    documents = _stored(kept, by, batch, container)
    rows = [
        BatchFile(
            batch=batch,
            token=file.token,
            file_name=file.name,
            container=container,
            document=None if file.token in refusals else documents[file.digest],
            refusal=refusals.get(file.token, ""),
        )
        for file in files
    ]
    BatchFile.objects.bulk_create(rows, ignore_conflicts=True)
    return list(batch.files.filter(token__in=[file.token for file in files]).select_related("document"))


def in_portions(files: Iterable[Incoming]) -> Iterator[list[Incoming]]:
    """Yield so many files as one transaction stores: however many there are, memory holds a few."""
    portion: list[Incoming] = []
    size = 0
    for file in files:
        portion.append(file)
        size += len(file.content)
        if len(portion) >= TOGETHER or size >= BYTES_TOGETHER:
            yield portion
            portion, size = [], 0
    if portion:
        yield portion


def _refusals(files: Iterable[Incoming]) -> dict[UUID, str]:
    """Return why files are not kept, for those that are not."""
    whole = [file for file in files if not file.refusal]
    erased = {
        bytes(tombstone.sha256): tombstone
        for tombstone in Tombstone.objects.filter(sha256__in={file.digest for file in whole})
    }
    refusals = {file.token: file.refusal for file in files if file.refusal}
    for file in whole:
        if not file.content.strip():
            refusals[file.token] = f"{file.name} is empty. Choose a file with a job description in it."
        elif tombstone := erased.get(file.digest):
            when = f"{tombstone.erased_at:%-d %B %Y}"
            refusals[file.token] = (
                f"{file.name} was erased on {when} and may not come back: {tombstone.reason}"
            )
    return refusals


def _stored(
    files: Iterable[Incoming], by: User | None, batch: Batch | None, container: Document | None
) -> dict[bytes, Document]:
    """Return the documents that the files are, by their digests.

    In the order of the digests: of two uploads at once the second waits for the first, and never both for
    each other.
    """
    distinct = {file.digest: file for file in reversed(list(files))}
    Document.objects.bulk_create(
        [
            Document(
                batch=batch,
                container=container,
                file_name=file.name,
                sha256=digest,
                size=len(file.content),
                declared=file.declared,
                arrival=file.token,
                state=DocumentState.QUEUED,
                created_by=by,
            )
            for digest, file in sorted(distinct.items())
        ],
        ignore_conflicts=True,
    )
    known = Document.objects.filter(
        Q(sha256__in=distinct) | Q(arrival__in=[one.token for one in distinct.values()])
    )
    by_digest = {bytes(document.sha256): document for document in known}
    by_token = {document.arrival: document for document in known}
    # Other bytes under a token that was used before are not kept: a token stands for one file.
    documents = {digest: by_digest.get(digest) or by_token[file.token] for digest, file in distinct.items()}
    DocumentBlob.objects.bulk_create(
        [
            DocumentBlob(document=documents[digest], content=file.content)
            for digest, file in distinct.items()
            if digest in by_digest and documents[digest].arrival == file.token
        ],
        ignore_conflicts=True,  # the same file, sent again
    )
    return documents
