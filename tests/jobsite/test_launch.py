"""`run.py` as its user meets it: real processes, in checkouts of their own, ended in every way."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from jobsite.launch.verbs import VERBS
from tests.jobsite.checkout import (
    Site,
    alive,
    copy_checkout,
    free_port,
    processes,
    remove,
    run,
    started,
)
from tests.production import NOBODY_LISTENS, PROJECT, surroundings
from tests.waiting import wait_for

BARE_PYTHON = str(Path(sys.base_prefix, "bin", "python3"))
IS_ROOT = os.geteuid() == 0


@pytest.fixture(scope="module")
def checkout() -> Iterator[Path]:
    """A checkout that was started once: its database is made, its library is prepared."""
    folder = copy_checkout(Path(tempfile.mkdtemp(prefix="jobsite-launch-")) / "site", installed=True)
    yield folder
    remove(folder)
    folder.parent.rmdir()


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    return copy_checkout(tmp_path / "site", installed=False)


# --- Before anything runs -----------------------------------------------------------------------------


def test_help_lists_every_verb_and_needs_nothing_installed() -> None:
    done = subprocess.run(
        [BARE_PYTHON, "-S", "-E", "run.py", "help"], cwd=PROJECT, capture_output=True, text=True, env={}
    )
    listed = [line.split()[0] for line in done.stdout.splitlines() if line.startswith("  ")]
    assert (done.returncode, done.stderr, listed) == (0, "", [*VERBS, "help"])


def test_an_unknown_verb_is_told_the_known_ones() -> None:
    line = "run.py has no verb “fly”. It knows: start, test, lint, score, manage, lock."
    assert run(PROJECT, "fly") == (2, "", [line])


def old_python(version: str) -> str:
    """Return a Python of that version which runs; a pyenv shim may be there and not run."""
    homes = sorted(Path.home().glob(f".pyenv/versions/{version}.*/bin/python"))
    for path in (*map(str, homes), shutil.which(f"python{version}")):
        if path and subprocess.run([path, "-c", ""], capture_output=True).returncode == 0:
            return path
    pytest.skip(f"this machine has no Python {version}")


@pytest.mark.parametrize("version", ["3.6", "3.8", "3.10"])
@pytest.mark.parametrize(
    ("program", "sentence"),
    [
        (
            "run.py",
            "Jobsite needs Python 3.11 or newer and this is {}. Install a newer one, "
            "then start it by name, for example: python3.12 run.py",
        ),
        ("manage.py", "Jobsite needs Python 3.11 or newer and this is {}."),
    ],
)
def test_a_python_that_is_too_old_gets_a_sentence(version: str, program: str, sentence: str) -> None:
    done = subprocess.run([old_python(version), program], cwd=PROJECT, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"{sentence.format(version)}\n")


def test_manage_without_the_packages_says_how_to_get_them() -> None:
    done = subprocess.run(
        [BARE_PYTHON, "-S", "-E", "manage.py", "check"], cwd=PROJECT, capture_output=True, text=True, env={}
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.endswith("is not installed here. Run: python3 run.py manage check\n")
    assert done.stderr.count("\n") == 1


# --- Surroundings that do not fit ---------------------------------------------------------------------


def test_without_a_network_the_first_start_says_what_to_check(bare: Path) -> None:
    offline = {
        "PIP_INDEX_URL": "http://127.0.0.1:1/simple",
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_NO_CACHE_DIR": "1",
        "PIP_FIND_LINKS": "",
        "PIP_RETRIES": "0",
    }
    code, said, (line,) = run(bare, **offline)
    assert (code, said.splitlines()[-1]) == (1, "  Installing packages for demo … failed")
    assert line == (
        "The packages could not be fetched. Check the network (behind a proxy set HTTPS_PROXY, with a "
        f"mirror PIP_INDEX_URL) and run again; pip's own words are in {bare / '.local/install.log'}"
    )
    assert list(bare.glob(".venv/installed-*")) == []


def make_unwritable(folder: Path) -> None:
    """Nobody may write here any more; root, who may, finds its .local in a place of the kernel's."""
    if IS_ROOT:
        (folder / ".local").symlink_to("/sys/kernel")
    else:
        folder.chmod(0o555)


@pytest.fixture
def unwritable(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    folder = copy_checkout(tmp_path / "site", installed=request.param)
    make_unwritable(folder)
    yield folder
    folder.chmod(0o755)


@pytest.mark.skipif(IS_ROOT and sys.platform != "linux", reason="root can write anywhere here")
@pytest.mark.parametrize(
    ("unwritable", "advice"),
    [
        (
            False,
            "Jobsite keeps its environment and data inside its checkout: copy the checkout to a place "
            "you can write to and run it there.",
        ),
        (True, "Jobsite needs to write there."),
    ],
    indirect=["unwritable"],
    ids=["first start", "later start"],
)
def test_a_checkout_that_cannot_be_written_is_named(unwritable: Path, advice: str) -> None:
    code, said, (line,) = run(unwritable, "start", "--port", str(free_port()))
    assert (code, said) == (1, "")
    assert (line.startswith(f"{unwritable}/.local"), line.endswith(f": Permission denied. {advice}")) == (
        True,
        True,
    ), line


def test_an_occupied_port_is_named_with_another_to_try(checkout: Path) -> None:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]
        answer = run(checkout, "start", "--port", str(port), DATABASE_URL=NOBODY_LISTENS)
    line = (
        f"Port {port} cannot be used: Address already in use. Stop what listens there or choose "
        f"another, for example: python3 run.py --port {port % 60000 + 1}"
    )
    assert answer == (1, "", [line])


def test_a_database_that_cannot_be_reached_is_one_line(checkout: Path) -> None:
    code, _, (line,) = run(checkout, "start", "--port", str(free_port()), DATABASE_URL=NOBODY_LISTENS)
    assert (code, line.startswith("The database does not answer: ")) == (1, True)
    assert line.endswith("Check DATABASE_URL, and that the server runs and lets this machine in.")


def test_a_wrong_variable_is_one_line(checkout: Path) -> None:
    code, said, (line,) = run(checkout, "--port", str(free_port()), JOBSITE_LOG_LEVEL="loud")
    assert (code, said, 'Environment variable "JOBSITE_LOG_LEVEL" invalid' in line) == (1, "", True)


# --- A running site and its end -----------------------------------------------------------------------


def test_a_site_answers_and_leaves_nothing_running_when_it_is_told_to_stop(checkout: Path) -> None:
    with started(checkout, free_port()) as site:
        site.wait_until_up()
        answers = {path: site.status(path) for path in ("/", "/sign-in/", "/readyz", "/nowhere/")}
        password = (checkout / ".local/admin-password").read_text()
        assert f"http://127.0.0.1:{site.port}/" in site.said()
        assert password in site.said()
        site.process.terminate()
        assert site.process.wait(40) == 0
    assert answers == {"/": 200, "/sign-in/": 200, "/readyz": 200, "/nowhere/": 404}
    assert (processes(checkout), site.said().splitlines()[-1]) == ([], "  Stopping …")


def test_a_site_that_is_stopped_while_it_starts_leaves_nothing_running(checkout: Path) -> None:
    with started(checkout, free_port()) as site:
        wait_for(lambda: "Starting PostgreSQL …" in site.said(), "PostgreSQL is up")
        site.process.terminate()
        assert site.process.wait(40) == 130
    wait_for(lambda: processes(checkout) == [], "all have ended", 10)
    assert "Traceback" not in site.said()


def test_a_site_that_is_killed_is_tidied_up_and_can_be_started_again_at_once(checkout: Path) -> None:
    port = free_port()
    with started(checkout, port) as site:
        site.wait_until_up()
        old = [process for process in processes(checkout) if process.name() != "postgres"]
        site.process.kill()
    with started(checkout, port) as site:
        site.wait_until_up()
        assert site.status("/") == 200
        # The database may be the same one: the second start came before its last user was gone.
        wait_for(lambda: not any(map(alive, old)), "the children of the killed one have ended")
        site.process.kill()
    wait_for(lambda: processes(checkout) == [], "the caretaker has ended everything", 40)


def test_whatever_dies_is_put_back(checkout: Path) -> None:
    with started(checkout, free_port()) as site:
        site.wait_until_up()
        postmaster = site.postmaster()
        assert postmaster
        postmaster.kill()
        # Its orphans go on answering for a moment, so an answer alone proves nothing.
        wait_for(lambda: site.postmaster() not in {None, postmaster}, "there is another")
        wait_for(lambda: site.status("/readyz") == 200, "PostgreSQL is back")
        for word in ("gunicorn", "work"):
            killed = site.child(word)
            killed.kill()
            new = wait_for(lambda w=word, k=killed: _another(site, w, k), f"{word} is back")
            assert new.pid != killed.pid
        wait_for(lambda: site.status("/") == 200, "it answers again")
        site.process.send_signal(signal.SIGINT)  # what Ctrl-C sends
        assert site.process.wait(40) == 0
    assert processes(checkout) == []
    assert [line.strip() for line in site.said().splitlines() if "died" in line] == [
        "PostgreSQL has died; starting it again.",
        "The web process has died; starting it again.",
        "The worker process has died; starting it again.",
    ]


def has_ended(process: subprocess.Popen[bytes]) -> bool:
    return not psutil.pid_exists(process.pid)


def _another(site: Site, word: str, killed: psutil.Process) -> psutil.Process | None:
    for child in psutil.Process(site.process.pid).children():
        if child.pid != killed.pid and child.status() != psutil.STATUS_ZOMBIE and word in child.cmdline():
            return child
    return None


def test_the_caretaker_ends_what_it_was_told_of_when_its_input_ends(checkout: Path) -> None:
    """Without `done` the other end was killed; with it, the children are somebody else's business."""
    sleeper = subprocess.Popen(["sleep", "300"], start_new_session=True)
    reaper = threading.Thread(target=sleeper.wait)  # an ended child that nobody collects looks alive
    reaper.start()
    try:
        for last, ended in (("done\n", False), ("", True)):
            done = subprocess.run(
                [sys.executable, "-m", "jobsite.launch.caretaker"],
                input=f"{sleeper.pid}\n{last}",
                cwd=checkout,
                env=surroundings(
                    {
                        "DJANGO_SETTINGS_MODULE": "jobsite.settings",
                        "JOBSITE_ENV": "development",
                        "DATABASE_URL": NOBODY_LISTENS,
                    }
                ),
                text=True,
                capture_output=True,
                timeout=40,
            )
            assert (done.returncode, done.stderr, has_ended(sleeper)) == (0, "", ended)
    finally:
        sleeper.kill()
        reaper.join()
