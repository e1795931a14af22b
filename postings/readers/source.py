"""What reading gives back: a Source for a document, a Refused or an Unreadable for what is none."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """One job text. `text[:declared]` is a header that a reader wrote from facts stated by a structure."""

    name: str  # "a.zip/b.docx" inside an archive, "rows.csv#12" for a row
    text: str
    media_type: str
    repairs: tuple[str, ...] = ()  # such as "decoded windows-1252"
    declared: int = 0


@dataclass(frozen=True, slots=True)
class Refused:
    """One document, archive member or row that gave no text, beside others that may have."""

    name: str
    code: str
    message: str


class Unreadable(Exception):
    """The document cannot be read. The message says why, and what to do; the code is for programs."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
