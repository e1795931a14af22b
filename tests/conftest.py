"""What all tests share: a real Postgres, a real browser, short factories, and how large a campaign is."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

pytest_plugins = ["tests.factories", "tests.chromium", "tests.jobsite.devdb_project"]


# The machines that run this are small and busy: how long an example takes says nothing about the code.
COMMON = {"deadline": None, "suppress_health_check": list(HealthCheck), "print_blob": True}
settings.register_profile("sample", max_examples=30, **COMMON)
settings.register_profile("soak", max_examples=500, **COMMON)
settings.load_profile("sample")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--soak", action="store_true", help="run long campaigns at their full count")


def pytest_configure(config: pytest.Config) -> None:
    """Start the embedded server, unless DATABASE_URL names another."""
    if config.getoption("--soak"):
        settings.load_profile("soak")
    from django.conf import settings as site

    if site.EMBEDDED_DATABASE:
        from jobsite.devdb import DevDB

        DevDB(site.BASE_DIR).start()


@pytest.fixture(scope="session")
def campaign(pytestconfig: pytest.Config) -> Callable[..., int]:
    """`campaign(sample=20, full=2000)`: how many cases a long test runs through."""
    soak = pytestconfig.getoption("--soak")
    return lambda *, sample, full: full if soak else sample


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """End the sessions that a live server still holds: a database in use cannot be dropped."""
    yield
    with django_db_blocker.unblock():
        from django.db import connection

        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
