"""Where a development database lives, whose it is, and whose turn it is to change it.

In: a project directory and a name. Out: its directories, the account of its server, and a lock.
Refused: a directory that is a link or belongs to somebody else; nobody else's directory is ever changed.

An ordinary user finds everything but the socket in `.local/pg-NAME` of the project. PostgreSQL refuses to run
as root, so for root (in a container, mostly) it runs as an account without rights, in a directory of root's
below /var/tmp: the project may lie in root's home, where that account cannot look.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import pwd
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

# Open to every user, hence `_own_directory`. Not from TMPDIR: all processes must agree on the URL.
LASTING = Path("/var/tmp")  # noqa: S108
SHORT = Path("/tmp")  # noqa: S108


class DevDBError(Exception):
    """One line: what is wrong and what to do."""


class Account(NamedTuple):
    uid: int
    gid: int


@dataclass(frozen=True)
class Place:
    base: Path
    socket_dir: Path

    @classmethod
    def of(cls, project: Path, name: str) -> Place:
        if not re.fullmatch(r"[A-Za-z0-9_-]{1,40}", name):
            raise DevDBError(f"{name!r} cannot name a database directory: use letters, digits, - and _")
        project = project.resolve()
        key = hashlib.sha256(os.fsencode(f"{project}:{name}")).hexdigest()[:12]
        # A socket path has at most 107 bytes (103 on macOS), so the socket cannot live below any project.
        if is_root():
            base = LASTING / f"jobsite-pg-{key}"
            return cls(base, base / "socket")
        return cls(project / ".local" / f"pg-{name}", SHORT / f"jobsite-{os.geteuid()}-{key}")

    @property
    def data(self) -> Path:
        return self.base / "data"

    @property
    def socket(self) -> Path:
        return self.socket_dir / ".s.PGSQL.5432"

    @property
    def url(self) -> str:
        return f"postgresql://jobsite@/postgres?host={quote(str(self.socket_dir), safe='')}"

    def account(self) -> Account:
        """Who the server runs as."""
        if not is_root():
            return Account(os.geteuid(), os.getegid())
        known = []
        for name in ("postgres", "nobody"):
            with suppress(KeyError):
                entry = pwd.getpwnam(name)
                known.append(Account(entry.pw_uid, entry.pw_gid))
        if not known:
            raise DevDBError('PostgreSQL refuses root: add an account "postgres", or set DATABASE_URL')
        # Data made before the machine had a "postgres" stays with "nobody": the server must own its data.
        owner = self.data.stat().st_uid if self.data.exists() else None
        return next((account for account in known if account.uid == owner), known[0])

    def surroundings(self) -> dict[str, Any]:
        """As whom and where a program runs, without the caller's PGPORT, LC_ALL and the like."""
        clean = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC", "HOME": str(self.base)}
        if not is_root():
            return {"env": clean, "cwd": self.base}
        uid, gid = self.account()
        return {"env": clean, "cwd": self.base, "user": uid, "group": gid, "extra_groups": []}


def is_root() -> bool:
    return os.geteuid() == 0


def open_lock(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)


@contextmanager
def exclusively(place: Place) -> Iterator[None]:
    """One process at a time starts or ends the server; a fault of the disk becomes one line."""
    try:
        _own_directories(place)
        lock = open_lock(place.base / "start.lock")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        finally:
            fcntl.flock(lock, fcntl.LOCK_UN)  # said: a child forked meanwhile has a copy of the descriptor
            os.close(lock)
    except OSError as fault:
        where = fault.filename or place.base
        raise DevDBError(f"{where}: {fault.strerror}; make it usable, or set DATABASE_URL") from fault


def _own_directories(place: Place) -> None:
    account = place.account()
    if is_root():  # root keeps the base: the server's account may pass through, but plant nothing there
        _own_directory(place.base, Account(0, account.gid), 0o710)
    else:
        place.base.parent.mkdir(exist_ok=True)
        _own_directory(place.base, account, 0o700)
    _own_directory(place.socket_dir, account, 0o700)


def _own_directory(path: Path, owner: Account, mode: int) -> None:
    with suppress(FileExistsError):
        path.mkdir(mode=0o700)
    found = path.lstat()  # of the thing itself: another user may have put a link there
    if not stat.S_ISDIR(found.st_mode):
        raise DevDBError(f"{path} is a link or a file where a directory belongs: remove it and start again")
    if found.st_uid not in (os.geteuid(), owner.uid):
        raise DevDBError(f"{path} belongs to another user (uid {found.st_uid}): have it removed, start again")
    os.chown(path, *owner)
    path.chmod(mode)
