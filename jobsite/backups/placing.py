"""A file that has its name only once it is whole.

It is written under another name beside it, readable by its owner alone, brought to the disk, and renamed.
What a killed process has left beside it is cleared away by the next one that writes the same file: a lock
says whether anybody still does.
"""

import fcntl
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from jobsite.backups.refusal import BackupRefused, told_of

REMEDY = "Name a file in a folder that exists and that you may write to. Nothing was written."


@contextmanager
def appearing(path: Path, *, force: bool) -> Iterator[BinaryIO]:
    """Give an open file that is called `path` when the block has ended well, and is gone otherwise."""
    with told_of(path, remedy=REMEDY):
        _refuse_taken(path, force=force)
        _clear_abandoned(path)
        draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
        with os.fdopen(os.open(draft, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as file:
            try:
                with suppress(OSError):  # some network file systems have no locks
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                yield file
                file.flush()
                os.fsync(file.fileno())
                _refuse_taken(path, force=force)  # somebody may have had the same idea meanwhile
                draft.replace(path)
            except BaseException:
                draft.unlink(missing_ok=True)
                raise
        _keep_name(path.parent)


def _refuse_taken(path: Path, *, force: bool) -> None:
    if path.is_dir():
        raise BackupRefused(f"{path} is a folder. Name a file in it.")
    if path.exists() and not force:
        raise BackupRefused(
            f"{path} is there already and was not touched. Choose another name, or add --force to replace it."
        )


def _clear_abandoned(path: Path) -> None:
    beginning = f".{path.name}."
    for left in path.parent.iterdir():
        if left.name.startswith(beginning) and left.suffix == ".part":
            with suppress(OSError), left.open("rb") as file:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)  # refused while its writer lives
                left.unlink()


def _keep_name(folder: Path) -> None:
    """A rename is on the disk when its folder is."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some file systems cannot
            os.fsync(opened)
    finally:
        os.close(opened)
