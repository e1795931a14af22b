"""Which format some bytes are, by their content; a name only decides between Markdown, CSV and plain text.

Out: a Kind that a reader exists for. Refused: what no reader exists for (`unsupported`), by its own name and
with what to save it as instead; nothing at all (`empty`); more than an upload may have (`too_large`).
"""

import re
from enum import StrEnum

from postings.readers import limits
from postings.readers.source import Unreadable


class Kind(StrEnum):
    """The value is the media type."""

    PLAIN = "text/plain"
    MARKDOWN = "text/markdown"
    HTML = "text/html"
    PDF = "application/pdf"
    RTF = "application/rtf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    ODT = "application/vnd.oasis.opendocument.text"
    ZIP = "application/zip"
    JSON = "application/json"
    JSON_LINES = "application/jsonl"
    CSV = "text/csv"


DOCUMENT = "Save it as .docx or PDF, or paste its text."
TYPED = "Upload a PDF or .docx with the text in it, or paste the text."
UNPACKED = "Unpack it and upload the documents, or pack them as ZIP."

FOREIGN = (
    (rb"\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|BM.{4}\0\0\0\0|II\*\0|MM\0\*|RIFF.{4}WEBP|.{4}ftyp(?:heic|heif|avif|mif1)",
     "a picture", TYPED),
    (rb".{4}ftyp|\x1aE\xdf\xa3|ID3|OggS|fLaC|RIFF|\xff[\xfb\xf3]", "a sound or film", TYPED),
    (rb"MZ.{40}|\x7fELF|\xca\xfe\xba\xbe|\xfe\xed\xfa[\xce\xcf]|\xcf\xfa\xed\xfe", "a program", TYPED),
    (rb"\x1f\x8b|BZh|\xfd7zXZ|7z\xbc\xaf\x27\x1c|Rar!\x1a|\x28\xb5\x2f\xfd",
     "an archive that is not ZIP", UNPACKED),
    (rb"SQLite format 3|\0\x01\0\0Standard (?:Jet|ACE)", "a database", TYPED),
    (rb"%!PS", "PostScript", DOCUMENT),
    (rb"\xffWPC", "a WordPerfect document", DOCUMENT),
    (rb"\{\\\*\\pwi|\xdb\xa5-\0|\x31\xbe\0\0", "an old word processor's document", DOCUMENT),
)  # fmt: skip
FOREIGN_STARTS = tuple((re.compile(start, re.DOTALL), name, remedy) for start, name, remedy in FOREIGN)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Word, Excel, PowerPoint and Outlook before 2007
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
TAR = (257, b"ustar")
ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
PDF_WITHIN = 1024  # bytes: scanners and mailers put a few of their own in front

HTML_DOCUMENT = re.compile(
    r"""\s* (?: <\?xml [^>]{0,200} > \s* )? (?> <!-- .{0,2000}? --> \s* ){0,5}
        < (?: !doctype \s+ html | html | head | body ) \b""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
HTML_FRAGMENT = re.compile(
    r"\s*<(?:p|div|ul|ol|h[1-6]|section|article|main|table|span|strong|b|br|script)\b[^<>]*>", re.IGNORECASE
)
CLOSING_TAG = re.compile(
    r"</(?:p|div|ul|ol|li|h[1-6]|section|article|main|table|strong|b|script)\s*>", re.IGNORECASE
)
XML = re.compile(r"\s*<\?xml\s")
WEB_ARCHIVE = re.compile(r"\A(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,30}", re.MULTILINE)
MARKDOWN_SIGN = re.compile(r"^(?:\#{1,6}\ \S|\*\*[^*\n]+\*\*|[-*]\ \S)|\]\(https?://", re.MULTILINE)
MARKDOWN_NAMES = (".md", ".markdown", ".mdown", ".mkd")


def refuse_size(content: bytes) -> None:
    if not content.strip(b" \t\r\n\v\f"):
        raise Unreadable("empty", "There is nothing in it. Upload a file that has the job description in it.")
    if len(content) > limits.UPLOAD_BYTES:
        raise Unreadable("too_large", limits.too_large())


def binary_kind(content: bytes) -> Kind | None:
    """Return the kind of a binary format (ZIP for all that are ZIP inside), None for text."""
    if content.startswith(ZIP_STARTS):
        return Kind.ZIP
    if content.startswith(b"{\\rtf"):
        return Kind.RTF
    _refuse_foreign(content)
    if b"%PDF-" in content[:PDF_WITHIN]:
        return Kind.PDF
    return None


def _refuse_foreign(content: bytes) -> None:
    if content.startswith(OLE):
        if ENCRYPTED_PACKAGE in content:
            raise Unreadable(
                "encrypted", "It is locked with a password. Save it without one and upload it again."
            )
        raise Unreadable(
            "unsupported", f"It is an Office document from before 2007 (such as .doc). {DOCUMENT}"
        )
    if content[TAR[0] :].startswith(TAR[1]):
        raise Unreadable("unsupported", f"It is a TAR archive. {UNPACKED}")
    for start, name, remedy in FOREIGN_STARTS:
        if start.match(content):
            raise Unreadable("unsupported", f"It is {name}, not a text. {remedy}")


def markup_kind(text: str, name: str) -> Kind:
    """Return HTML, Markdown or plain text for a decoded text that is neither JSON nor a table."""
    markdown = name.lower().endswith(MARKDOWN_NAMES)
    fragment = HTML_FRAGMENT.match(text) and CLOSING_TAG.search(text)
    if HTML_DOCUMENT.match(text) or (fragment and not markdown):
        return Kind.HTML
    if XML.match(text):
        raise Unreadable("unsupported", f"It is XML of a kind that is not read. {DOCUMENT}")
    if (head := WEB_ARCHIVE.match(text)) and "multipart/" in head[0].lower():
        raise Unreadable(
            "unsupported", "It is a saved e-mail or web archive (.eml, .mhtml). Save it as PDF or HTML."
        )
    if markdown or (not name.lower().endswith(".txt") and MARKDOWN_SIGN.search(text)):
        return Kind.MARKDOWN
    return Kind.PLAIN
