"""docs/api.md: its table is that of the API, and its examples run, line for line, against a live server."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pytest_django.live_server_helper import LiveServer

from postings.api.openapi import openapi_document
from postings.api.operations import OPERATIONS
from tests.api.conftest import API, Library

PAGE = (Path(__file__).parents[2] / "docs" / "api.md").read_text("utf-8")
SITE = "http://127.0.0.1:8000"
BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)


def examples(language: str) -> list[str]:
    return [found["code"] for found in BLOCK.finditer(PAGE) if found["language"] == language]


@pytest.fixture
def run(
    live_server: LiveServer, library: Library, make_token: Callable[..., Any], tmp_path: Path
) -> Callable[..., str]:
    """`run("python", code)`: what it prints, asked of a live server instead of the one that is named."""
    (tmp_path / "token.txt").write_text(make_token()[1])

    def output_of(*command: str, code: str) -> str:
        done = subprocess.run(
            command,
            input=code.replace(SITE, live_server.url),
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return output_of


def test_the_table_has_every_address_with_its_scope() -> None:
    rows = re.findall(r"^\| `(/api/v1/[^`]+)` \| .+ \| `([^`]+)` \|$", PAGE, re.MULTILINE)
    assert rows == [(f"{API}{one.path}", one.scope) for one in OPERATIONS]


def test_the_table_of_problems_has_every_status() -> None:
    described = openapi_document(public=False)["paths"].values()
    statuses = {str(status) for one in described for status in one["get"]["responses"]} - {"200"}
    assert set(re.findall(r"^\| (\d{3}) \|", PAGE, re.MULTILINE)) == {*statuses, "405"}


@pytest.mark.parametrize("code", examples("sh"))
def test_the_lines_for_curl_are_answered(run: Callable[..., str], code: str) -> None:
    said = run("sh", "-e", code=code.replace("curl ", "curl --fail --silent --show-error --write-out '\\n' "))
    lines = [line for line in said.splitlines() if line]
    assert len(lines) == len(re.findall(r"^curl ", code, re.MULTILINE))
    assert all(line.startswith("{") and line.endswith("}") for line in lines)


def test_the_example_in_python_prints_every_remote_posting(run: Callable[..., str], client: Client) -> None:
    (code,) = examples("python")
    said = run(sys.executable, "-W", "error", "-", code=code.replace("limit=100", "limit=3")).splitlines()
    total = client.get(f"{API}/postings?mode=remote").json()["total"]
    assert (len(said), total > 3) == (total, True)
    assert any(re.search(r" · [A-Z]{3} [\d,.]+$", line) for line in said)
