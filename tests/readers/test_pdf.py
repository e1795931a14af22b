"""PDF: lines as they stand on the page, their bullets before them, without what repeats on every page."""

import io

import pytest
from pypdf import PdfReader, PdfWriter

from postings.readers import Unreadable, read
from tests.readers.builders import lines, pdf, shown

DOT = "{x} {y} m {right} {y} l {right} {top} l {x} {top} l h f\n"


def text_of(*pages: str) -> str:
    (source,) = read(pdf(*pages), "job.pdf")
    assert source.media_type == "application/pdf"
    return source.text


def dot(x: float, y: float, size: float = 3) -> str:
    return DOT.format(x=x, y=y, right=x + size, top=y + size)


def test_lines_stay_lines_and_room_between_them_is_a_blank_line() -> None:
    page = lines("A baker is wanted for", "our shop in Leeds.") + lines("Pay: £14 an hour", top=720)
    assert text_of(page) == "A baker is wanted for\nour shop in Leeds.\n\nPay: £14 an hour"


def test_words_that_a_file_places_one_by_one_are_one_line() -> None:
    words = [("A", 60), ("baker", 70), ("is", 102), ("wanted", 115), (".", 152)]
    page = "".join(shown(word, x, 700) for word, x in words) + shown("Apply by the first of May", 60, 685)
    assert text_of(page) == "A baker is wanted.\nApply by the first of May"


def test_drawn_dots_are_bullets() -> None:
    page = lines("Duties of the baker", "Bake forty loaves", "before the doors open", "Train an apprentice")
    assert text_of(page + dot(50, 768) + dot(50, 738)) == (
        "Duties of the baker\n• Bake forty loaves\nbefore the doors open\n• Train an apprentice"
    )


def test_boxes_lines_and_shapes_far_away_are_no_bullets() -> None:
    page = lines("Duties of the baker", "Bake forty loaves", "Train an apprentice")
    assert text_of(page + dot(40, 760, 14) + dot(400, 768) + "50 750 200 1 re f\n" + dot(50, 300)) == (
        "Duties of the baker\nBake forty loaves\nTrain an apprentice"
    )


def test_bullets_printed_after_the_text_return_to_their_lines() -> None:
    page = lines("Duties of the baker", "Bake forty loaves", "Train an apprentice")
    marks = shown("•", 48, 765) + shown("•", 48, 750)
    assert text_of(page + marks) == "Duties of the baker\n• Bake forty loaves\n• Train an apprentice"


def test_a_glyph_without_meaning_that_begins_many_lines_is_a_bullet() -> None:
    items = ["Bake forty loaves", "Train an apprentice", "Sweep the floor"]
    page = shown("Duties of the baker", 60, 780) + "".join(
        f'BT /F2 11 Tf 1 0 0 1 60 {765 - 15 * n} Tm (!") Tj /F1 11 Tf ({item}) Tj ET\n'
        for n, item in enumerate(items)
    )
    assert text_of(page) == "Duties of the baker\n" + "\n".join(f"• {item}" for item in items)


def test_what_the_browser_prints_on_every_page_is_left_out() -> None:
    def page(number: int, *words: str) -> str:
        head = shown("7/25/23, 7:53 AM", 30, 820, size=8) + shown("Baker - Crumb Brothers", 300, 820, size=8)
        foot = shown("https://bread.example/jobs/1", 30, 20, size=8) + shown(f"{number}/3", 560, 20, size=8)
        return head + foot + lines(*words)

    texts = ("We look for a baker in Leeds", "You bake 40 loaves a day", "Write to us before May")
    pages = [
        page(number, f"Part {number}: about this", text, "and so on") for number, text in enumerate(texts, 1)
    ]
    # The first line is 62 points from the edge, as browsers print: repeated there, it is still text.
    assert text_of(*pages) == "\n".join(
        f"Part {n}: about this\n{text}\nand so on" for n, text in enumerate(texts, 1)
    )


def test_ligatures_stay_as_they_are() -> None:
    source = pdf(lines("The ofice of a baker in the high street")).replace(
        b"/Encoding/WinAnsiEncoding", b"", 1
    )
    (found,) = read(source)
    assert "baker" in found.text


def encrypted(password: str, algorithm: str) -> bytes:
    if algorithm.startswith("AES"):
        pytest.importorskip("cryptography", reason="AES needs pypdf[crypto]")
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(lines("A baker is wanted for our shop.")))))
    writer.encrypt(password, owner_password="owner", algorithm=algorithm)
    packed = io.BytesIO()
    writer.write(packed)
    return packed.getvalue()


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_a_pdf_that_only_forbids_copying_is_read(algorithm: str) -> None:
    (source,) = read(encrypted("", algorithm))
    assert source.text == "A baker is wanted for our shop."


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
def test_a_locked_pdf_says_so(algorithm: str) -> None:
    with pytest.raises(Unreadable, match="password") as caught:
        read(encrypted("secret", algorithm))
    assert caught.value.code == "encrypted_pdf"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (pdf(""), "pdf_without_text"),
        (pdf("0 0 595 842 re f\n", ""), "pdf_without_text"),
        (pdf(shown("1 of 3", 300, 20)), "pdf_without_text"),
        (b"%PDF-1.4\n", "truncated"),
        (b"%PDF-1.7\n" + b"garbage " * 100, "truncated"),
        (pdf(*["q Q"] * 501), "too_large"),
    ],
)
def test_a_pdf_without_text_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(content)
    assert caught.value.code == code
