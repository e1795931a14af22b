"""Killed on the way: no file that is not whole, no database that is half one and half another.

Real processes and real kills. Passwords are here too, since that takes a look at running programs as well.
"""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from jobsite.backups import BackupRefused, Database, back_up, checked, put_back
from jobsite.backups import programs as on_this_machine
from jobsite.backups.database import version
from jobsite.backups.manifest import major
from tests.backups.conftest import Manage, surroundings
from tests.backups.contents import ask, checksums
from tests.production import PROJECT
from tests.production import surroundings as clean
from tests.waiting import wait_for


def _started(database: Database, *words: str | Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "manage.py", *map(str, words)],
        cwd=PROJECT,
        env=clean(surroundings(database)),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _programs_of(process: subprocess.Popen[bytes]) -> dict[str, psutil.Process]:
    children = psutil.Process(process.pid).children()
    return {child.name(): child for child in children if child.is_running()}


def test_killed_while_dumping_there_is_nothing_under_the_name_and_the_next_one_clears_up(
    library: Database, tmp_path: Path, manage: Manage
) -> None:
    file = tmp_path / "library.tar"
    process = _started(library, "backup", file)
    dumping = wait_for(lambda: _programs_of(process).get("pg_dump"), "pg_dump runs")
    process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    wait_for(lambda: not _lives(dumping), "pg_dump has nobody to write for")
    (left,) = tmp_path.iterdir()
    assert re.fullmatch(r"\.library\.tar\.[0-9a-f]{8}\.part", left.name)
    assert manage(library, "backup", file).returncode == 0
    assert list(tmp_path.iterdir()) == [file]


def _wait_until_somebody_waits(database: Database) -> None:
    waiting = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = %s"
    with database.connect() as look:
        look.autocommit = True
        wait_for(
            lambda: look.execute(waiting, [database.name]).fetchone() != (0,), "somebody waits for the lock"
        )


def test_a_dump_that_dies_is_a_sentence_and_no_file(
    library: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """pg_dump itself is killed: what has come of it until then does not become a backup."""
    shims = _programs_with(library, tmp_path / "bin", pg_dump="| head -c 300000; kill -9 $$")
    monkeypatch.setattr(on_this_machine, "_folders", lambda: iter([shims]))
    with pytest.raises(BackupRefused, match="pg_dump could not go on, and nothing was written"):
        back_up(database=library, path=tmp_path / "library.tar")
    assert list(tmp_path.iterdir()) == [shims]


def test_a_reader_that_dies_when_all_rows_are_in_changes_nothing(
    library: Database, backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What comes after the rows are triggers, and nobody would miss them soon."""
    ask(library, "DELETE FROM postings_savedsearch")  # so that it is not what the backup has
    was = checksums(library)
    shims = _programs_with(
        library, tmp_path / "bin", pg_restore="| grep -avE '^(CREATE|COMMENT ON) TRIGGER'; kill -9 $$"
    )
    monkeypatch.setattr(on_this_machine, "_folders", lambda: iter([shims]))
    with pytest.raises(BackupRefused, match="the database is as it was: one of PostgreSQL's programs was"):
        put_back(database=library, path=backup, known=checked(backup).migrations, replace=True)
    assert checksums(library) == was


def _programs_with(database: Database, folder: Path, **ends: str) -> Path:
    """Make programs that are the real ones, but for how some of them end."""
    with database.connect() as connection:
        real = on_this_machine.programs_for(major(version(connection)))
    folder.mkdir()
    for name in on_this_machine.NEEDED:
        end = f'{real[name]} "$@" {ends[name]}' if name in ends else f'exec {real[name]} "$@"'
        script = f'#!/bin/sh\ncase "$1" in --version) exec {real[name]} "$1";; esac\n{end}\n'
        (folder / name).write_text(script)
        (folder / name).chmod(0o755)
    return folder


def test_killed_while_restoring_the_database_is_as_it_was(library: Database, backup: Path) -> None:
    ask(library, "DELETE FROM postings_savedsearch")  # so that it is not what the backup has
    was = checksums(library)
    with library.connect() as crowd:  # psql waits for this, with the whole script before it
        crowd.execute("SELECT count(*) FROM auth_user")
        process = _started(library, "restore", backup, "--replace")
        _wait_until_somebody_waits(library)
        programs = _programs_of(process)
        assert "psql" in programs
        process.send_signal(signal.SIGKILL)
        process.wait()
    wait_for(lambda: not any(map(_lives, programs.values())), "its programs are gone")
    assert checksums(library) == was


def _lives(process: psutil.Process) -> bool:
    return process.is_running() and process.status() != psutil.STATUS_ZOMBIE


def test_passwords_are_in_no_command_line(library: Database, backup: Path) -> None:
    secret = "not-for-all-to-see"
    told = Database({**library.parameters, "password": secret, "keepalives_idle": "30"})
    with library.connect() as crowd:
        crowd.execute("SELECT count(*) FROM auth_user")
        process = _started(told, "restore", backup, "--replace")
        _wait_until_somebody_waits(library)
        lines = {name: child.cmdline() for name, child in _programs_of(process).items()}
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert "psql" in lines
    assert secret not in str(lines)
    assert "--dbname=keepalives_idle=30" in lines["psql"]
    assert told.surroundings["PGPASSWORD"] == secret


def test_a_secret_that_only_a_command_line_could_carry_is_refused() -> None:
    with pytest.raises(BackupRefused, match="has sslpassword, which the programs of PostgreSQL take"):
        _ = Database.of({"dbname": "jobsite", "sslpassword": "secret"}).arguments


def test_what_is_the_drivers_own_is_not_told_to_the_programs() -> None:
    told = Database.of({"dbname": "jobsite", "cursor_factory": dict, "user": "", "connect_timeout": 5})
    assert told.parameters == {"dbname": "jobsite", "connect_timeout": "5"}


def test_without_programs_that_fit_it_is_said_what_to_install() -> None:
    with pytest.raises(BackupRefused, match=r"of PostgreSQL 99 or newer are needed, and this machine has .+"):
        on_this_machine.programs_for(99)
    assert os.access(on_this_machine.programs_for(1)["pg_dump"], os.X_OK)
