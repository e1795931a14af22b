"""pg_dump, pg_restore and psql, of one installation that fits the server.

In: the lowest major version that will do. Out: the folder of the nearest one at or above it, since pg_dump
refuses servers that are newer than itself. Refused: a machine that has none, with what to install.
"""

import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from jobsite.backups.manifest import major
from jobsite.backups.refusal import BackupRefused
from jobsite.devdb import DevDBError
from jobsite.devdb.programs import wheel

GRAVE = re.compile(r"(ERROR|FATAL|PANIC|error|fatal):")
PLACE = re.compile(r"psql:<stdin>:\d+: (ERROR|FATAL): +")  # in a script that nobody has seen
NEEDED = ("pg_dump", "pg_restore", "psql")
DEBIAN = Path("/usr/lib/postgresql")  # Debian keeps each version in a folder of its own, off PATH


@dataclass(frozen=True)
class Programs:
    folder: Path
    version: str

    @property
    def major(self) -> int:
        return major(self.version)

    def __getitem__(self, name: str) -> str:
        return str(self.folder / name)


def complaint(said: bytes) -> str:
    """Return in one line why a program has failed; one that was killed has had no time to say it."""
    lines = said.decode(errors="replace").splitlines()
    grave = [PLACE.sub("", line.strip()) for line in lines if GRAVE.search(line)]
    return " | ".join(grave[-3:]) or "one of PostgreSQL's programs was ended from outside"


def programs_for(lowest: int) -> Programs:
    found = list(_installed())
    fitting = [one for one in found if one.major >= lowest]
    if not fitting:
        there = ", ".join(f"{one.version} in {one.folder}" for one in found) or "none"
        raise BackupRefused(
            f"pg_dump, pg_restore and psql of PostgreSQL {lowest} or newer are needed, and this machine has "
            f"{there}. Install them (on Debian and Ubuntu: apt install postgresql-client-{lowest}, from "
            "apt.postgresql.org if the release has older ones only), or put their folder on PATH."
        )
    return min(fitting, key=lambda one: one.major)  # the first of equals


def _installed() -> Iterator[Programs]:
    for folder in dict.fromkeys(_folders()):
        if all((folder / name).is_file() for name in NEEDED):
            with suppress(OSError, subprocess.SubprocessError, AttributeError):
                yield Programs(folder, _version(folder))


def _folders() -> Iterator[Path]:
    with suppress(DevDBError):
        yield wheel() / "pginstall/bin"
    yield from sorted(DEBIAN.glob("*/bin"))
    if on_path := shutil.which("pg_dump"):
        yield Path(on_path).parent


def _version(folder: Path) -> str:
    said = subprocess.run(
        [folder / "pg_dump", "--version"], capture_output=True, text=True, check=True, timeout=30
    ).stdout
    return re.search(r"\(PostgreSQL\) (\d\S*)", said)[1]  # type: ignore[index]  # AttributeError is caught
