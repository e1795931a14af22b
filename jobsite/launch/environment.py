"""The private environment in `.venv`: made, brought up to date, and entered.

In: a checkout and the extras that a verb needs. Out: the environment's Python, with everything in
pyproject.toml installed at the versions of constraints.txt. Standard library only.
"""

import fcntl
import hashlib
import os
import subprocess
import sys
import tomllib
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from jobsite.launch.say import Fault, Progress, step

OFFLINE_SIGNS = (
    "No matching distribution found",
    "ResolutionImpossible",  # what pip says of a version in constraints.txt that no index offers
    "ConnectionError",
    "NewConnectionError",
    "ProxyError",
    "ReadTimeoutError",
    "Temporary failure in name resolution",
)


def prepared_python(project: Path, extras: tuple[str, ...]) -> Path:
    """Return the environment's Python, after making or renewing the environment if it needs that."""
    folder = project / ".venv"
    python = folder / "bin" / "python"
    if _is_current(folder, project, extras):
        return python
    with _one_at_a_time(project):
        if _is_current(folder, project, extras):  # somebody else has just done it
            return python
        if not _runs(python):
            with step("Making a private Python environment in .venv"):
                _make(folder)
        with step(f"Installing packages for {' and '.join(extras)}") as progress:
            _install(python, project, extras, progress)
        for extra in extras:
            (folder / f"installed-{extra}").write_text(_fingerprint(project))
    return python


def requirements(project: Path, extras: tuple[str, ...]) -> list[str]:
    """Return what pyproject.toml asks for: the site's own packages, then those of the extras."""
    table = tomllib.loads((project / "pyproject.toml").read_text())["project"]
    wanted = [*table["dependencies"]]
    for extra in extras:
        wanted += table["optional-dependencies"][extra]
    return wanted


def _is_current(folder: Path, project: Path, extras: tuple[str, ...]) -> bool:
    fingerprint = _fingerprint(project)
    marks = [folder / f"installed-{extra}" for extra in extras]
    return all(mark.exists() and mark.read_text() == fingerprint for mark in marks)


def _fingerprint(project: Path) -> str:
    parts = [(project / name).read_bytes() for name in ("pyproject.toml", "constraints.txt")]
    return hashlib.sha256(b"\0".join([*parts, sys.version.encode()])).hexdigest()


def _runs(python: Path) -> bool:
    """Is there an environment of this very Python version? An upgraded system leaves dead ones behind."""
    ask = "import sys; print(sys.version)"
    try:
        answer = subprocess.run([python, "-c", ask], capture_output=True, text=True, timeout=30)
    except OSError:
        return False
    return answer.stdout.strip() == sys.version


def _make(folder: Path) -> None:
    """Make the environment; where Debian's python3-venv is missing there is no ensurepip, so no pip in it."""
    with_pip = find_spec("ensurepip") is not None
    try:
        venv.create(folder, with_pip=with_pip, clear=True)
    except subprocess.CalledProcessError:
        venv.create(folder, with_pip=False, clear=True)


def _install(python: Path, project: Path, extras: tuple[str, ...], progress: Progress) -> None:
    command = [*_pip(python), "install", "--disable-pip-version-check", "--progress-bar=off", "--no-color"]
    command += ["--constraint", str(project / "constraints.txt"), *requirements(project, extras)]
    log = project / ".local" / "install.log"
    found = 0
    with (
        log.open("w") as kept,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as pip,
    ):
        assert pip.stdout is not None  # noqa: S101 - for the type checker: a pipe was asked for
        for line in pip.stdout:
            kept.write(line)
            if line.startswith("Collecting "):
                found += 1
                progress(f"{found} found, {line.split()[1]}")
            elif line.startswith("Installing collected packages"):
                progress(f"unpacking {line.count(',') + 1}")
    if pip.returncode:
        raise Fault(_install_fault(log))


def _pip(python: Path) -> list[str]:
    """Return the environment's own pip, or the caller's pip pointed at the environment."""
    if (python.parent / "pip").exists():
        return [str(python), "-m", "pip"]
    if subprocess.run([sys.executable, "-m", "pip", "--version"], capture_output=True).returncode:
        raise Fault("This Python has no pip. Install it (Debian: apt install python3-venv) and run again.")
    return [sys.executable, "-m", "pip", "--python", str(python)]


def _install_fault(log: Path) -> str:
    text = log.read_text()
    if any(sign in text for sign in OFFLINE_SIGNS):
        return (
            "The packages could not be fetched. Check the network (behind a proxy set HTTPS_PROXY, with a "
            f"mirror PIP_INDEX_URL) and run again; pip's own words are in {log}"
        )
    errors = [line for line in text.splitlines() if line.startswith("ERROR")]
    return f"pip could not install the packages: {errors[-1] if errors else 'see'} ({log})"


@contextmanager
def _one_at_a_time(project: Path) -> Iterator[None]:
    """Two set-ups at once wait for each other; the kernel drops the lock of one that is killed."""
    local = project / ".local"
    try:
        local.mkdir(mode=0o700, exist_ok=True)
        lock = (local / "setup.lock").open("w")
    except OSError as fault:
        raise Fault(
            f"{fault.filename}: {fault.strerror}. Jobsite keeps its environment and data inside its "
            "checkout: copy the checkout to a place you can write to and run it there."
        ) from None
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def inside(python: Path) -> bool:
    """Is this process already the environment's Python?"""
    return Path(sys.prefix) == python.parent.parent


def enter(python: Path, arguments: list[str], project: Path) -> None:
    """Become `run.py` inside the environment; does not come back."""
    os.execv(  # noqa: S606 - no shell is wanted
        python, [str(python), str(project / "run.py"), *arguments]
    )
