"""Formats are known by their content; those that no reader exists for are named, with what to do instead."""

import pytest

from postings.readers import Unreadable, read
from tests.readers.builders import docx, paragraph, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "picture"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 50, "picture"),
        (b"GIF89a" + b"\0" * 50, "picture"),
        (b"RIFF\x10\0\0\0WEBPVP8 " + b"\0" * 50, "picture"),
        (b"\0\0\0\x18ftypheic" + b"\0" * 50, "picture"),
        (b"\0\0\0\x18ftypisom" + b"\0" * 50, "film"),
        (b"MZ" + b"\x90" * 60, "program"),
        (b"\x7fELF" + b"\0" * 60, "program"),
        (b"\x1f\x8b\x08" + b"\0" * 60, "not ZIP"),
        (b"7z\xbc\xaf\x27\x1c" + b"\0" * 60, "not ZIP"),
        (b"a.txt" + b"\0" * 252 + b"ustar" + b"\0" * 250, "TAR"),
        (b"%!PS-Adobe-3.0\n", "PostScript"),
        (b"SQLite format 3\0" + b"\0" * 60, "database"),
        (OLE, "before 2007"),
        (zipped({"[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<p/>"}), "presentation"),
        (
            zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<c/>"}),
            "spreadsheet",
        ),
        (zipped({"mimetype": "application/epub+zip", "book.xhtml": "<p/>"}), "e-book"),
        (zipped({"Index/Document.iwa": "x"}), "iWork"),
        (b'<?xml version="1.0"?><feed><title>Jobs</title></feed>', "XML"),
        (
            b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/related;\n boundary=x\n\nBody",
            ".mhtml",
        ),
    ],
)
def test_what_is_not_read_is_named(content: bytes, word: str) -> None:
    with pytest.raises(Unreadable, match=word) as caught:
        read(content, "job.txt")
    assert caught.value.code == "unsupported"


def test_a_locked_office_file_says_so() -> None:
    with pytest.raises(Unreadable, match="password") as caught:
        read(OLE + "EncryptedPackage".encode("utf-16-le"))
    assert caught.value.code == "encrypted"


@pytest.mark.parametrize("name", ["job.pdf", "job.txt", "job.json", "", "job.png"])
def test_a_wrong_name_changes_nothing(name: str) -> None:
    (source,) = read(docx(paragraph("A baker is wanted.")), name)
    assert (source.text, source.name) == ("A baker is wanted.", name)


@pytest.mark.parametrize("name", ["job.docx", "job.pdf", "job.zip", "job.html"])
def test_a_name_alone_makes_no_format(name: str) -> None:
    (source,) = read(b"A baker is wanted.", name)
    assert source.media_type == "text/plain"
