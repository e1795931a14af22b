"""What all tests share: a real Postgres, a real browser, short factories, and how large a campaign is."""

import os
from collections.abc import Callable

import pytest

os.environ.setdefault("JOBSITE_ENV", "development")

pytest_plugins = ["tests.factories", "tests.browser"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--soak", action="store_true", help="run long campaigns at their full count")


def pytest_configure(config: pytest.Config) -> None:
    """Start the embedded server unless DATABASE_URL names another; make passwords cheap."""
    from django.conf import settings

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.LOGGING["root"]["level"] = "CRITICAL"
    if settings.EMBEDDED_DATABASE:
        from jobsite.devdb import DevDB

        DevDB(settings.BASE_DIR).start()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--soak"):
        return
    skip = pytest.mark.skip(reason="a long campaign: run.py test --soak")
    for item in items:
        if "soak" in item.keywords:
            item.add_marker(skip)


@pytest.fixture(scope="session")
def campaign(pytestconfig: pytest.Config) -> Callable[..., int]:
    """`campaign(sample=20, full=2000)`: how many cases a long test runs through."""
    soak = pytestconfig.getoption("--soak")
    return lambda *, sample, full: full if soak else sample
