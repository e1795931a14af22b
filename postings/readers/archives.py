"""Any upload → its Sources: a document, or the members of an archive, each read on its own.

In: bytes and a name. Out: Sources and Refused, in order; nothing is raised, so that one damaged member hides
no other. Refused: an archive within an archive (`nested_zip`), beside what reading a document refuses.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from postings.readers.archive import members, office_kind
from postings.readers.batches import Columns
from postings.readers.kinds import Kind, binary_kind, refuse_size
from postings.readers.office import Package
from postings.readers.reading import Document
from postings.readers.source import Refused, Source, Unreadable

Outcome = Source | Refused
ReadDocument = Callable[[Document], Iterator[Outcome]]


def read_upload(
    content: bytes, name: str, columns: Columns | None, read_document: ReadDocument
) -> Iterator[Outcome]:
    """Read with the given way of reading one document: here, or in a confined child."""
    try:
        document = Document(content, name, columns)
        if document.kind is Kind.ZIP and document.package is not None:
            for member in members(document.package):
                yield from _read_member(document.package, name, member, columns, read_document)
        else:
            yield from read_document(document)
    except Unreadable as fault:
        yield Refused(name, fault.code, str(fault))


class Member(NamedTuple):
    name: str  # its path in the archive
    content: bytes


def unpacked(content: bytes) -> Iterator[Member | Refused] | None:
    """Return what an archive holds, one at a time; None if it is none, but a document itself."""
    refuse_size(content)
    if binary_kind(content) is not Kind.ZIP:
        return None
    package = Package(content)
    return None if office_kind(package) else _members(package)


def _members(package: Package) -> Iterator[Member | Refused]:
    for name in members(package):
        try:
            yield Member(name, package.read(name))
        except Unreadable as fault:
            yield Refused(name, fault.code, str(fault))


def _read_member(
    package: Package, archive: str, member: str, columns: Columns | None, read_document: ReadDocument
) -> Iterator[Outcome]:
    name = f"{archive}/{member}".lstrip("/")
    try:
        document = Document(package.read(member), name, columns)
        if document.kind is Kind.ZIP:
            raise Unreadable("nested_zip", "It is a ZIP inside a ZIP. Upload it on its own.")
        yield from read_document(document)
    except Unreadable as fault:
        yield Refused(name, fault.code, str(fault))
