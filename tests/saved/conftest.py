"""People with searches, and a mail server that they trust."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.contrib.auth.models import Group, User

from tests.saved.mail_server import MailServer, mail_server

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)  # a Wednesday, two days after what tests publish


@pytest.fixture
def team(db: None) -> Group:
    return Group.objects.create(name="Compensation")


@pytest.fixture
def ada(team: Group) -> User:
    person = User.objects.create_user("ada", "ada@example.com", "a password of some length")
    person.groups.add(team)
    return person


@pytest.fixture
def bea(team: Group) -> User:
    person = User.objects.create_user("bea", "", "a password of some length")
    person.groups.add(team)
    return person


@pytest.fixture
def stranger(db: None) -> User:
    return User.objects.create_user("stranger", "stranger@example.com", "a password of some length")


@pytest.fixture
def mail(settings: Any) -> Iterator[MailServer]:
    with mail_server() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", server.port, 5
        settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
        settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
        settings.ADDRESS = "https://jobs.example"
        yield server
