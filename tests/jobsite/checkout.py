"""A checkout of one's own: the files of this one, its packages by link, a database and processes apart."""

import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import psutil
import pytest

from jobsite.devdb import DevDB
from jobsite.launch import environment
from tests.production import PROJECT, surroundings
from tests.waiting import wait_for

FILES = ("run.py", "manage.py", "gunicorn.conf.py", "pyproject.toml", "constraints.txt")
FOLDERS = ("jobsite", "postings", "templates", "static")
ONE_PROCESS = {"WEB_CONCURRENCY": "1", "PYTHONDONTWRITEBYTECODE": ""}


def copy_checkout(folder: Path, *, installed: bool) -> Path:
    """Return a copy of what the site consists of, with this environment's packages or with none."""
    folder.mkdir()
    for name in FILES:
        shutil.copy(PROJECT / name, folder)
    for name in FOLDERS:
        shutil.copytree(PROJECT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    if installed:
        (folder / ".venv").mkdir()
        for part in ("bin", "lib", "pyvenv.cfg"):
            (folder / ".venv" / part).symlink_to(Path(sys.prefix, part))
        (folder / ".venv/installed-demo").write_text(environment._fingerprint(folder))
    return folder


def run(checkout: Path, *arguments: str, **chosen: str) -> tuple[int, str, list[str]]:
    """Run `run.py` to its end: its exit code, what it said, and its complaint line by line."""
    done = subprocess.run(
        [sys.executable, "run.py", *arguments],
        cwd=checkout,
        env=surroundings({**ONE_PROCESS, **chosen}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
    )
    return done.returncode, done.stdout, done.stderr.splitlines()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def processes(checkout: Path) -> list[psutil.Process]:
    """Every process that works in the checkout or in the directory of its database."""
    homes, found = (checkout.resolve(), DevDB(checkout).base.resolve()), []
    for process in psutil.process_iter():
        with suppress(psutil.Error):
            cwd = Path(process.cwd())
            if any(cwd.is_relative_to(home) for home in homes) and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process)
    return found


def alive(process: psutil.Process) -> bool:
    with suppress(psutil.NoSuchProcess):
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    return False


def remove(checkout: Path) -> None:
    """End what is left of a checkout, and take it and its database away."""
    for process in processes(checkout):
        with suppress(psutil.Error):
            process.kill()
    for place in (DevDB(checkout).base, DevDB(checkout).socket_dir, checkout):
        shutil.rmtree(place, ignore_errors=True)


@dataclass
class Site:
    """A `run.py` that was started in a checkout."""

    checkout: Path
    port: int
    process: subprocess.Popen[bytes]

    def said(self) -> str:
        return (self.checkout / "said").read_text()

    def status(self, path: str) -> int:
        """Return the status of an answer, or 0 if there is none."""
        try:
            with urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=20) as answer:
                return int(answer.status)
        except HTTPError as fault:
            fault.close()
            return fault.code
        except OSError:
            return 0

    def child(self, word: str) -> psutil.Process:
        """Return the child that was started with `word` in its command."""
        for child in psutil.Process(self.process.pid).children():
            if word in child.cmdline():
                return child
        pytest.fail(f"no child with {word}")

    def postmaster(self) -> psutil.Process | None:
        found = {}
        for process in processes(self.checkout):
            with suppress(psutil.Error):
                if process.cmdline()[1:2] == ["-D"]:
                    found[process.pid] = process, process.ppid()
        return next((one for one, parent in found.values() if parent not in found), None)

    def wait_until_up(self) -> None:
        wait_for(
            lambda: "Ctrl-C stops everything" in self.said() or self.process.poll() is not None, "it is up"
        )
        assert self.process.poll() is None, self.said()


def _heed_interrupts() -> None:
    """A shell that starts the tests in the background has them ignore Ctrl-C, and so would their children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def started(checkout: Path, port: int) -> Iterator[Site]:
    """Start the site; its first words go to a file, so that nothing here has to be read meanwhile."""
    with (
        (checkout / "said").open("w") as said,
        subprocess.Popen(
            [sys.executable, "run.py", "start", "--port", str(port)],
            cwd=checkout,
            env=surroundings(ONE_PROCESS),
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            preexec_fn=_heed_interrupts,
        ) as process,
    ):
        try:
            yield Site(checkout, port, process)
        finally:
            process.kill()
