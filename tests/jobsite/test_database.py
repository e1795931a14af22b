"""Connection strings, and what the connections of the web server are told."""

import subprocess
import sys
from typing import Any

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from jobsite.database import connection_settings
from tests.production import PRODUCTION, PROJECT, surroundings

ALWAYS = {"connect_timeout": 5, "application_name": "jobsite"}


def parts(url: str) -> dict[str, Any]:
    found = connection_settings(url)
    assert found.pop("ENGINE") == "django.db.backends.postgresql"
    return found


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (
            "postgresql://user:p%40ss@host:6543/name",
            {"NAME": "name", "USER": "user", "PASSWORD": "p@ss", "HOST": "host", "PORT": "6543"},
        ),
        ("postgres:///name", {"NAME": "name", "USER": "", "PASSWORD": "", "HOST": "", "PORT": ""}),
        (
            "postgresql://user@/name?host=%2Fvar%2Frun",
            {"NAME": "name", "USER": "user", "PASSWORD": "", "HOST": "/var/run", "PORT": ""},
        ),
        (
            "postgresql://[::1]:5432/name",
            {"NAME": "name", "USER": "", "PASSWORD": "", "HOST": "::1", "PORT": "5432"},
        ),
        (
            "host=host dbname=name user=user",
            {"NAME": "name", "USER": "user", "PASSWORD": "", "HOST": "host", "PORT": ""},
        ),
    ],
)
def test_whatever_libpq_understands_is_understood(url: str, expected: dict[str, str]) -> None:
    assert parts(url) == {**expected, "OPTIONS": ALWAYS}


def test_options_of_the_address_reach_the_driver_and_win() -> None:
    options = parts("postgresql://host/name?sslmode=require&connect_timeout=2")["OPTIONS"]
    assert options == {"connect_timeout": "2", "application_name": "jobsite", "sslmode": "require"}


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("", "names no database"),
        ("postgresql://host", "names no database"),
        ("mysql://host/name", "cannot be read"),
        ("postgresql://host/name?colour=red", "cannot be read"),
        ("postgresql://host/%zz", "cannot be read"),
    ],
)
def test_what_cannot_be_one_is_refused_with_an_example(url: str, why: str) -> None:
    with pytest.raises(ImproperlyConfigured) as raised:
        connection_settings(url)
    words = str(raised.value)
    assert (words.startswith("DATABASE_URL "), why in words) == (True, True)
    assert words.endswith("It should look like postgresql://user:password@host:5432/jobsite")


def told_by_a_connection(*modules: str, **chosen: str) -> str:
    """Return the statement timeout and the name of a connection in a program that imports `modules`."""
    code = "\n".join(
        [
            *(f"import {module}" for module in modules),
            "from django.db import connection",
            "with connection.cursor() as cursor:",
            "    for name in ('statement_timeout', 'application_name'):",
            "        print(cursor.execute('SELECT current_setting(%s)', [name]).fetchone()[0])",
            "connection.close()",
        ]
    )
    module = {"DJANGO_SETTINGS_MODULE": "jobsite.settings", "DATABASE_URL": settings.DATABASE_URL}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=PROJECT, env=surroundings({**PRODUCTION, **module, **chosen}), capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return " ".join(done.stdout.split())


def test_the_web_server_gives_up_on_long_questions_and_other_programs_do_not() -> None:
    web = told_by_a_connection("jobsite.wsgi")
    shorter = told_by_a_connection("jobsite.wsgi", JOBSITE_STATEMENT_TIMEOUT="1234")
    assert (web, shorter, told_by_a_connection("django")) == ("15s jobsite", "1234ms jobsite", "0 jobsite")


@pytest.mark.django_db
def test_the_tests_run_on_a_postgres_that_is_supported() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('server_version_num')::int >= 150000")
        assert cursor.fetchone() == (True,)
