"""Why a backup or a restore did not take place."""

from collections.abc import Iterator
from contextlib import contextmanager
from errno import ENOSPC
from pathlib import Path


class BackupRefused(Exception):
    """One sentence or two: what is wrong, what is left, what to do."""


@contextmanager
def told_of(path: Path, *, remedy: str) -> Iterator[None]:
    """Turn a fault of the file system into a sentence that names the file."""
    try:
        yield
    except OSError as fault:
        if fault.errno == ENOSPC:
            remedy = "Make room, or name a place that has more."
        raise BackupRefused(f"{path}: {fault.strerror or fault}. {remedy}") from fault
