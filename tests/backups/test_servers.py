"""The oldest PostgreSQL that the site runs on, beside the one of the tests: a real server of its own."""

import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from jobsite.backups import BackupRefused, Database, back_up, checked, programs, put_back
from jobsite.backups.manifest import major
from tests.backups.conftest import Manage, answers_of, surroundings
from tests.backups.contents import ask, checksums, structure
from tests.backups.test_drill import MEANT_TO_DIFFER
from tests.jobsite.devdb_project import IS_ROOT
from tests.production import run_python

OLDEST = 15
BIN = Path(f"/usr/lib/postgresql/{OLDEST}/bin")
pytestmark = pytest.mark.skipif(
    not (BIN / "initdb").is_file(),
    reason=f"PostgreSQL {OLDEST} is not installed here (Debian: apt install postgresql-{OLDEST})",
)


@pytest.fixture(scope="module")
def oldest() -> Iterator[Database]:
    """A server in a folder that every account can reach; it refuses to run as root."""
    folder = Path(tempfile.mkdtemp(prefix="jobsite-test-", dir="/var/tmp"))
    account = {"user": "postgres"} if IS_ROOT else {}
    if IS_ROOT:
        shutil.chown(folder, pwd.getpwnam("postgres").pw_uid)

    def run(program: str, *arguments: str | Path) -> None:
        command = [BIN / program, *arguments, "-D", folder / "data"]
        subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL, **account)

    try:
        run("initdb", "--auth=trust", "--username=jobsite", "--encoding=UTF8", "--locale=C", "--no-sync")
        options = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
        run("pg_ctl", "start", "--silent", "--wait", "--log", folder / "log", "--options", options)
        try:
            yield Database({"host": str(folder), "user": "jobsite", "dbname": "postgres"})
        finally:
            run("pg_ctl", "stop", "--silent", "--mode=immediate")
    finally:
        shutil.rmtree(folder)


def _fresh(server: Database, name: str) -> Database:
    with server.connect() as connection:
        connection.autocommit = True
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {name}")
    return Database({**server.parameters, "dbname": name})


@pytest.fixture(scope="module")
def old_library(oldest: Database, tmp_path_factory: pytest.TempPathFactory) -> tuple[Database, Path]:
    """A library there, and a backup of it."""
    database, file = _fresh(oldest, "library"), tmp_path_factory.mktemp("old") / "old.tar"
    for words in (("migrate",), ("make_library", "--postings", "30"), ("backup", str(file))):
        done = run_python("manage.py", *words, chosen=surroundings(database))
        assert done.returncode == 0, done.stderr
    return database, file


def test_the_drill_on_the_oldest_server(
    oldest: Database, old_library: tuple[Database, Path], manage: Manage
) -> None:
    library, file = old_library
    assert major(checked(file).postgresql) == OLDEST
    assert major(checked(file).pg_dump) >= OLDEST
    again = _fresh(oldest, "again")
    for replace in ((), ("--replace",)):
        done = manage(again, "restore", file, *replace)
        assert done.returncode == 0, done.stderr
        assert checksums(again, without=MEANT_TO_DIFFER) == checksums(library, without=MEANT_TO_DIFFER)
        assert structure(again) == structure(library)
    assert answers_of(again) == answers_of(library)


def test_a_library_moves_to_a_newer_server_by_a_backup_and_not_back(
    oldest: Database, old_library: tuple[Database, Path], elsewhere: Database, tmp_path: Path, manage: Manage
) -> None:
    library, file = old_library
    if int(ask(elsewhere, "SHOW server_version_num")) // 10_000 <= OLDEST:
        pytest.skip("the tests run on the oldest server themselves")
    done = manage(elsewhere, "restore", file)
    assert done.returncode == 0, done.stderr
    assert checksums(elsewhere, without=MEANT_TO_DIFFER) == checksums(library, without=MEANT_TO_DIFFER)
    assert answers_of(elsewhere) == answers_of(library)
    assert manage(elsewhere, "backup", tmp_path / "new.tar").returncode == 0
    done = manage(_fresh(oldest, "back"), "restore", tmp_path / "new.tar")
    assert f"this server is {OLDEST}. Nothing was touched." in done.stderr


def test_newer_programs_serve_an_older_server(
    oldest: Database, old_library: tuple[Database, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They set what it has not heard of; that is left out."""
    newest = max(programs._installed(), key=lambda one: one.major)
    if newest.major == OLDEST:
        pytest.skip("no newer programs are installed here")
    monkeypatch.setattr(programs, "_folders", lambda: iter([newest.folder]))
    library, file = old_library[0], tmp_path / "newer.tar"
    manifest = back_up(database=library, path=file)
    assert (major(manifest.postgresql), manifest.pg_dump) == (OLDEST, newest.version)
    again = _fresh(oldest, "by_newer")
    put_back(database=again, path=file, known=manifest.migrations, replace=False)
    assert checksums(again) == checksums(library)
    monkeypatch.setattr(programs, "_folders", lambda: iter([BIN]))
    with pytest.raises(BackupRefused, match=f"of PostgreSQL {newest.major} or newer are needed"):
        put_back(database=again, path=file, known=manifest.migrations, replace=True)


def test_an_extension_is_no_reason_to_call_a_database_full_and_survives_a_restore(
    oldest: Database, old_library: tuple[Database, Path], manage: Manage
) -> None:
    again = _fresh(oldest, "extended")
    with again.connect() as connection:
        if not connection.execute(
            "SELECT 1 FROM pg_available_extensions WHERE name = 'pg_stat_statements'"
        ).fetchone():
            pytest.skip("PostgreSQL's own extensions are not installed here")
        connection.execute("CREATE EXTENSION pg_stat_statements")
    for replace in ((), ("--replace",)):
        done = manage(again, "restore", old_library[1], *replace)
        assert done.returncode == 0, done.stderr
    assert ask(again, "SELECT count(*) FROM pg_extension WHERE extname = 'pg_stat_statements'") == 1


def test_an_ordinary_account_that_owns_its_database_can_do_all_of_it(
    oldest: Database, old_library: tuple[Database, Path], tmp_path: Path, manage: Manage
) -> None:
    with oldest.connect() as connection:
        connection.execute("DROP ROLE IF EXISTS site")
        connection.execute("CREATE ROLE site LOGIN PASSWORD 'a password'")
    _fresh(oldest, "owned")
    ask(oldest, "ALTER DATABASE owned OWNER TO site")
    owned = Database({**oldest.parameters, "dbname": "owned", "user": "site", "password": "a password"})
    again = tmp_path / "again.tar"
    for words in (("restore", old_library[1]), ("backup", again), ("restore", again, "--replace")):
        done = manage(owned, *words)
        assert done.returncode == 0, done.stderr
    assert checksums(owned, without=MEANT_TO_DIFFER) == checksums(old_library[0], without=MEANT_TO_DIFFER)
    with oldest.connect() as connection:
        connection.autocommit = True
        connection.execute("DROP DATABASE owned WITH (FORCE)")
        connection.execute("DROP ROLE site")
