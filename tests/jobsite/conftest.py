"""What the site's own tests share: a database that is away, and the log as a machine would read it."""

import io
import json
import logging
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from pytest_django import DjangoDbBlocker

from jobsite.logs import JsonLine


@pytest.fixture
def dead_database(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Every new connection of this test is refused: nobody listens on port 1."""
    connection.close()
    kept = dict(connection.settings_dict)
    connection.settings_dict.update(HOST="127.0.0.1", PORT="1")
    with django_db_blocker.unblock():
        yield
        connection.close()
    connection.settings_dict.update(kept)


@pytest.fixture
def visitor() -> Client:
    """A client that gets the page of an error, as a browser would, and not the exception."""
    return Client(raise_request_exception=False)


@pytest.fixture
def log_lines() -> Iterator[Callable[[], list[dict[str, Any]]]]:
    """Call it for what was logged so far, each line read back from its JSON."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(JsonLine())
    log = logging.getLogger("jobsite")
    level = log.level
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    yield lambda: [json.loads(line) for line in written.getvalue().splitlines()]
    log.setLevel(level)
    log.removeHandler(handler)
