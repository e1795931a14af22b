"""The verbs that check or maintain the project, run inside the environment."""

import os
import subprocess
import sys
from pathlib import Path

from jobsite.launch.say import Fault, bold, note
from jobsite.local import PROJECT

DJADE = str(Path(sys.executable).with_name("djade"))  # a program alone, without a Python module


def run_tests(options: list[str], *, browser: str) -> int:
    """Run pytest, a worker a core unless the caller chose; `--soak` is an option of our conftest."""
    chosen = any(option.startswith(("-n", "--numprocesses", "--pdb")) for option in options)
    parallel = [] if chosen else ["-n", str(os.cpu_count() or 1), "--dist", "worksteal"]
    surroundings = {**os.environ, "JOBSITE_ENV": "development", "JOBSITE_CHROMIUM": browser}
    pytest = [sys.executable, "-m", "pytest", *parallel, *options]
    return subprocess.call(pytest, cwd=PROJECT, env=surroundings)


def run_lint(*, fix: bool) -> int:
    """Run every linter, so that one go shows all there is to mend."""
    templates = sorted(str(path.relative_to(PROJECT)) for path in (PROJECT / "templates").rglob("*.html"))
    module = [sys.executable, "-m"]
    passes = {
        "ruff check": [*module, "ruff", "check", *(["--fix"] if fix else [])],
        "ruff format": [*module, "ruff", "format", *([] if fix else ["--check"])],
        "djade": [DJADE, "--target-version", "5.2", *([] if fix else ["--check"]), *templates],
        "mypy": [*module, "mypy"],
    }
    surroundings = {**os.environ, "JOBSITE_ENV": "development"}
    faults = []
    for name, command in passes.items():
        note(bold(name))
        if subprocess.call(command, cwd=PROJECT, env=surroundings):
            faults.append(name)
    note(f"To mend: {', '.join(faults)}" if faults else "Nothing to mend")
    return 1 if faults else 0


def run_scoring(options: list[str]) -> int:
    """Read tests/samples and print how many facts are right; the scorer has its own options."""
    return subprocess.call([sys.executable, "-m", "tests.scoring", *options], cwd=PROJECT)


def run_manage(arguments: list[str]) -> int:
    return subprocess.call([sys.executable, "manage.py", *arguments], cwd=PROJECT)


def write_constraints() -> int:
    """Write down the versions that are installed now: what every other machine will get."""
    freeze = [sys.executable, "-m", "pip", "freeze", "--exclude", "pip", "--exclude", "setuptools"]
    listed = subprocess.run(freeze, capture_output=True, text=True, check=True).stdout
    if local := [line for line in listed.splitlines() if " @ " in line]:
        raise Fault(f"{local[0]} is a file of this machine. Install it from the index, then lock again.")
    header = (
        "# Versions that are known to work together.\n"
        "# To renew: upgrade in .venv, run the tests, then: python3 run.py lock\n"
    )
    (PROJECT / "constraints.txt").write_text(header + listed)
    return 0
