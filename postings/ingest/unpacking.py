"""An archive or a table becomes the documents that it holds.

Each part is a file of the same batch whose token follows from its place, so that an unpacking that was cut
short is simply done again: what is there already stays as it is.
"""

from collections.abc import Iterable, Iterator
from uuid import UUID, uuid5

from postings.ingest.store import Incoming, in_portions, receive
from postings.models import Batch, Document
from postings.readers import Member, Refused, Source

PARTS_OF = UUID("5d0f3c1e-7f0a-4c39-9d2b-0e6f1a3b8c47")


def unpack(container: Document, parts: Iterable[Member | Source | Refused]) -> int:
    """Store the parts of a container and return how many there were; memory holds a few at a time."""
    batch = container.batch or _batch_of(container)
    stored = 0
    for files in in_portions(_incoming(container, parts)):
        receive(batch=batch, files=files, by=container.created_by, container=container)
        stored += len(files)
    return stored


def _batch_of(container: Document) -> Batch:
    """An archive that came by itself makes a batch: its files need a place where they are seen."""
    batch = Batch.objects.create(name=container.file_name[:200], created_by=container.created_by)
    container.batch = batch
    container.save(update_fields=("batch",))
    return batch


def _incoming(container: Document, parts: Iterable[Member | Source | Refused]) -> Iterator[Incoming]:
    for place, part in enumerate(parts):
        token = uuid5(PARTS_OF, f"{container.pk}/{place}")
        match part:
            case Member(name=name, content=content):
                yield Incoming(name, content, token)
            case Source(name=name, text=text, declared=declared):
                yield Incoming(name, text.encode(), token, declared=declared)
            case Refused(name=name, message=message):
                yield Incoming(name, token=token, refusal=message)
