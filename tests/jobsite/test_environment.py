"""The private environment, on Pythons that lack something."""

import re
import subprocess
import sys
from pathlib import Path

from tests.production import PROJECT

WITHOUT_ENSUREPIP = """
import subprocess, sys
from pathlib import Path
sys.modules["ensurepip"] = None  # as in Debian without python3-venv
from jobsite.launch import environment
folder = Path(sys.argv[1])
environment._make(folder)
pip = environment._pip(folder / "bin" / "python")
print((folder / "bin" / "pip").exists(), pip[-2:] == ["--python", str(folder / "bin" / "python")])
print(subprocess.check_output([*pip, "list", "--disable-pip-version-check"], text=True).strip())
"""


def test_a_python_without_ensurepip_lends_its_own_pip(tmp_path: Path) -> None:
    """Silently: Debian's `venv` would print advice and exit."""
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_ENSUREPIP, tmp_path / "env"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "False True\n\n", "")


def test_constraints_name_versions_and_nothing_of_any_machine() -> None:
    lines = (PROJECT / "constraints.txt").read_text().splitlines()
    strange = [line for line in lines if not re.fullmatch(r"#.*|[\w.-]+==[\w.+-]+", line)]
    assert strange == []
