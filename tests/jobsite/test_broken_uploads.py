"""Uploads that end badly, at the server itself: a broken connection, a full disk, a body over the limit."""

import errno
import re
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import psutil
import pytest
from django.conf import settings
from django.test import Client
from psycopg.conninfo import make_conninfo

from jobsite.wsgi import WholeBody
from postings.models import Batch, BatchFile, Document
from tests.jobsite.checkout import free_port
from tests.production import PROJECT, surroundings
from tests.waiting import wait_for

ADD = "/admin/postings/batch/add/"
SECRET = "abcdefghijklmnopqrstuvwxyz012345"  # of the form: the cookie and the header have to agree
BETWEEN = b"--between\r\n"
NAMES = {"host": "HOST", "port": "PORT", "user": "USER", "password": "PASSWORD", "dbname": "NAME"}
ROOM = 2048  # blocks of 512 bytes that a file may have: 1 MB
ON_DISK = 4_000_000  # bytes of a file that is put aside on the disk while it arrives

pytestmark = pytest.mark.django_db(transaction=True)


class Site:
    """A server of the test's database, and somebody who is signed in to it."""

    def __init__(self, port: int, session: str, aside: Path) -> None:
        self.port, self.aside = port, aside
        self._headers = {
            "Host": "localhost",
            "Cookie": f"{settings.SESSION_COOKIE_NAME}={session}; {settings.CSRF_COOKIE_NAME}={SECRET}",
            "X-CSRFToken": SECRET,
            "Content-Type": "multipart/form-data; boundary=between",
        }

    def is_up(self) -> bool:
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=20)) as line:
            try:
                line.request("GET", "/healthz")
                return line.getresponse().status == 200
            except OSError:
                return False

    def post(self, body: bytes, *, sent: int | None = None, announced: int | None = None) -> str:
        """Return the answer to a body; with `sent` the connection breaks after so many bytes of it."""
        lines = [f"POST {ADD} HTTP/1.1", *(f"{name}: {value}" for name, value in self._headers.items())]
        head = "\r\n".join([*lines, f"Content-Length: {announced or len(body)}", "", ""])
        with socket.create_connection(("127.0.0.1", self.port), timeout=20) as line:
            line.sendall(head.encode() + body[:sent])
            if sent is not None:
                return ""
            line.shutdown(socket.SHUT_WR)
            return b"".join(iter(lambda: line.recv(65536), b"")).decode()

    def put_aside(self) -> list[str]:
        return [path.name for path in self.aside.iterdir() if "upload" in path.name]


@contextmanager
def site(aside: Path, session: str, *, room: int | None = None) -> Iterator[Site]:
    database = settings.DATABASES["default"]
    url = make_conninfo(**{key: database[name] for key, name in NAMES.items() if database[name]})
    found = Site(free_port(), session, aside)
    chosen = {
        "JOBSITE_ENV": "development",
        "JOBSITE_BIND": f"127.0.0.1:{found.port}",
        "WEB_CONCURRENCY": "1",
        "DATABASE_URL": url,
    }
    limited = f"ulimit -f {room}; " if room else ""
    process = subprocess.Popen(
        ["/bin/sh", "-c", f'{limited}exec "$@"', "sh", sys.executable, "-m", "gunicorn"],
        cwd=PROJECT,
        env={**surroundings(chosen), "TMPDIR": str(aside)},
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(found.is_up, "gunicorn answers")
        yield found
    finally:
        workers = psutil.Process(process.pid).children(recursive=True)
        process.terminate()
        process.wait(40)
        psutil.wait_procs(workers, 10)


@pytest.fixture
def session(client: Client, administrator: Any) -> str:
    client.force_login(administrator)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def form(**files: int) -> bytes:
    """Return the body of a form with files of these sizes."""
    parts = []
    for name, size in files.items():
        head = f'Content-Disposition: form-data; name="chosen"; filename="{name}.txt"\r\n\r\n'
        line = f"Baker {name} who bakes bread every day\n".encode()
        parts.append(BETWEEN + head.encode() + (line * (size // len(line) + 1))[:size] + b"\r\n")
    return b"".join(parts) + b"--between--\r\n"


def stored() -> tuple[int, int, int]:
    return Batch.objects.count(), BatchFile.objects.count(), Document.objects.count()


def test_a_connection_that_breaks_half_way_leaves_nothing(session: str, tmp_path: Path) -> None:
    """In the first file or in a later one, in memory or on the disk, or in the very last line."""
    broken = [
        (form(one=20_000), 10_000),
        (form(one=ON_DISK), ON_DISK - 100_000),
        (form(one=20_000, two=20_000), 30_000),
        (form(one=ON_DISK, two=ON_DISK), ON_DISK + 3_000_000),
        (whole := form(one=20_000, two=20_000), len(whole) - len(b"--between--\r\n")),
    ]
    with site(tmp_path, session) as running:
        for body, sent in broken:
            running.post(body, sent=sent)
        answer = running.post(form(afterwards=20_000))
        assert answer.startswith("HTTP/1.1 302 ")
        wait_for(lambda: not running.put_aside(), "nothing is left on the disk", 10)
    assert stored() == (1, 1, 1)
    assert Batch.objects.get().name == "afterwards.txt"


def test_a_disk_without_room_is_said_and_leaves_nothing(session: str, tmp_path: Path) -> None:
    with site(tmp_path, session, room=ROOM) as running:
        answer = running.post(form(small=20_000, large=ON_DISK))
        assert answer.startswith("HTTP/1.1 507 ")
        assert re.findall("<h1>(.*?)</h1>", answer) == ["The library has no room left"]
        assert running.put_aside() == []
        assert stored() == (0, 0, 0)
        assert running.post(form(small=20_000)).startswith("HTTP/1.1 302 ")
    assert stored() == (1, 1, 1)


def test_a_body_over_the_limit_is_refused_by_its_announcement(session: str, tmp_path: Path) -> None:
    with site(tmp_path, session) as running:
        answer = running.post(form(one=20_000), announced=settings.MOST_BODY_BYTES + 1)
        assert answer.startswith("HTTP/1.1 413 ")
        assert running.put_aside() == []
    assert stored() == (0, 0, 0)


@pytest.mark.parametrize("read", [WholeBody.read, WholeBody.readline])
def test_a_body_is_read_to_its_announced_end_and_not_beyond(
    read: Callable[..., bytes], tmp_path: Path
) -> None:
    (tmp_path / "body").write_bytes(b"abcdef")
    for announced in (0, 6):
        with (tmp_path / "body").open("rb") as body:
            whole = WholeBody(body, announced)
            assert [read(whole, 4), read(whole, 4), read(whole, 0), read(whole, 4)] == [
                b"abcd",
                b"ef",
                b"",
                b"",
            ]
    with (tmp_path / "body").open("rb") as body:
        short = WholeBody(body, 7)
        assert (read(short, 6), read(short, 0)) == (b"abcdef", b"")
        with pytest.raises(ConnectionResetError):
            read(short, 1)


def test_no_room_is_told_from_other_faults_of_a_disk(client: Client) -> None:
    from jobsite.views.errors import server_error

    told = {}
    for code in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO):
        try:
            raise OSError(code, "as the system says")
        except OSError:
            told[code] = server_error(client.get("/").wsgi_request).status_code
    assert told == {errno.ENOSPC: 507, errno.EDQUOT: 507, errno.EFBIG: 507, errno.EIO: 500}
