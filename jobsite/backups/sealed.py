"""The form of a backup: a tar of the dump, the manifest, and the checksums of both.

In: a file and what writes the dump into it, or a file to be checked. Out: the sealed file, or its manifest
and where its dump begins. Refused: whatever is not exactly such a file, byte for byte.

The dump comes first, since how large it is and what its checksum is are known when it has ended. Anybody can
take the file apart without Jobsite: `tar -xf FILE && sha256sum --check SHA256SUMS`.
"""

import hashlib
import io
import os
import tarfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from jobsite.backups.manifest import Manifest
from jobsite.backups.refusal import BackupRefused, told_of

DUMP, MANIFEST, SUMS = "database.dump", "manifest.json", "SHA256SUMS"
BLOCK = 512  # of a tar
PIECE = 1 << 20  # is in memory at a time
MOST_TOLD = 16 << 20  # bytes of a manifest; one of a hundred tables has some thousand

Progress = Callable[[int, int], None]  # done, of how many
Pieces = Iterator[bytes]


def seal(file: BinaryIO, dump: Pieces, told: Callable[[], Manifest]) -> None:
    """Write the dump as it comes, then what is told of it when it has ended."""
    start = file.tell()
    file.write(bytes(BLOCK))  # room for the header, which begins with the size
    sums, size = hashlib.sha256(), 0
    for piece in dump:
        file.write(piece)
        sums.update(piece)
        size += len(piece)
    file.write(bytes(-size % BLOCK))
    manifest = told()
    written = manifest.to_json()
    listed = f"{sums.hexdigest()}  {DUMP}\n{hashlib.sha256(written).hexdigest()}  {MANIFEST}\n".encode()
    for name, content in ((MANIFEST, written), (SUMS, listed)):
        file.write(_header(name, len(content), manifest.made_at))
        file.write(content + bytes(-len(content) % BLOCK))
    file.write(bytes(2 * BLOCK))  # the end of a tar
    file.seek(start)
    file.write(_header(DUMP, size, manifest.made_at))


def _header(name: str, size: int, made_at: datetime) -> bytes:
    about = tarfile.TarInfo(name)
    about.size, about.mode, about.mtime = size, 0o600, int(made_at.timestamp())
    return about.tobuf(tarfile.GNU_FORMAT)  # one block, however large the file is


@dataclass(frozen=True)
class Sealed:
    """A checked backup, open: what was checked is what is restored, whatever happens to the name."""

    file: BinaryIO
    manifest: Manifest
    begin: int
    size: int  # of the dump


def checked(path: Path, *, progress: Progress = lambda done, total: None) -> Manifest:
    """Return what a backup says of itself, if every byte of it is as it was written."""
    with opened(path, progress=progress) as sealed:
        return sealed.manifest


@contextmanager
def opened(path: Path, *, progress: Progress = lambda done, total: None) -> Iterator[Sealed]:
    with told_of(path, remedy="Name a backup that exists and that you may read."):
        file = path.open("rb")
    with file:
        with told_of(path, remedy="Try again, or take another backup."):
            sealed = _sealed(path, file, progress)
        yield sealed


def _sealed(path: Path, file: BinaryIO, progress: Progress) -> Sealed:
    _refuse_others(path, file)
    try:
        with tarfile.open(fileobj=file, mode="r:") as tar:
            members = tar.getmembers()
            if [(member.name, member.isreg()) for member in members] != [
                (name, True) for name in (DUMP, MANIFEST, SUMS)
            ]:
                raise BackupRefused(_damaged(path, "it does not have the parts of one"))
            dump, *short = members
            written, listed = (_content(file, member) for member in short)
        sums = {name: digest for digest, name in (line.split("  ") for line in listed.decode().splitlines())}
        if hashlib.sha256(written).hexdigest() != sums[MANIFEST]:
            raise BackupRefused(_damaged(path, f"{MANIFEST} is not what was written"))
        if _sum_of(file, dump, progress) != sums[DUMP]:
            raise BackupRefused(_damaged(path, f"{DUMP} is not what was written"))
        return Sealed(file, Manifest.from_json(written), dump.offset_data, dump.size)
    except (tarfile.TarError, EOFError, ValueError, KeyError, TypeError) as fault:
        raise BackupRefused(_damaged(path, "its end is missing, or a part of it was changed")) from fault


def _refuse_others(path: Path, file: BinaryIO) -> None:
    """Say what a file is that was never a backup, rather than call it damaged."""
    beginning = file.read(BLOCK)
    file.seek(0)
    if beginning.startswith(b"PGDMP"):
        raise BackupRefused(
            f"{path} is a bare dump of pg_dump, without checksums. Nothing was touched. "
            "docs/operations.md says how to put one in by hand."
        )
    name = DUMP.encode() + b"\0"
    if not beginning.startswith(name[: len(beginning)]) and beginning.strip(b"\0"):
        raise BackupRefused(
            f"{path} is not a backup of Jobsite. Nothing was touched. "
            "Name a file that manage.py backup has written."
        )


def _content(file: BinaryIO, member: tarfile.TarInfo) -> bytes:
    if member.size > MOST_TOLD:
        raise ValueError(member.name)
    file.seek(member.offset_data)
    content = file.read(member.size)
    if len(content) != member.size:
        raise EOFError(member.name)
    return content


def _sum_of(file: BinaryIO, member: tarfile.TarInfo, progress: Progress) -> str:
    file.seek(member.offset_data)
    sums, left = hashlib.sha256(), member.size
    while left:
        piece = file.read(min(PIECE, left))
        if not piece:
            raise EOFError(member.name)
        sums.update(piece)
        left -= len(piece)
        progress(member.size - left, member.size)
    return sums.hexdigest()


def _damaged(path: Path, why: str) -> str:
    return f"{path} is damaged: {why}. Nothing was touched. Take another backup, or another copy of this one."


def rewound(sealed: Sealed) -> BinaryIO:
    """Return the file, for a program that goes on reading where it stands: at the beginning of the dump."""
    os.lseek(sealed.file.fileno(), sealed.begin, io.SEEK_SET)
    return sealed.file
