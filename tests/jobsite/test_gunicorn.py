"""The production server itself: gunicorn with gunicorn.conf.py, on static files that were collected."""

import gzip
import json
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path

import psutil
import pytest

from tests.jobsite.checkout import free_port
from tests.production import PRODUCTION, PROJECT, run_python, surroundings
from tests.waiting import wait_for

BEHIND_A_PROXY = {"Host": "jobsite.example", "X-Forwarded-Proto": "https"}


@dataclass
class Server:
    process: subprocess.Popen[bytes]
    port: int
    log: Path

    def get(self, path: str, **headers: str) -> tuple[int, HTTPMessage, bytes]:
        line = HTTPConnection("127.0.0.1", self.port, timeout=20)
        line.request("GET", path, headers={**BEHIND_A_PROXY, **headers})
        answer = line.getresponse()
        found = answer.status, answer.headers, answer.read()
        line.close()
        return found

    def is_up(self) -> bool:
        assert self.process.poll() is None, self.log.read_text()
        try:
            return self.get("/healthz")[0] == 200
        except OSError:
            return False


@pytest.fixture(scope="module")
def chosen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A production environment with its static files collected."""
    static = tmp_path_factory.mktemp("static")
    environment = {
        **PRODUCTION,
        "JOBSITE_STATIC_ROOT": str(static),
        "JOBSITE_PROXY_HEADER": "X-Forwarded-Proto",
        "WEB_CONCURRENCY": "1",
    }
    done = run_python("manage.py", "collectstatic", "--noinput", "--verbosity", "0", chosen=environment)
    assert (done.returncode, done.stderr) == (0, "")
    return environment


@pytest.fixture(scope="module")
def server(chosen: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running(chosen, tmp_path_factory.mktemp("log") / "stderr") as found:
        yield found


class running:  # noqa: N801 - reads as a phrase: with running(…)
    def __init__(self, chosen: dict[str, str], log: Path) -> None:
        port = free_port()
        environment = surroundings({**chosen, "JOBSITE_BIND": f"127.0.0.1:{port}"})
        with log.open("w") as stderr:
            process = subprocess.Popen(
                [sys.executable, "-m", "gunicorn"], cwd=PROJECT, env=environment, stderr=stderr
            )
        self.server = Server(process, port, log)

    def __enter__(self) -> Server:
        wait_for(self.server.is_up, "gunicorn answers")
        return self.server

    def __exit__(self, *_: object) -> None:
        self.server.process.terminate()
        self.server.process.wait(40)


def test_static_files_have_hashed_names_are_compressed_and_kept_for_ever(server: Server) -> None:
    status, _, page = server.get("/sign-in/")
    (style,) = re.findall(
        r'<link rel="stylesheet" href="(/static/css/site\.[0-9a-f]{12}\.css)">', page.decode()
    )
    answer, headers, body = server.get(style, **{"Accept-Encoding": "gzip"})
    assert (status, answer, headers["Content-Encoding"], headers["Vary"]) == (
        200,
        200,
        "gzip",
        "Accept-Encoding",
    )
    assert headers["Cache-Control"] == "max-age=315360000, public, immutable"
    named = re.findall(
        r"""(?:url\(|@import )["']?([^"')]+\.(?:css|svg|woff2))""", gzip.decompress(body).decode()
    )
    assert [name for name in named if not re.search(r"\.[0-9a-f]{12}\.\w+$", name)] == []


def test_nothing_of_the_source_is_served(server: Server) -> None:
    paths = (
        "/static/",
        "/static/../manage.py",
        "/static/%2e%2e/manage.py",
        "/manage.py",
        "/static/manage.py",
    )
    assert {path: server.get(path)[0] for path in paths} == dict.fromkeys(paths, 404)


def test_the_log_is_one_json_object_a_request(server: Server) -> None:
    server.get("/nowhere/", **{"X-Request-ID": "of-this-test-alone"})
    lines = wait_for(lambda: _lines(server, "of-this-test-alone"), "the line is written", 10)
    assert [(line["path"], line["status"]) for line in lines] == [("/nowhere/", 404)]


def _lines(server: Server, request_id: str) -> list[dict[str, object]]:
    lines = [json.loads(line) for line in server.log.read_text().splitlines()]
    return [line for line in lines if line.get("request_id") == request_id]


def test_a_site_without_its_database_still_shows_its_pages_of_apology(server: Server) -> None:
    status, headers, page = server.get("/sign-in/", Cookie="jobsite_session=abcdefghijklmnopqrstuvwxyz012345")
    assert (status, headers["Retry-After"], b"away for a moment" in page) == (503, "5", True)


def test_being_alive_is_said_quickly(server: Server) -> None:
    line, taken = HTTPConnection("127.0.0.1", server.port, timeout=20), []
    for _ in range(200):
        started = time.perf_counter()
        line.request("GET", "/healthz")
        line.getresponse().read()
        taken.append((time.perf_counter() - started) * 1000)
    line.close()
    middle = statistics.median(taken)
    assert middle < 15, f"{middle:.1f} ms; about 1 ms on an idle machine"


def test_sigterm_ends_the_server_and_its_workers(chosen: dict[str, str], tmp_path: Path) -> None:
    with running(chosen, tmp_path / "stderr") as server:
        workers = psutil.Process(server.process.pid).children(recursive=True)
        server.process.terminate()
        assert server.process.wait(20) == 0
    assert (len(workers), [worker for worker in workers if worker.is_running()]) == (1, [])
    assert (tmp_path / "stderr").read_text() == ""


def test_a_server_without_its_static_files_says_so_and_does_not_start(tmp_path: Path) -> None:
    done = run_python("-m", "gunicorn", chosen={**PRODUCTION, "JOBSITE_STATIC_ROOT": str(tmp_path)})
    assert done.returncode != 0
    assert done.stderr.splitlines()[-1] == (
        "Static files are not collected here. Run manage.py collectstatic, then start again."
    )


def test_gunicorn_itself_believes_no_header_about_https(chosen: dict[str, str], tmp_path: Path) -> None:
    """Without JOBSITE_PROXY_HEADER a request that only says that it came by HTTPS is sent there."""
    environment = {name: value for name, value in chosen.items() if name != "JOBSITE_PROXY_HEADER"}
    with running(environment, tmp_path / "stderr") as server:
        assert server.get("/")[0] == 301
