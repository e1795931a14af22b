"""Signing in: whoever guesses passwords waits, and nobody can lock out anybody else."""

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client

PASSWORD = "a password of some length"

pytestmark = pytest.mark.django_db


def sign_in(password: str, *, address: str = "192.0.2.1", name: str = "ada") -> int:
    return Client(REMOTE_ADDR=address).post("/sign-in/", {"username": name, "password": password}).status_code


@pytest.fixture(autouse=True)
def _somebody() -> None:
    for name in ("ada", "eve"):
        User.objects.create_user(name, password=PASSWORD)


def test_guessing_ends_with_a_page_that_says_how_long_to_wait() -> None:
    answers = [sign_in(f"guess {number}") for number in range(settings.AXES_FAILURE_LIMIT)]
    assert answers == [200] * (settings.AXES_FAILURE_LIMIT - 1) + [429]
    last = Client(REMOTE_ADDR="192.0.2.1").post("/sign-in/", {"username": "ada", "password": PASSWORD})
    assert last.status_code == 429
    assert last["Retry-After"] == "900"
    assert "cannot sign in from here for 15 minutes" in last.text


def test_others_sign_in_meanwhile() -> None:
    for number in range(settings.AXES_FAILURE_LIMIT):
        sign_in(f"guess {number}")
    assert sign_in(PASSWORD, address="192.0.2.2") == 302  # the owner of the name, from elsewhere
    assert sign_in(PASSWORD, name="eve") == 302  # somebody else, from the same place


def test_a_right_password_begins_anew() -> None:
    for number in range(settings.AXES_FAILURE_LIMIT - 1):
        sign_in(f"guess {number}")
    assert sign_in(PASSWORD) == 302
    assert sign_in("a slip") == 200
