"""What stops a backup or a restore, and that nothing has changed then."""

import json
import subprocess
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from jobsite.backups import Database, checked
from jobsite.commandline import needs_database
from tests.backups.conftest import Manage
from tests.backups.contents import ask, checksums

UNTOUCHED = "Nothing was touched."


def refused(done: subprocess.CompletedProcess[str]) -> str:
    """Return the sentence, which is all there is: no traceback."""
    assert (done.returncode, "Traceback" in done.stderr) == (1, False), done.stderr
    return done.stderr.split("CommandError: ")[1].strip()


def test_a_damaged_a_short_and_a_wrong_file_leave_the_database_empty(
    elsewhere: Database, backup: Path, manage: Manage
) -> None:
    whole = backup.read_bytes()
    broken = bytearray(whole)
    broken[len(whole) // 2] ^= 1
    for content, words in (
        (bytes(broken), "database.dump is not what was written"),
        (whole[: len(whole) // 2], "its end is missing"),
        (b"id,title\n1,Baker\n" * 100, "is not a backup of Jobsite"),
    ):
        backup.write_bytes(content)
        said = refused(manage(elsewhere, "restore", backup, "--replace"))
        assert words in said
        assert UNTOUCHED in said
    assert checksums(elsewhere) == {}


def test_a_database_with_something_in_it_is_left_alone(
    library: Database, backup: Path, manage: Manage
) -> None:
    was = checksums(library)
    said = refused(manage(library, "restore", backup))
    assert f"The database {library.name} is not empty: it has {len(was)} tables. {UNTOUCHED}" in said
    assert "add --replace" in said
    assert checksums(library) == was


def test_a_backup_of_a_newer_version_is_left_for_that(
    library: Database, backup: Path, manage: Manage
) -> None:
    ask(library, "INSERT INTO django_migrations (app, name, applied) SELECT 'postings', '9999_later', now()")
    assert manage(library, "backup", backup, "--force").returncode == 0
    ask(library, "DELETE FROM django_migrations WHERE name = '9999_later'")
    was = checksums(library)
    said = refused(manage(library, "restore", backup, "--replace"))
    assert "this one does not know postings.9999_later." in said
    assert UNTOUCHED in said
    assert checksums(library) == was


def test_a_backup_of_a_newer_server_is_left_for_such_a_one(
    elsewhere: Database, backup: Path, manage: Manage
) -> None:
    _retold(backup, postgresql="99.1")
    assert "is of PostgreSQL 99, and this server is" in refused(manage(elsewhere, "restore", backup))


def test_a_restore_that_fails_half_way_leaves_what_was_there(
    library: Database, backup: Path, manage: Manage
) -> None:
    """The rows are all in when their number turns out to be another than was dumped."""
    _retold(backup, tables={**checked(backup).tables, "postings_company": 7_000_000})
    ask(library, "DELETE FROM postings_savedsearch")  # so that it is not what the backup has
    was = checksums(library)
    said = refused(manage(library, "restore", backup, "--replace"))
    assert "the database is as it was: table postings_company has" in said
    assert "rows and should have 7000000" in said
    assert checksums(library) == was


def _retold(backup: Path, **other: object) -> None:
    """Change what a backup says of itself, checksum and all."""
    whole, told = backup.read_bytes(), checked(backup).to_json()
    changed = json.dumps({**json.loads(told), **other}).encode().ljust(len(told))
    assert len(changed) == len(told)
    sums = (sha256(one).hexdigest().encode() for one in (told, changed))
    backup.write_bytes(whole.replace(told, changed).replace(*sums))


def test_a_backup_that_is_there_is_not_written_over(library: Database, backup: Path, manage: Manage) -> None:
    was = backup.read_bytes()
    assert "is there already and was not touched" in refused(manage(library, "backup", backup))
    assert backup.read_bytes() == was
    assert manage(library, "backup", backup, "--force").returncode == 0
    assert backup.read_bytes() != was


def test_a_database_without_a_library_is_not_worth_a_backup(
    elsewhere: Database, tmp_path: Path, manage: Manage
) -> None:
    assert "Run manage.py migrate first." in refused(manage(elsewhere, "backup", tmp_path / "none.tar"))
    assert list(tmp_path.iterdir()) == []


def test_a_server_that_is_away_is_a_sentence_and_checking_needs_none(
    here: Database, backup: Path, tmp_path: Path, manage: Manage
) -> None:
    away = Database({"host": "127.0.0.1", "port": "1", "dbname": "jobsite"})
    for command in (("backup", tmp_path / "none.tar"), ("restore", backup)):
        assert "The database does not answer" in refused(manage(away, *command))
    done = manage(away, "backup", "--check", backup)
    assert (done.returncode, "whole." in done.stdout) == (0, True)


@pytest.mark.parametrize(
    ("words", "needs"),
    [("backup F", True), ("backup F --check", False), ("backup --check F", False), ("restore F", True)],
)
def test_checking_a_file_starts_no_server(words: str, needs: bool) -> None:
    assert needs_database(["manage.py", *words.split()]) is needs


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of 256 KB."""
    place = tmp_path / "small"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", place], capture_output=True)
    if mounted.returncode:
        pytest.skip("a full disk is tried on a small one of its own, which only root may mount")
    yield place
    subprocess.run(["umount", place], check=True)


def test_without_room_nothing_is_left_and_nothing_is_lost(
    library: Database, small_disk: Path, manage: Manage
) -> None:
    said = refused(manage(library, "backup", small_disk / "library.tar"))
    assert said.endswith("No space left on device. Make room, or name a place that has more.")
    (small_disk / "library.tar").write_bytes(b"yesterday's")
    refused(manage(library, "backup", small_disk / "library.tar", "--force"))
    assert [(one.name, one.read_bytes()) for one in small_disk.iterdir()] == [("library.tar", b"yesterday's")]
