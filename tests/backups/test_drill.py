"""A library goes into a file and comes out of it in another database: the same, row by row."""

import hashlib
import io
import json
import stat
import subprocess
from pathlib import Path

import pytest
from django.core.management import call_command

from jobsite.backups import Database, checked
from postings.ingest import archive
from postings.models import IndexClock, Posting
from postings.search.index import Index, current_index
from tests.backups.answering import answers
from tests.backups.conftest import Manage, answers_of
from tests.backups.contents import ask, checksums, structure

MEANT_TO_DIFFER = frozenset({"django_session", "postings_indexclock"})
CLOCK = "SELECT (seq, generation, next_docno)::text FROM postings_indexclock"
EPOCH = "SELECT epoch FROM postings_indexclock"
SESSIONS = "SELECT count(*) FROM django_session"


def test_every_table_comes_back_as_it_was_and_every_page_answers_the_same(
    library: Database, elsewhere: Database, backup: Path, manage: Manage
) -> None:
    done = manage(elsewhere, "restore", backup)
    assert done.returncode == 0, done.stderr
    was, is_now = checksums(library, without=MEANT_TO_DIFFER), checksums(elsewhere, without=MEANT_TO_DIFFER)
    assert is_now == was
    counted = {table: rows for table, (rows, _) in was.items()}
    assert checked(backup).tables == {**counted, **dict.fromkeys(MEANT_TO_DIFFER, 1)}
    empty = {table for table, (rows, _) in was.items() if rows == 0}
    assert not empty & {"postings_documentblob", "postings_postingevent", "postings_batchfile", "auth_user"}
    assert ask(elsewhere, CLOCK) == ask(library, CLOCK)
    assert structure(elsewhere) == structure(library)
    told = answers_of(elsewhere)
    assert told == answers()
    assert all(told.values())


def test_nobody_is_signed_in_after_it_and_the_index_is_another(
    library: Database, elsewhere: Database, backup: Path, manage: Manage
) -> None:
    done = manage(elsewhere, "restore", backup)
    assert "Everybody has to sign in again." in done.stdout
    assert (ask(library, SESSIONS), ask(elsewhere, SESSIONS)) == (1, 0)
    assert ask(library, EPOCH) != ask(elsewhere, EPOCH)


def test_a_process_that_ran_before_does_not_take_repeated_numbers_for_what_it_knows(
    library: Database, backup: Path
) -> None:
    """Same place in the order, another posting: only the epoch can tell."""
    first, second = Posting.objects.published()[:2]
    archive(posting=first, expected_revision=first.revision)
    with current_index() as index:
        moment, known = index.moment, set(index.library.live)
    call_command("restore", str(backup), replace=True, stderr=io.StringIO(), stdout=io.StringIO())
    archive(posting=second, expected_revision=second.revision)
    with current_index() as index:
        assert (index.seq, index.moment == moment) == (moment[1], False)
        assert set(index.library.live) == set(Index().library.live) != known


def test_the_restore_writes_no_history_and_the_next_change_does(library: Database, backup: Path) -> None:
    events = checksums(library)["postings_postingevent"]
    call_command("restore", str(backup), replace=True, stderr=io.StringIO(), stdout=io.StringIO())
    assert checksums(library)["postings_postingevent"] == events
    posting = Posting.objects.published()[0]
    archive(posting=posting, expected_revision=posting.revision)
    assert checksums(library)["postings_postingevent"][0] > events[0]


def test_restoring_in_place_takes_back_all_that_came_after(
    elsewhere: Database, backup: Path, manage: Manage
) -> None:
    assert manage(elsewhere, "restore", backup).returncode == 0
    was, made = checksums(elsewhere, without=MEANT_TO_DIFFER), structure(elsewhere)
    for change in (
        "CREATE TABLE later (id int PRIMARY KEY REFERENCES postings_posting)",
        "CREATE VIEW latest AS SELECT * FROM postings_posting",
        "CREATE FUNCTION lately() RETURNS int LANGUAGE sql RETURN 1",
        "DROP TRIGGER pgtrigger_insert_insert_dbea6 ON postings_company",
        "DELETE FROM postings_savedsearch",
        "UPDATE postings_company SET name = upper(name)",
    ):
        ask(elsewhere, change)
    assert structure(elsewhere) != made
    done = manage(elsewhere, "restore", backup, "--replace")
    assert done.returncode == 0, done.stderr
    assert checksums(elsewhere, without=MEANT_TO_DIFFER) == was
    assert structure(elsewhere) == made


def test_a_backup_of_an_older_version_gets_the_migrations_that_it_lacks(
    library: Database, elsewhere: Database, tmp_path: Path, manage: Manage
) -> None:
    for step in (("postings", "0003"), ("sessions",)):
        assert manage(elsewhere, "migrate", *step).returncode == 0
    old = tmp_path / "old.tar"
    assert manage(elsewhere, "backup", old).returncode == 0
    assert "postings.0004_search_index" not in checked(old).migrations
    done = manage(elsewhere, "restore", old, "--replace")
    assert (done.returncode, "migrations that the backup lacks" in done.stdout) == (0, True), done.stderr
    assert set(structure(elsewhere)) == set(structure(library))


def test_a_backup_is_for_its_owner_and_can_be_taken_apart_without_jobsite(
    backup: Path, tmp_path: Path
) -> None:
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    subprocess.run(["tar", "-xf", backup], cwd=tmp_path, check=True)
    told = json.loads((tmp_path / "manifest.json").read_text())
    assert (told["format"], told["tables"]["postings_indexclock"]) == (1, IndexClock.objects.count())
    assert (tmp_path / "database.dump").read_bytes().startswith(b"PGDMP")
    sums = dict(reversed(line.split()) for line in (tmp_path / "SHA256SUMS").read_text().splitlines())
    assert sums == {
        name: hashlib.sha256((tmp_path / name).read_bytes()).hexdigest()
        for name in ("database.dump", "manifest.json")
    }


def test_a_backup_of_a_library_that_is_in_use_is_of_one_moment(
    library: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is published after the counting and before the dump is in neither."""
    from jobsite.backups import dumping

    counted = dumping.inside.rows_of

    def counted_then_changed(connection: object) -> dict[str, int]:
        rows = counted(connection)  # type: ignore[arg-type]
        posting = Posting.objects.published()[0]
        archive(posting=posting, expected_revision=posting.revision)
        return rows

    monkeypatch.setattr(dumping.inside, "rows_of", counted_then_changed)
    before = checksums(library, without=MEANT_TO_DIFFER)
    file = tmp_path / "used.tar"
    call_command("backup", str(file), stderr=io.StringIO(), stdout=io.StringIO())
    assert checksums(library, without=MEANT_TO_DIFFER) != before
    call_command("restore", str(file), replace=True, stderr=io.StringIO(), stdout=io.StringIO())
    assert checksums(library, without=MEANT_TO_DIFFER) == before


def test_cron_hears_nothing_but_what_is_wrong(library: Database, tmp_path: Path, manage: Manage) -> None:
    for more, told in (((), ""), ((), "is there already"), (("--check",), ""), (("--force",), "")):
        done = manage(library, "backup", "--verbosity", "0", tmp_path / "nightly.tar", *more)
        assert (done.stdout, done.returncode) == ("", int(bool(told)))
        assert told in done.stderr if told else done.stderr == ""
