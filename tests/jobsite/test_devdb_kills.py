"""Whatever is killed, damaged or interrupted, the next start gives a live server."""

import shutil
import signal
import subprocess
import time
from contextlib import suppress

import psutil
import pytest

from tests.jobsite.devdb_project import (
    ENDED,
    QUIET,
    Holder,
    Project,
    as_ordinary_user,
    is_alive,
    killed,
    needs_wheel,
    pid_file,
    servers,
)
from tests.waiting import wait_for

pytestmark = needs_wheel


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


def launch_held(project: Project) -> tuple[Holder, psutil.Process]:
    """A holder that waits for a stopped pg_ctl. One that had ended before it could be stopped is let go."""

    def launching() -> psutil.Process | None:
        running = ((process, process.info["cmdline"] or [""]) for process in psutil.process_iter(["cmdline"]))
        found = (
            process for process, line in running if line[0].endswith("/pg_ctl") and str(project.data) in line
        )
        return next(found, None)

    def settled(launch: psutil.Process) -> str:
        try:
            status = launch.status()
        except psutil.NoSuchProcess:
            return psutil.STATUS_DEAD
        return status if status in {psutil.STATUS_STOPPED, *ENDED} else ""

    for _ in range(20):
        holder = project.holder()
        holder.tell("start")
        launch = wait_for(lambda holder=holder: launching() or holder.has_answered(), "pg_ctl is under way")
        if isinstance(launch, psutil.Process):
            with suppress(psutil.NoSuchProcess):
                launch.suspend()
            if wait_for(lambda launch=launch: settled(launch), "pg_ctl is stopped or over") not in ENDED:
                return holder, launch
        assert holder.answer()
        assert holder.leave() == QUIET
    pytest.fail("twenty times pg_ctl was over before it could be stopped")


def test_sigterm_during_a_launch_waits_for_it_and_ends_the_server(project: Project) -> None:
    """A killed pg_ctl could leave a server that nobody can find yet."""
    holder, launch = launch_held(project)
    holder.process.send_signal(signal.SIGTERM)
    with pytest.raises(subprocess.TimeoutExpired):
        holder.process.wait(0.5)
    launch.resume()
    assert (holder.process.wait(60), holder.said(), servers(project.data)) == (143, "", [])
