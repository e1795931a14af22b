"""A library with something in every corner, other databases on the same server, and the commands for real."""

import datetime
import io
import json
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import psycopg
import pytest
from django.contrib.auth import get_user_model
from django.contrib.sessions.backends.db import SessionStore
from django.core.management import call_command
from django.db import connection
from psycopg.conninfo import make_conninfo

from jobsite.backups import Database
from jobsite.backups.programs import programs_for
from jobsite.backups.refusal import BackupRefused
from postings.ingest import Incoming, archive, facts_of, load_library, publish, receive
from postings.ingest.history import recorded
from postings.ingest.work import work_once
from postings.library import demo_library
from postings.models import Batch, Posting, SavedSearch
from tests.production import run_python

TODAY = datetime.date(2026, 11, 20)
BAKER = "Baker\n\nPay: $20 per hour\n\nRequirements\n- Two years of baking\n"
Manage = Callable[..., CompletedProcess[str]]


@pytest.fixture(scope="session")
def _fitting_programs(django_db_setup: None, django_db_blocker: Any) -> None:
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute("SHOW server_version_num")
        major = int(cursor.fetchone()[0]) // 10_000
    try:
        programs_for(major)
    except BackupRefused as fault:
        pytest.skip(f"Backups cannot be tried here. {fault}")


@pytest.fixture
def here(_fitting_programs: None, transactional_db: None) -> Database:
    """The database of the tests; each test leaves it empty."""
    return Database.of(connection.get_connection_params())


@pytest.fixture
def elsewhere(here: Database) -> Iterator[Database]:
    """A real, empty database beside it."""
    name = f"elsewhere_{uuid.uuid4().hex[:12]}"
    with _server(here) as server:
        server.execute(f"CREATE DATABASE {name} TEMPLATE template0")
    yield Database({**here.parameters, "dbname": name})
    with _server(here) as server:
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _server(database: Database) -> psycopg.Connection:
    return psycopg.connect(make_conninfo(**{**database.parameters, "dbname": "postgres"}), autocommit=True)


@pytest.fixture
def library(here: Database) -> Database:
    """Published, archived and draft; originals, a batch, history with reasons, people, what they saved."""
    list(load_library(list(demo_library(today=TODAY))[::8], originals=True))
    anna = get_user_model()._default_manager.create_superuser("anna", password="a password of some length")
    batch = Batch.objects.create(name="Spring", created_by=anna)
    receive(batch=batch, files=[Incoming("baker.txt", BAKER.encode()), Incoming("empty.txt", b"")])
    while work_once():
        pass
    first, second = Posting.objects.published()[:2]
    with recorded(by=anna, reason="closed early"):
        archive(posting=first, expected_revision=first.revision)
    with recorded(by=anna, reason="corrected"):
        publish(
            posting=second, facts=facts_of(second), expected_revision=second.revision, at=second.published_at
        )
    SavedSearch.objects.create(owner=anna, name="Bakers", query="q=baker")
    session = SessionStore()
    session["_auth_user_id"] = str(anna.pk)
    session.save()
    return here


@pytest.fixture
def backup(library: Database, tmp_path: Path) -> Path:
    file = tmp_path / "library.tar"
    call_command("backup", str(file), stderr=io.StringIO(), stdout=io.StringIO())
    return file


def surroundings(database: Database, **more: str) -> dict[str, str]:
    """Of a process whose site has this database."""
    return {
        "JOBSITE_ENV": "development",
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "DATABASE_URL": make_conninfo(**database.parameters),
        **more,
    }


@pytest.fixture
def manage() -> Manage:
    """`manage(database, "restore", …)`: the command as somebody types it, in a process of its own."""

    def run(database: Database, *words: str | Path, **more: str) -> CompletedProcess[str]:
        return run_python("manage.py", *map(str, words), chosen=surroundings(database, **more))

    return run


def answers_of(database: Database) -> dict[str, list[str]]:
    asked = run_python("-m", "tests.backups.answering", chosen=surroundings(database))
    assert asked.returncode == 0, asked.stderr
    told: dict[str, list[str]] = json.loads(asked.stdout)
    return told
