"""PDF → text, line by line as it stands on the pages.

In: the bytes of a PDF. Out: its lines in the order of the file, bullets in front of what they mark, a blank
line where the page leaves one. Wrapped lines are not joined, ligatures stay.
Refused: a password (`encrypted_pdf`), pages that are pictures (`pdf_without_text`), more than 500 pages
(`too_large`), a structure that cannot be followed (`truncated`).
"""

import io
import logging
from itertools import pairwise

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

from postings.readers import limits
from postings.readers.pdf.bullets import Dots, with_bullets
from postings.readers.pdf.furniture import without_furniture
from postings.readers.pdf.lines import Lines, PdfLine
from postings.readers.source import Unreadable

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of every flaw that it mends
FEWEST_LETTERS = 20  # less is a page number or a stamp on a scan
PARAGRAPH_GAP = 1.75  # of the usual distance between lines


def read_pdf(content: bytes) -> str:
    try:
        pages = [_lines(page) for page in _pages(content)]
    except FileNotDecryptedError as fault:
        raise _locked() from fault
    except DependencyError as fault:  # AES, where `pypdf[crypto]` is not installed
        raise Unreadable(
            "encrypted_pdf", "This PDF is encrypted in a way that is not read here. Print it to a new PDF."
        ) from fault
    except (PyPdfError, RecursionError) as fault:
        raise Unreadable("truncated", "This PDF breaks off or is damaged. Print it to a new PDF.") from fault
    lines = without_furniture(with_bullets(pages))
    text = "\n".join(_page_text(page) for page in lines).strip()
    if sum(c.isalnum() for c in text) < FEWEST_LETTERS:
        raise Unreadable(
            "pdf_without_text",
            "This PDF has no text in it, only pictures of it. Upload a PDF with text, or paste the text.",
        )
    return text


def _pages(content: bytes) -> list[PageObject]:
    reader = PdfReader(io.BytesIO(content), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise _locked()
    if len(reader.pages) > limits.PARTS:
        raise Unreadable(
            "too_large", f"This PDF has more than {limits.PARTS} pages. Upload only the posting."
        )
    return list(reader.pages)


def _locked() -> Unreadable:
    return Unreadable(
        "encrypted_pdf", "This PDF is locked with a password. Save it without one, or paste its text."
    )


def _lines(page: PageObject) -> tuple[list[PdfLine], Dots]:
    lines, dots = Lines(), Dots()
    page.extract_text(visitor_text=lines.take, visitor_operand_before=dots.take)
    return lines.ended(float(page.mediabox.bottom), float(page.mediabox.top)), dots


def _page_text(lines: list[PdfLine]) -> str:
    """Return the page's lines, with a blank one where the page leaves more room than between its lines."""
    gaps = sorted(
        gap
        for above, below in pairwise(lines)
        if 0.5 * below.size < (gap := above.y - below.y) < 4 * max(above.size, below.size)
    )
    usual = gaps[len(gaps) // 3] if gaps else 0.0
    pieces: list[str] = []
    for number, line in enumerate(lines):
        above = lines[number - 1] if number else None
        if above and usual and above.y - line.y > PARAGRAPH_GAP * max(usual, line.size):
            pieces.append("")
        pieces.append(line.text)
    return "\n".join(pieces)
