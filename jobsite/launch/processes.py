"""Child processes in sessions of their own, so that they can be stopped whole and in order."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import psutil

SECONDS_TO_STOP = 20.0  # gunicorn finishes what it has begun; a worker gives its document back


def spawn(command: list[str], *, project: Path, **surroundings: str) -> subprocess.Popen[bytes]:
    """Start a child that a Ctrl-C at the terminal does not reach: it is stopped by us, in order."""
    return subprocess.Popen(
        [sys.executable, *command],
        cwd=project,
        env={**os.environ, **surroundings},
        stdin=subprocess.DEVNULL,
        start_new_session=True,
    )


def stop_sessions(leaders: Iterable[int]) -> None:
    """Ask every process of these sessions to stop; end by force what has not stopped in time."""
    sessions = list(leaders)
    _signal(sessions, signal.SIGTERM)
    deadline = time.monotonic() + SECONDS_TO_STOP
    while any(map(_lives, sessions)) and time.monotonic() < deadline:
        time.sleep(0.05)
    _signal(sessions, signal.SIGKILL)


def _signal(sessions: list[int], number: signal.Signals) -> None:
    for leader in sessions:
        try:
            os.killpg(leader, number)
        except (ProcessLookupError, PermissionError):  # macOS says "not permitted" of a group of zombies
            continue


def _lives(leader: int) -> bool:
    """Is anything of the session left? Our own children are reaped on the way.

    What has ended and is collected by nobody, as in containers without an init, does not count.
    """
    with contextlib.suppress(ChildProcessError):
        os.waitpid(leader, os.WNOHANG)
    return any(_is_alive(pid) for pid in psutil.pids() if _session(pid) == leader)


def _session(pid: int) -> int:
    try:
        return os.getsid(pid)
    except (ProcessLookupError, PermissionError):
        return 0


def _is_alive(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False
