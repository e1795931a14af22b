"""A ZIP file opened with limits: what it says about its sizes is checked first, what comes out again.

In: the bytes of a ZIP, .docx, .xlsx or .odt. Out: its parts, one at a time.
Refused: too many parts or bytes (`too_large`), parts that unpack a hundredfold (`bomb`), locked parts
(`encrypted`), what breaks off or does not match its checksum (`truncated`).
"""

import io
import zipfile
import zlib

from postings.readers import limits
from postings.readers.source import Unreadable

CHUNK = 256 * 1024
OFFICE_PARTS = frozenset({"[Content_Types].xml", "mimetype"})
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, IndexError)


class Package:
    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (*DAMAGED, NotImplementedError) as fault:
            raise _damaged() from fault
        self._parts = {part.filename: part for part in self._zip.infolist() if not part.is_dir()}
        self._room = limits.UNPACKED_BYTES
        self._refuse_by_declaration()

    @property
    def names(self) -> list[str]:
        return list(self._parts)

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def size(self, name: str) -> int:
        return self._parts[name].file_size

    def read(self, name: str) -> bytes:
        """Return a part; what all parts together unpack to is counted as it comes out."""
        part = self._parts[name]
        if part.flag_bits & 0x1:
            raise Unreadable("encrypted", "It is locked with a password. Pack or save it again without one.")
        content = bytearray()
        try:
            with self._zip.open(part) as stream:
                while chunk := stream.read(CHUNK):
                    content += chunk
                    self._room -= len(chunk)
                    if self._room < 0 or _is_bomb(len(content), part.compress_size):
                        raise _bomb()
        except NotImplementedError as fault:
            raise Unreadable(
                "unsupported", "It is packed in a way that is not read. Pack it as plain ZIP."
            ) from fault
        except RuntimeError as fault:  # zipfile's word for a password
            raise Unreadable("encrypted", "It is locked with a password. Save it without one.") from fault
        except DAMAGED as fault:
            raise _damaged() from fault
        return bytes(content)

    def _refuse_by_declaration(self) -> None:
        parts = self._parts.values()
        most_parts = limits.PARTS if self._parts.keys() & OFFICE_PARTS else limits.MEMBERS
        if len(self._zip.infolist()) > most_parts:
            raise Unreadable(
                "too_large", f"It has more than {most_parts:,} files in it. Split it into several."
            )
        if any(_is_bomb(part.file_size, part.compress_size) for part in parts):
            raise _bomb()
        if sum(part.file_size for part in parts) > limits.UNPACKED_BYTES:
            most = limits.UNPACKED_BYTES // limits.MEGABYTE
            raise Unreadable("too_large", f"It unpacks to more than {most} MB. Split it into several.")


def _is_bomb(unpacked: int, packed: int) -> bool:
    return unpacked > limits.RATIO_FROM and unpacked > limits.RATIO * max(packed, 1)


def _bomb() -> Unreadable:
    return Unreadable(
        "bomb", "It unpacks to far more than a document holds, so it is not opened. Save it again."
    )


def _damaged() -> Unreadable:
    return Unreadable("truncated", "It breaks off or is damaged. Upload the whole file again.")
