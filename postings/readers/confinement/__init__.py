"""Reading untrusted files in a child process with limits on memory, time and output, and without network."""

from postings.readers.confinement.parent import Confined
from postings.readers.confinement.shared import preview_confined, read_confined

__all__ = ["Confined", "preview_confined", "read_confined"]
