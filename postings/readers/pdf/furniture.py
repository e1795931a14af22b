"""What stands in the margins of every page of a PDF: the browser's date, title, address, "1/3".

In: pages of lines. Out: the pages without them; what stands between the margins, or on one page, is kept.
Digits count as equal, so that "1 of 6" and "2 of 6" are one line. Words alone must repeat on three pages:
two postings in one file both begin with "Job description".
"""

import re
from collections import Counter

from postings.readers.pdf.lines import PdfLine

DIGITS = re.compile(r"\d+")
# What a browser or a word processor prints outside the text, even on a single page.
PRINTED = re.compile(
    r"""(?: page \s )? \d{1,3} \s? (?: / | of ) \s? \d{1,3}
            (?: \s+ \d{1,2}/\d{1,2}/\d{2,4}, \s \d{1,2}:\d\d (?: \s [AP]M )? )?
      | \d{1,2}/\d{1,2}/\d{2,4}, \s \d{1,2}:\d\d (?: \s [AP]M )? (?: \s .{0,200} )?
      | (?: https?:// | file:/// ) \S{1,500} \s+ \d{1,3} / \d{1,3}
    """,
    re.VERBOSE | re.IGNORECASE,
)


SURE = re.compile(r"\d|https?://")
FEWEST_PAGES = 3
SHARE = 0.6  # of the pages: a title page may be without


def without_furniture(pages: list[list[PdfLine]]) -> list[list[PdfLine]]:
    counts = Counter(form for page in pages for form in {_form(line) for line in page if line.in_margin})
    repeated = {
        form
        for form, count in counts.items()
        if count >= (2 if SURE.search(form) else FEWEST_PAGES) and count >= SHARE * len(pages)
    }
    return [[line for line in page if not _is_furniture(line, repeated)] for page in pages]


def _is_furniture(line: PdfLine, repeated: set[str]) -> bool:
    return line.in_margin and (bool(PRINTED.fullmatch(line.text)) or _form(line) in repeated)


def _form(line: PdfLine) -> str:
    return DIGITS.sub("0", line.text)
