"""One PostgreSQL server: found, judged, launched, ended.

In: a place with initialised data. Out: a server that answers on its socket, or no server.
Refused: data of another major version of PostgreSQL, and a start that fails, with the last lines of its log.

The process table says which server runs. Pid files do not: they can be stale, cut short, or name a process
that got a dead server's pid and has nothing to do with it. psutil reads that table; it comes with the wheel,
and is imported late, since production has neither and imports this.
"""

from __future__ import annotations

import re
import shlex
import signal
import socket
import subprocess
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal

from jobsite.devdb import programs
from jobsite.devdb.place import DevDBError, Place

if TYPE_CHECKING:
    import psutil

PATIENCE = 60  # seconds: crash recovery, or children of a killed server that still hold its shared memory
# What passes by itself: the rest of a killed server, or a server that another process is just starting.
PASSING = re.compile(r"shared memory block .* still in use|lock file .* already exists")


def find(place: Place) -> psutil.Process | None:
    programs.wheel()  # says what to install where psutil is missing
    import psutil

    owner, parents = place.account().uid, dict[psutil.Process, int]()
    for process in psutil.process_iter(["cmdline"]):
        line = process.info["cmdline"] or [""]
        if Path(line[0]).name == "postgres" and line[1:3] == ["-D", str(place.data)]:
            with suppress(psutil.Error):
                if process.uids().real == owner:
                    parents[process] = process.ppid()
    # A child that was forked this instant still looks like its parent.
    pids = {process.pid for process in parents}
    return next((process for process, parent in parents.items() if parent not in pids), None)


def condition(place: Place, server: psutil.Process) -> Literal["starting", "ready", "lost"]:
    """Lost: alive, but its pid file or socket was damaged or removed. It would end itself within a minute."""
    try:
        lines = (place.data / "postmaster.pid").read_text(errors="replace").splitlines()
    except FileNotFoundError:
        lines = []
    if lines[:1] != [str(server.pid)]:
        return "lost"
    if [status.strip() for status in lines[7:8]] != ["ready"]:
        return "starting"
    with socket.socket(socket.AF_UNIX) as line, suppress(OSError):
        line.connect(str(place.socket))
        return "ready"
    return "lost"


def bring_up(place: Place, settings: Mapping[str, str]) -> None:
    deadline = time.monotonic() + PATIENCE
    complaint = "it is still starting"
    while time.monotonic() < deadline:
        server = find(place)
        if server is None:
            complaint = _launch(place, settings)
            if complaint and not PASSING.search(complaint):
                break
        elif (state := condition(place, server)) == "ready":
            return
        elif state == "lost":
            end(place)
        time.sleep(0.02)
    reason = programs.last_lines(complaint)
    raise DevDBError(f"PostgreSQL did not start: {reason} (the whole log: {place.base / 'log'})")


def end(place: Place) -> None:
    """End our server, if there is one."""
    server = find(place)
    if server is None:
        return
    import psutil

    # "fast" closes the sessions; "immediate" loses no committed data either; kill -9 for one that hangs.
    for demand, seconds in ((signal.SIGINT, 20), (signal.SIGQUIT, 5), (signal.SIGKILL, 5)):
        with suppress(psutil.NoSuchProcess):
            server.send_signal(demand)  # psutil knows a recycled pid by its start time
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if _has_ended(server):
                return
            time.sleep(0.01)
    raise DevDBError(f"the PostgreSQL server (process {server.pid}) does not end: end it by hand")


def _has_ended(server: psutil.Process) -> bool:
    import psutil

    try:
        # In a container whose first process collects no children an ended server stays a zombie for ever.
        return not server.is_running() or server.status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def _launch(place: Place, settings: Mapping[str, str]) -> str:
    """Start the server. Returns its complaint, empty when it runs."""
    _refuse_other_major_version(place)
    # No server of ours is alive, whatever these say: their pid may be an unrelated process's by now.
    for stale in (place.data / "postmaster.pid", place.socket.with_name(f"{place.socket.name}.lock")):
        stale.unlink(missing_ok=True)
    programs.remove_outdated(place)
    private = {"listen_addresses": "", "unix_socket_permissions": "0700"}
    private["unix_socket_directories"] = str(place.socket_dir)
    options = [f"-c {shlex.quote(f'{key}={value}')}" for key, value in {**settings, **private}.items()]
    command: list[str | Path] = [programs.path(place, "pg_ctl"), "start", "-s", "-w", "-t", str(PATIENCE)]
    command += ["-D", place.data, "-o", " ".join(options)]
    with (place.base / "log").open("a+b") as log:  # a file: the server would keep a pipe open for ever
        begin = log.tell()
        status = _exit_status(command, log, place)
        log.seek(begin)
        return log.read().decode(errors="replace") if status else ""


def _exit_status(command: list[str | Path], log: BinaryIO, place: Place) -> int:
    starter = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=log,
        start_new_session=True,  # Ctrl-C is for us: we wait, then end what was started
        **place.surroundings(),
    )
    try:
        return starter.wait()
    finally:  # interrupted, wait all the same: there may be a server on its way that cannot be found yet
        starter.wait()


def _refuse_other_major_version(place: Place) -> None:
    with suppress(FileNotFoundError):  # without the file the server itself says what is wrong
        made_by = (place.data / "PG_VERSION").read_text().strip()
        ours = programs.run(place, "postgres", "--version").stdout.split()[-1]
        if made_by != ours.split(".")[0]:
            raise DevDBError(
                f"{place.data} was made by PostgreSQL {made_by}, installed is {ours}: "
                "remove that directory (its data goes too), or set DATABASE_URL"
            )
