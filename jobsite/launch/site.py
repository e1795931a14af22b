"""The whole site from one terminal: database, migrations, demo library, web server and import worker."""

import argparse
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.client import HTTPException
from types import FrameType
from urllib.request import urlopen

from django.conf import settings

from jobsite.devdb import DevDB
from jobsite.faults import one_line
from jobsite.launch.household import Household
from jobsite.launch.say import Fault, bold, note, step
from jobsite.local import LOCAL, PROJECT, kept_secret

SECONDS_FOR_A_PORT = 3.0  # a site that was killed a moment ago lets go of its port within this
SECONDS_TO_ANSWER = 30.0
SECONDS_BETWEEN_LOOKS = 1.0


def start_site(options: list[str]) -> int:
    """Start everything, say where it is, keep it running, and stop all of it on Ctrl-C or SIGTERM."""
    chosen = _parsed(options)
    os.environ |= {"JOBSITE_ENV": "development", "DJANGO_SETTINGS_MODULE": "jobsite.settings"}
    if chosen.debug:
        os.environ["JOBSITE_DEBUG"] = "1"
    signal.signal(signal.SIGTERM, _interrupt)
    with _faults_in_one_line(), ExitStack() as running:
        _require_port(chosen.port)
        database = _started_database(running)
        _prepare_library()
        children = _started_children(chosen, running)
        _wait_for_answer(chosen.port, children)
        _say_where(chosen.port)
        try:
            _watch(children, database)
        except KeyboardInterrupt:
            note("\n  Stopping …")
    return 0


def _parsed(options: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run.py", description="Start the site.")
    parser.add_argument("--port", type=int, default=8000, help="where to listen (8000)")
    parser.add_argument(
        "--debug", action="store_true", help="reload edited code, show tracebacks in the browser"
    )
    return parser.parse_args(options)


def _interrupt(signal_number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


@contextmanager
def _faults_in_one_line() -> Iterator[None]:
    try:
        yield
    except Exception as fault:
        if sentence := one_line(fault):
            raise Fault(sentence) from fault
        raise


def _require_port(port: int) -> None:
    deadline = time.monotonic() + SECONDS_FOR_A_PORT
    while True:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except (OSError, OverflowError) as fault:
                if time.monotonic() > deadline:
                    raise Fault(
                        f"Port {port} cannot be used: {getattr(fault, 'strerror', None) or fault}. "
                        "Stop what listens there or choose another, for example: "
                        f"python3 run.py --port {port % 60000 + 1}"
                    ) from None
            else:
                return
        time.sleep(0.1)


def _started_database(running: ExitStack) -> DevDB | None:
    if not settings.EMBEDDED_DATABASE:
        return None
    database = DevDB(settings.BASE_DIR)
    with step("Starting PostgreSQL"):
        database.start()
    running.callback(database.stop)
    return database


def _prepare_library() -> None:
    """Migrate, make the administrator and load the demo library, whatever of it is not done yet."""
    with (
        step("Preparing the library") as progress,
        subprocess.Popen(
            [sys.executable, "manage.py", "prepare"],
            cwd=PROJECT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as preparing,
    ):
        assert preparing.stdout is not None  # noqa: S101 - for the type checker: pipes were asked for
        assert preparing.stderr is not None  # noqa: S101
        for line in preparing.stdout:
            progress(line.strip())
        complaint = preparing.stderr.read().strip()
    if preparing.returncode:
        raise Fault(complaint or f"manage.py prepare ended with {preparing.returncode}")


def _started_children(chosen: argparse.Namespace, running: ExitStack) -> Household:
    web = ["-m", "gunicorn", *(["--reload"] if chosen.debug else [])]
    household = Household(
        {"web": web, "worker": ["manage.py", "work"]},
        {"JOBSITE_BIND": f"127.0.0.1:{chosen.port}"},
    )
    running.callback(household.stop)
    household.start_all()
    return household


def _wait_for_answer(port: int, household: Household) -> None:
    deadline = time.monotonic() + SECONDS_TO_ANSWER
    with step("Starting the web server and the import worker"):
        while time.monotonic() < deadline and not household.dead():
            try:
                with urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5):
                    return
            except (OSError, HTTPException):
                time.sleep(0.05)
        raise Fault("The web server or the import worker did not start; its own words are above.")


def _say_where(port: int) -> None:
    password = kept_secret("admin-password", entropy=12)
    note(
        f"\n  {bold(f'http://127.0.0.1:{port}/')}\n"
        f"  Sign in as admin, password {bold(password)}  (kept in {LOCAL.name}/admin-password)\n"
        "  Ctrl-C stops everything.\n"
    )


def _watch(household: Household, database: DevDB | None) -> None:
    """Put back whatever dies, until this process is told to stop."""
    while True:
        time.sleep(SECONDS_BETWEEN_LOOKS)
        if database and not database.running():
            note("  PostgreSQL has died; starting it again.")
            database.start()
        for name in household.dead():
            note(f"  The {name} process has died; starting it again.")
            household.start(name)
