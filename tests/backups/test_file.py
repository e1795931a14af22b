"""The form of a backup: anything but the bytes that were written is refused with a sentence."""

import hashlib
import os
import random
import stat
import subprocess
import tarfile
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest

from jobsite.backups import BackupRefused, Manifest, checked
from jobsite.backups.manifest import major
from jobsite.backups.placing import appearing
from jobsite.backups.sealed import seal

DUMP = bytes(range(256)) * 20
MANIFEST = Manifest(
    made_at=datetime(2026, 11, 20, 3, 15, tzinfo=UTC),
    postgresql="18.6",
    pg_dump="18.6",
    schema="public",
    migrations=("postings.0001_tables",),
    tables={"auth_user": 3, "postings_posting": 406},
)


def sealed(dump: bytes = DUMP) -> bytes:
    file = BytesIO()
    seal(file, iter([dump[:1000], dump[1000:]]), lambda: MANIFEST)
    return file.getvalue()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "library.tar"
    path.write_bytes(sealed())
    return path


def refusal(path: Path) -> str:
    with pytest.raises(BackupRefused) as fault:
        checked(path)
    return str(fault.value)


def test_what_was_told_is_read_again(file: Path) -> None:
    assert checked(file) == MANIFEST
    assert MANIFEST.rows == 409


def test_checking_says_how_far_it_is(file: Path) -> None:
    steps: list[tuple[int, int]] = []
    checked(file, progress=lambda done, total: steps.append((done, total)))
    assert steps == [(len(DUMP), len(DUMP))]


def test_any_changed_byte_is_noticed_or_means_nothing(file: Path, campaign: Callable[..., int]) -> None:
    """Only filling between the parts may change: then everything that is read is as it was."""
    whole, chance = sealed(), random.Random(7)  # noqa: S311 - no secret
    unnoticed = []
    for place in chance.sample(range(len(whole)), campaign(sample=400, full=len(whole))):
        broken = bytearray(whole)
        broken[place] ^= 1 << chance.randrange(8)
        file.write_bytes(broken)
        try:
            assert checked(file) == MANIFEST
            unnoticed.append(place)
        except BackupRefused:
            pass
    assert [place for place in unnoticed if whole[place] != 0] == []


def test_a_file_that_was_cut_short_anywhere_is_noticed(file: Path) -> None:
    whole = sealed()
    end = len(whole) - 2 * 512  # after the last part there is only what ends a tar
    for length in [*range(1, end, 97), end - 512 + 160 - 1]:
        file.write_bytes(whole[:length])
        assert "damaged" in refusal(file)


def test_each_damage_has_its_sentence(file: Path) -> None:
    whole = sealed()
    file.write_bytes(whole.replace(b"406", b"407"))
    assert refusal(file) == (
        f"{file} is damaged: manifest.json is not what was written. Nothing was touched. "
        "Take another backup, or another copy of this one."
    )
    file.write_bytes(whole.replace(b"\x10\x11\x12", b"\x10\x11\x13", 1))
    assert "database.dump is not what was written" in refusal(file)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is damaged"),
        (b"\0" * 4096, "is damaged"),
        (b"PGDMP\x01\x10", "is a bare dump of pg_dump"),
        (b"-- PostgreSQL database dump\n" * 100, "is not a backup of Jobsite"),
        (b"PK\x03\x04" * 400, "is not a backup of Jobsite"),
    ],
)
def test_files_of_something_else_are_named_as_such(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "other"
    path.write_bytes(content)
    assert words in refusal(path)


def test_another_tar_is_not_taken_for_a_backup(tmp_path: Path) -> None:
    path = tmp_path / "other.tar"
    with tarfile.open(path, "w", format=tarfile.GNU_FORMAT) as tar:
        tar.add(__file__, "database.dump")
        tar.add(__file__, "../manifest.json")
    assert "does not have the parts" in refusal(path)


def test_a_file_that_is_not_there_or_a_folder_is_a_sentence(tmp_path: Path) -> None:
    told = f"{tmp_path / 'none'}: No such file or directory. Name a backup that exists and that you may read."
    assert refusal(tmp_path / "none") == told
    assert "Is a directory" in refusal(tmp_path)


def test_a_later_form_of_the_file_asks_for_a_later_version(file: Path) -> None:
    written = MANIFEST.to_json().replace(b'"format": 1', b'"format": 2')
    whole = sealed().replace(MANIFEST.to_json(), written)
    old, new = (hashlib.sha256(one).hexdigest().encode() for one in (MANIFEST.to_json(), written))
    file.write_bytes(whole.replace(old, new))
    assert "The backup has form 2" in refusal(file)


def test_it_can_be_checked_without_jobsite(file: Path) -> None:
    subprocess.run(["tar", "-xf", file], cwd=file.parent, check=True)
    subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=file.parent, check=True)


def test_a_size_beyond_eight_gigabytes_has_room_in_the_header() -> None:
    about = tarfile.TarInfo("database.dump")
    about.size = 1 << 40
    header = about.tobuf(tarfile.GNU_FORMAT)
    assert (len(header), tarfile.TarInfo.frombuf(header, "utf-8", "strict").size) == (512, 1 << 40)


# --- Appearing ----------------------------------------------------------------------------------------


def test_a_file_appears_whole_and_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "new"
    with appearing(path, force=False) as file:
        file.write(b"whole")
        assert not path.exists()
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"whole", 0o600)
    assert os.listdir(tmp_path) == ["new"]  # noqa: PTH208 - names are enough


def test_a_fault_on_the_way_leaves_nothing_and_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "old"
    path.write_bytes(b"old")
    with pytest.raises(TypeError), appearing(path, force=True) as file:
        file.writelines([b"half", None])  # type: ignore[list-item]
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("old", b"old")]


def test_a_file_that_came_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "new"
    with pytest.raises(BackupRefused, match="is there already"), appearing(path, force=False):
        path.write_bytes(b"somebody else's")
    assert path.read_bytes() == b"somebody else's"
    with appearing(path, force=True) as file:
        file.write(b"ours")
    assert path.read_bytes() == b"ours"


def test_what_a_killed_process_left_is_cleared_and_what_a_live_one_writes_is_not(tmp_path: Path) -> None:
    path = tmp_path / "new"
    (tmp_path / ".new.0123abcd.part").write_bytes(b"half")
    (tmp_path / ".newer.0123abcd.part").write_bytes(b"of another file")
    with appearing(path, force=True) as live:
        live.write(b"live")
        with appearing(path, force=True) as file:
            file.write(b"quick")
        assert path.read_bytes() == b"quick"
    assert path.read_bytes() == b"live"
    assert {one.name for one in tmp_path.iterdir()} == {"new", ".newer.0123abcd.part"}


@pytest.mark.parametrize(
    ("name", "words"),
    [("", "is a folder. Name a file in it."), ("none/new", "No such file or directory. Name a file in")],
)
def test_a_place_that_cannot_be_is_a_sentence(tmp_path: Path, name: str, words: str) -> None:
    with pytest.raises(BackupRefused, match=words), appearing(tmp_path / name, force=False):
        pytest.fail("it has begun")


@pytest.mark.parametrize(
    ("version", "number"), [("18.6", 18), ("15.18 (Debian 15.18-0+deb12u1)", 15), ("19beta1", 19)]
)
def test_major_versions(version: str, number: int) -> None:
    assert major(version) == number
