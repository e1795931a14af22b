"""Text PDF → lines of text, with their bullets and without what repeats on every page."""

from postings.readers.pdf.reading import read_pdf

__all__ = ["read_pdf"]
