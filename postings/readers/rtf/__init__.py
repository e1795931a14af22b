"""RTF → Markdown-like text."""

from postings.readers.rtf.reading import read_rtf

__all__ = ["read_rtf"]
