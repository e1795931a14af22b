"""Secrets of one checkout: made once, whole, for their owner only."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from jobsite.local import kept_secret
from tests.production import PROJECT, surroundings

ASK = "import sys; from pathlib import Path; from jobsite.local import kept_secret; sys.stdin.read(1); "
ASK += "print(kept_secret('key', entropy=48, folder=Path(sys.argv[1])))"


def test_a_secret_is_made_once_and_kept(tmp_path: Path) -> None:
    first, again = (kept_secret("key", entropy=48, folder=tmp_path / "new") for _ in range(2))
    assert (first, len(first), [one.name for one in (tmp_path / "new").iterdir()]) == (again, 64, ["key"])


def test_two_secrets_are_two(tmp_path: Path) -> None:
    assert kept_secret("one", entropy=12, folder=tmp_path) != kept_secret("two", entropy=12, folder=tmp_path)


def test_a_secret_that_somebody_wrote_is_taken_without_its_line_end(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("chosen by hand\n")
    assert kept_secret("key", entropy=48, folder=tmp_path) == "chosen by hand"


def test_only_the_owner_may_read_it(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        kept_secret("key", entropy=48, folder=tmp_path / "new")
    finally:
        os.umask(before)
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "new", tmp_path / "new/key")]
    assert modes == [0o700, 0o600]


def test_processes_that_ask_at_once_get_the_same(tmp_path: Path) -> None:
    asking = [
        subprocess.Popen(
            [sys.executable, "-S", "-c", ASK, str(tmp_path / "new")],
            cwd=PROJECT, env=surroundings({}), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )
        for _ in range(8)
    ]  # fmt: skip
    for process in asking:
        assert process.stdin
        process.stdin.write(".")
        process.stdin.flush()
    answers = {process.communicate()[0].strip() for process in asking}
    assert [process.returncode for process in asking] == [0] * 8
    assert answers == {(tmp_path / "new/key").read_text()}
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["key"]


def test_a_draft_that_a_killed_process_left_is_in_nobodys_way(tmp_path: Path) -> None:
    (tmp_path / f"key.{os.getpid()}").write_text("half")
    secret = kept_secret("key", entropy=48, folder=tmp_path)
    assert (len(secret), [path.name for path in tmp_path.iterdir()]) == (64, ["key"])


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    folder = Path("/sys/kernel") if os.geteuid() == 0 else tmp_path
    if folder == tmp_path:
        tmp_path.chmod(0o500)
    elif not folder.is_dir():
        pytest.skip("root can write anywhere here")
    with pytest.raises(PermissionError) as raised:
        kept_secret("no-such-key", entropy=48, folder=folder)
    tmp_path.chmod(0o700)
    assert Path(raised.value.filename).parent == folder


def test_a_secret_that_belongs_to_somebody_else_is_named(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("x")
    (tmp_path / "key").chmod(0)
    if os.geteuid() == 0:
        pytest.skip("root can read everything")
    with pytest.raises(PermissionError) as raised:
        kept_secret("key", entropy=48, folder=tmp_path)
    assert raised.value.filename == str(tmp_path / "key")
