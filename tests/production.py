"""Programs of the site in surroundings that a test chose completely: nothing of the caller's leaks in."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

PROJECT = Path(__file__).parents[1]
NOBODY_LISTENS = "postgresql://jobsite@127.0.0.1:1/jobsite"  # port 1 is refused at once

PRODUCTION = {
    "JOBSITE_ENV": "production",
    "JOBSITE_SECRET_KEY": "of-these-tests-and-of-no-site-" + "0123456789abcdefghij" * 2,
    "JOBSITE_ALLOWED_HOSTS": "jobsite.example",
    "DATABASE_URL": NOBODY_LISTENS,
}


def surroundings(chosen: Mapping[str, str]) -> dict[str, str]:
    """Return an environment of `chosen`, and of what any program needs to run here at all."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR", "LANG") if name in os.environ}
    return {**kept, "PYTHONDONTWRITEBYTECODE": "1", **chosen}


def run_python(
    *arguments: str, chosen: Mapping[str, str], folder: Path = PROJECT, seconds: float = 60
) -> subprocess.CompletedProcess[str]:
    """Run this Python with `arguments` in `folder`, to its end."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=surroundings(chosen),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=seconds,
    )
