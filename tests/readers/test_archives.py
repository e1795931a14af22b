"""ZIP: each member on its own, one that is damaged hides no other, limits before and while unpacking."""

import struct

import pytest

from postings.readers import Refused, Source, Unreadable, limits, read, read_each
from tests.readers.builders import docx, paragraph, zipped

BAKER = b"A baker is wanted for our shop."


def outcomes(content: bytes) -> list[tuple[str, str]]:
    found = read_each(content, "a.zip")
    return [(one.name, one.code if isinstance(one, Refused) else one.text) for one in found]


def test_one_bad_member_hides_no_other() -> None:
    content = zipped({
        "b.txt": BAKER,
        "logo.png": b"\x89PNG\r\n\x1a\n" + b"\0" * 30,
        "in/c.docx": docx(paragraph("A cook is wanted.")),
        "in/inner.zip": zipped({"d.txt": BAKER}),
        "empty.txt": "",
        "cut.docx": docx(paragraph("x"))[:-100],
        "jobs.csv": "title,description\nCook,You cook soup.\n,\n",
        "__MACOSX/._b.txt": "x",
        ".DS_Store": "x",
        "in/~$c.docx": "x",
    })  # fmt: skip
    assert outcomes(content) == [
        ("a.zip/b.txt", BAKER.decode()),
        ("a.zip/logo.png", "unsupported"),
        ("a.zip/in/c.docx", "A cook is wanted."),
        ("a.zip/in/inner.zip", "nested_zip"),
        ("a.zip/empty.txt", "empty"),
        ("a.zip/cut.docx", "truncated"),
        ("a.zip/jobs.csv#2", "Title: Cook\n\nYou cook soup."),
    ]


def test_reading_returns_what_could_be_read() -> None:
    content = zipped({"b.txt": BAKER, "bad.pdf": b"%PDF-1.4 nothing"})
    assert read(content, "a.zip") == (Source("a.zip/b.txt", BAKER.decode(), "text/plain"),)


def test_an_archive_without_anything_readable_says_why() -> None:
    with pytest.raises(Unreadable) as caught:
        read(zipped({"a.png": b"\x89PNG\r\n\x1a\n" + b"\0" * 30, "b.txt": " "}), "x.zip")
    assert (caught.value.code, str(caught.value)) == (
        "unsupported",
        "None of its 2 parts can be read. x.zip/a.png: It is a picture, not a text. "
        "Upload a PDF or .docx with the text in it, or paste the text.",
    )


def resized(content: bytes, size: int) -> bytes:
    """Return a ZIP whose first member claims a size, in both places where it is written."""
    central = content.index(b"PK\x01\x02")
    claimed = struct.pack("<I", size)
    return content[:22] + claimed + content[26 : central + 24] + claimed + content[central + 28 :]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (zipped({f"{n}.txt": "x" for n in range(limits.MEMBERS + 1)}), "too_large"),
        (zipped({"a.txt": b"\0" * (2 * limits.MEGABYTE)}), "bomb"),
        (resized(zipped({"a.txt": BAKER}), 60 * limits.MEGABYTE), "bomb"),
        (docx(paragraph("x"), parts={"word/media.xml": " " * (2 * limits.MEGABYTE)}), "bomb"),
        (zipped({}), "empty"),
        (zipped({"__MACOSX/._a": "x"}), "empty"),
        (b"PK\x03\x04 and nothing more", "truncated"),
        (zipped({"a.txt": BAKER})[:60], "truncated"),
    ],
    ids=[
        "too many",
        "zeros",
        "resized",
        "in an office file",
        "nothing",
        "nothing of use",
        "no archive",
        "cut",
    ],
)
def test_limits_hold_before_anything_is_unpacked(content: bytes, code: str) -> None:
    assert [found for _, found in outcomes(content)] == [code]


def test_what_all_members_unpack_to_is_limited() -> None:
    noise = bytes(range(1, 251)) * 500  # packs well, but below the ratio of a bomb
    members = {f"{n}.bin": noise[n:] + bytes(n) + noise for n in range(220)}
    assert [code for _, code in outcomes(zipped(members))] == ["too_large"]


def test_a_member_larger_than_it_says_is_not_unpacked_to_its_end() -> None:
    content = resized(zipped({"a.txt": b"baker " * 500_000}), 100)
    ((_, code),) = outcomes(content)
    assert code in {"truncated", "bomb", "A baker is wanted for our shop."}


def test_a_locked_member_says_so() -> None:
    content = bytearray(zipped({"a.txt": BAKER}))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    assert outcomes(bytes(content)) == [("a.zip/a.txt", "encrypted")]
