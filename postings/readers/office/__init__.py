"""Word and OpenDocument texts: packages of XML that are opened with limits, and read block by block."""

from postings.readers.office.docx import read_docx
from postings.readers.office.odt import read_odt
from postings.readers.office.package import Package

__all__ = ["Package", "read_docx", "read_odt"]
