"""pg_restore and psql, one behind the other: a dump becomes statements, and the statements one transaction.

In: a checked backup, and the statements before and after it. Out: a database that has it. Refused, with what
the programs said: whatever goes wrong on the way. psql sees the end of its script without COMMIT then, and
PostgreSQL takes everything back.
"""

import os
import re
import subprocess
import tempfile
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from typing import IO

from jobsite.backups.database import Database
from jobsite.backups.programs import Programs, complaint
from jobsite.backups.refusal import BackupRefused
from jobsite.backups.sealed import PIECE, Progress, Sealed, rewound

READING = ("--format=custom", "--exit-on-error", "--no-owner", "--no-privileges", "--no-tablespaces")
WRITING = ("--no-psqlrc", "--quiet", "--no-password", "--set=ON_ERROR_STOP=1", "--file=-")
SETTING = re.compile(rb"SET (?P<name>\w+) = ")
LAST_SETTING = b"SET row_security"
CROWDED = re.compile("lock timeout|deadlock")


@dataclass(frozen=True)
class Transfer:
    database: Database
    programs: Programs
    settings: Collection[str]  # that the server knows
    sealed: Sealed

    def run(self, before: bytes, after: bytes, progress: Progress) -> None:
        with tempfile.TemporaryFile() as said:
            if not self._committed(said, before, after, progress):
                said.seek(0)
                why = complaint(said.read())
                remedy = "Stop the web server and the workers meanwhile." if CROWDED.search(why) else ""
                raise BackupRefused(
                    f"The backup could not be put in, and the database is as it was: {why}. {remedy}".strip()
                )

    def _committed(self, said: IO[bytes], before: bytes, after: bytes, progress: Progress) -> bool:
        schema = f"--schema={self.sealed.manifest.schema}"  # all but the schema itself, which is there
        reading = [self.programs["pg_restore"], *READING, schema, "--file=-"]
        writing = [self.programs["psql"], *WRITING, *self.database.arguments]
        with (
            subprocess.Popen(
                writing,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=said,
                env=self.database.surroundings,
            ) as writer,
            subprocess.Popen(
                reading, stdin=rewound(self.sealed), stdout=subprocess.PIPE, stderr=said
            ) as reader,
        ):
            try:
                with suppress(BrokenPipeError):  # psql has ended early, and says why
                    self._send(reader, writer, before, after, progress)
                    writer.wait()
            finally:  # for whatever is left of them, when one has ended without the other
                reader.kill()
                writer.kill()
                with suppress(BrokenPipeError):
                    _pipe(writer.stdin).close()
        return (reader.returncode, writer.returncode) == (0, 0)

    def _send(
        self,
        reader: subprocess.Popen[bytes],
        writer: subprocess.Popen[bytes],
        before: bytes,
        after: bytes,
        progress: Progress,
    ) -> None:
        script = _pipe(writer.stdin)
        script.write(before)
        self._hand_on(_pipe(reader.stdout), script, progress)
        if reader.wait() == 0:
            script.write(after)
        script.close()

    def _hand_on(self, statements: IO[bytes], script: IO[bytes], progress: Progress) -> None:
        """Leave out what the programs of a newer version set and this server has not heard of."""
        for line in statements:
            setting = SETTING.match(line)
            if setting is None or setting["name"].decode() in self.settings:
                script.write(line)
            if line.startswith(LAST_SETTING):
                break
        while piece := statements.read(PIECE):
            script.write(piece)
            there = os.lseek(self.sealed.file.fileno(), 0, os.SEEK_CUR)  # of pg_restore: they share it
            progress(min(there - self.sealed.begin, self.sealed.size), self.sealed.size)


def _pipe(end: IO[bytes] | None) -> IO[bytes]:
    assert end is not None  # noqa: S101 - for the type: it was opened as one
    return end
