"""One document's bytes → its Sources, in this process. Archives are opened in `postings.readers.archives`.

In: bytes, a name, a column mapping. Out: Sources and Refused. Raised: a fault of the whole document.
"""

from collections.abc import Callable, Iterator
from typing import TypeVar

from postings.readers import limits
from postings.readers.archive import office_kind
from postings.readers.batches import Columns, Table, is_csv, postings_of, preview_of, read_csv, read_xlsx
from postings.readers.boards import Posting
from postings.readers.declared import Declared
from postings.readers.json_document import is_json, json_lines, json_table, read_json, read_json_lines
from postings.readers.kinds import Kind, binary_kind, markup_kind, refuse_size
from postings.readers.markup import has_markup
from postings.readers.office import Package, read_docx, read_odt
from postings.readers.page import read_page
from postings.readers.plain import checked, decode
from postings.readers.rtf import read_rtf
from postings.readers.source import Refused, Source, Unreadable

Found = Iterator[tuple[str, Posting | Unreadable]]
Part = TypeVar("Part")
JSON = (Kind.JSON, Kind.JSON_LINES)
TABLES = (Kind.CSV, Kind.XLSX)


def read_pdf(content: bytes) -> str:
    """Import on first use: with its cryptography it is 20 MB, and of the site only the child reads PDFs."""
    from postings.readers import pdf

    return pdf.read_pdf(content)


CONVERTERS: dict[Kind, Callable[[bytes], str]] = {
    Kind.PDF: read_pdf,
    Kind.RTF: read_rtf,
    Kind.DOCX: read_docx,
    Kind.ODT: read_odt,
}


class Document:
    """Some bytes whose kind is known, and their text where they are text."""

    __slots__ = ("columns", "content", "kind", "name", "package", "repairs", "text")

    def __init__(self, content: bytes, name: str = "", columns: Columns | None = None) -> None:
        refuse_size(content)
        self.content, self.name, self.columns = content, name, columns
        self.text = ""
        self.repairs: tuple[str, ...] = ()
        self.package: Package | None = None
        kind = binary_kind(content)
        if kind is Kind.ZIP:
            self.package = Package(content)
            kind = office_kind(self.package) or Kind.ZIP
        elif kind is None:
            self.text, self.repairs = decode(content)
            kind = _text_kind(self.text, name)
        self.kind = kind

    @property
    def is_plain(self) -> bool:
        """Say whether reading it is only reading: no parser of another project looks at it."""
        if self.kind in {Kind.PLAIN, Kind.MARKDOWN}:
            return True
        return self.kind in {*JSON, Kind.CSV} and not has_markup(self.text)

    @property
    def may_be_table(self) -> bool:
        return self.kind in {*TABLES, *JSON}

    def sources(self) -> Iterator[Source | Refused]:
        found = _guarded(self, _found) if self.kind is not Kind.ZIP else iter(())
        given = 0
        for place, posting in found:
            name = f"{self.name}{place}"
            if isinstance(posting, Unreadable):
                yield Refused(name, posting.code, str(posting))
                continue
            source = _source(name, posting, self)
            size = len(source.text)
            given += size
            if size > limits.TEXT_BYTES or given > limits.BATCH_BYTES:
                raise Unreadable("output_limit", "It gives more text than job descriptions have. Split it.")
            yield source

    def previews(self) -> Iterator[Source]:
        """Yield the first rows of each of its tables, as JSON; nothing where it has none."""
        for table in _guarded(self, _tables) if self.may_be_table else ():
            yield Source(self.name, preview_of(table).to_json(), self.kind.value)


def _text_kind(text: str, name: str) -> Kind:
    if is_json(text, name):
        return Kind.JSON if json_lines(text) is None else Kind.JSON_LINES
    return Kind.CSV if is_csv(text, name) else markup_kind(text, name)


def _guarded(document: Document, read: Callable[[Document], Iterator[Part]]) -> Iterator[Part]:
    """Yield what is read of it; what a converter stumbles over is a damaged document, with its cause."""
    try:
        yield from read(document)
    except (Unreadable, MemoryError):
        raise
    except Exception as fault:
        raise Unreadable(
            "damaged",
            f"It is damaged in a way that cannot be read around ({type(fault).__name__}). Save it again.",
        ) from fault


def _found(document: Document) -> Found:
    kind, text, columns = document.kind, document.text, document.columns
    if kind in CONVERTERS:
        yield "", (Declared(), CONVERTERS[kind](document.content))
    elif kind is Kind.HTML:
        postings = read_page(text)
        for number, posting in enumerate(postings, 1):
            yield "" if len(postings) == 1 else f"#{number}", posting
    elif kind is Kind.JSON:
        yield from read_json(text, columns)
    elif kind is Kind.JSON_LINES:
        yield from read_json_lines(json_lines(text) or [], columns)
    elif kind in TABLES:
        for table in _tables(document):
            yield from postings_of(table, columns)
    else:
        yield "", (Declared(), text)


def _tables(document: Document) -> Iterator[Table]:
    if document.kind is Kind.CSV:
        yield read_csv(document.text, document.name)
    elif document.kind is Kind.XLSX:
        yield from read_xlsx(document.content)
    elif table := json_table(document.text):
        yield table


def _source(name: str, posting: Posting, document: Document) -> Source:
    facts, text = posting
    header = facts.header()
    repairs: tuple[str, ...] = ()
    if document.kind not in {Kind.PLAIN, Kind.MARKDOWN}:
        text, repairs = checked(text)
        header = checked(header)[0] if header else ""
    return Source(name, header + text, document.kind.value, (*document.repairs, *repairs), len(header))
