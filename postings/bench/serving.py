"""The site under gunicorn as production has it, on a free port, on the database that is measured."""

import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from django.conf import settings
from django.db import connection
from psycopg.conninfo import make_conninfo

PATIENCE = 60  # seconds until it must answer
HOST = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Site:
    port: int
    process: "subprocess.Popen[str]"
    started: float  # by the clock of `time.perf_counter`

    def seconds_since_start(self) -> float:
        return time.perf_counter() - self.started

    def memory_mb(self) -> list[float]:
        """Return what each worker holds for itself and its share of what they have in common."""
        return [_proportional_mb(worker) for worker in _children(self.process.pid)]


@contextmanager
def served(workers: int) -> Iterator[Site]:
    environment = _surroundings(workers, port := _free_port())
    _manage(environment, "collectstatic", "--noinput", "--verbosity=0")
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "gunicorn"],
        cwd=settings.BASE_DIR,
        env=environment,
        stdout=subprocess.DEVNULL,  # a line a request
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        _wait(port, process)
        yield Site(port, process, started)
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _surroundings(workers: int, port: int) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ}
    return kept | {
        "JOBSITE_ENV": "production",
        "JOBSITE_SECRET_KEY": secrets.token_urlsafe(60),
        "JOBSITE_ALLOWED_HOSTS": HOST,
        "JOBSITE_HTTPS": "0",
        "JOBSITE_PUBLIC": "1",
        "JOBSITE_BIND": f"{HOST}:{port}",
        "WEB_CONCURRENCY": str(workers),
        "DATABASE_URL": _database_url(),
    }


def _database_url() -> str:
    """Return the database of this process in words that libpq and `jobsite.settings` understand."""
    known = connection.settings_dict
    named = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    return make_conninfo(**{name: known[key] for name, key in named.items() if known[key]})


def _free_port() -> int:
    with socket.socket() as free:
        free.bind((HOST, 0))
        return int(free.getsockname()[1])


def _manage(environment: dict[str, str], *words: str) -> None:
    subprocess.run([sys.executable, "manage.py", *words], cwd=settings.BASE_DIR, env=environment, check=True)


def _wait(port: int, process: "subprocess.Popen[str]") -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            with closing(HTTPConnection(HOST, port, timeout=5)) as alive:
                alive.request("GET", "/healthz")
                if alive.getresponse().status == 200:
                    return
        except OSError:
            time.sleep(0.02)
    raise RuntimeError("gunicorn has not begun to answer. Start it by hand to see why: python -m gunicorn")


def _children(process: int) -> list[int]:
    """Return the processes that this one has started; none where the system does not tell."""
    listed = Path(f"/proc/{process}/task/{process}/children")
    return [int(child) for child in listed.read_text().split()] if listed.exists() else []


def _proportional_mb(process: int) -> float:
    for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0
