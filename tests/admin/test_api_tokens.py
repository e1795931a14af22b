"""Tokens of the API in the administration: made, shown once, listed, revoked."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, User
from django.test import Client
from django.utils import timezone

from postings.models import ApiToken
from postings.tokens import TOKEN, issue, shown_token
from postings.vocabulary import Scope

TOKENS = "/admin/postings/apitoken/"


def form(owner: User, **changes: Any) -> dict[str, Any]:
    day = timezone.localdate() + timedelta(days=30)
    return {
        "name": "Reports",
        "owner": owner.pk,
        "scopes": ["postings:read", "pay:read"],
        "expires_on": day.isoformat(),
        **changes,
    }


@pytest.fixture
def made(signed_in: Client, administrator: User) -> str:
    answer = signed_in.post(f"{TOKENS}add/", form(administrator))
    (token,) = set(TOKEN.findall(answer.text))
    assert "no-store" in answer["Cache-Control"]
    return str(token)


def test_a_token_is_shown_once_and_works(signed_in: Client, made: str) -> None:
    row = shown_token(made, today=timezone.localdate())
    assert row is not None
    assert (row.name, row.scopes) == ("Reports", [Scope.POSTINGS, Scope.PAY])
    for address in (TOKENS, f"{TOKENS}{row.pk}/change/", f"{TOKENS}{row.pk}/history/", "/admin/"):
        page = signed_in.get(address)
        assert (page.status_code, made in page.text) == (200, False)
    assert made not in str(LogEntry.objects.values_list())


def test_sending_the_form_again_makes_no_second_one(
    signed_in: Client, administrator: User, made: str
) -> None:
    answer = signed_in.post(f"{TOKENS}add/", form(administrator))
    assert (TOKEN.findall(answer.text), ApiToken.objects.count()) == ([], 1)


def test_a_revoked_token_is_taken_no_more(signed_in: Client, made: str) -> None:
    row = ApiToken.objects.get()
    page = signed_in.post(f"{TOKENS}{row.pk}/revoke/", follow=True).text
    assert ("“Reports” is revoked" in page, "Revoked" in page, 'value="Revoke"' in page) == (
        True,
        True,
        False,
    )
    assert shown_token(made, today=timezone.localdate()) is None
    first = ApiToken.objects.get().revoked_at
    signed_in.post(f"{TOKENS}{row.pk}/revoke/")
    assert ApiToken.objects.get().revoked_at == first
    assert signed_in.get(f"{TOKENS}{row.pk}/revoke/").status_code == 405


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"scopes": []}, "Choose what it may read."),
        ({"scopes": ["everything"]}, "is not one of the available choices"),
        ({"expires_on": "2020-01-01"}, "That day is over."),
        ({"name": ""}, "This field is required."),
    ],
)
def test_a_token_that_cannot_be_is_refused(
    signed_in: Client, administrator: User, changes: dict[str, Any], said: str
) -> None:
    answer = signed_in.post(f"{TOKENS}add/", form(administrator, **changes))
    assert (answer.status_code, said in answer.text, ApiToken.objects.exists()) == (200, True, False)


def test_the_list_says_what_became_of_each(signed_in: Client, administrator: User, made: str) -> None:
    def states() -> list[str]:
        return re.findall(
            r"Valid|Revoked|Expired|Account closed", signed_in.get(TOKENS).text.split("<tbody>")[1]
        )

    assert states() == ["Valid"]
    ApiToken.objects.update(expires_on=timezone.localdate() - timedelta(days=1))
    assert states() == ["Expired"]
    ApiToken.objects.update(revoked_at=timezone.now())
    assert states() == ["Revoked"]


@pytest.mark.parametrize("role", ["Viewer", "Editor", "Publisher", "Administrator"])
def test_tokens_are_for_administrators(client: Client, db: None, role: str) -> None:
    user = User.objects.create_user("somebody", is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    client.force_login(user)
    may = role == "Administrator"
    assert client.get(TOKENS).status_code == (200 if may else 403)
    assert client.post(f"{TOKENS}add/", form(user)).status_code == (200 if may else 403)
    assert ApiToken.objects.exists() == may


def test_who_may_only_look_may_not_revoke(
    staff_with: Callable[..., Client], administrator: User, db: None
) -> None:
    row, _ = issue(owner=administrator, name="x", scopes=[Scope.PAY], expires_on=timezone.localdate())
    looking = staff_with("view_apitoken")
    assert looking.post(f"{TOKENS}{row.pk}/revoke/").status_code == 403
    assert 'value="Revoke"' not in looking.get(f"{TOKENS}{row.pk}/change/").text


def test_an_account_goes_with_its_tokens(signed_in: Client, administrator: User, made: str) -> None:
    other = User.objects.create_user("other")
    ApiToken.objects.update(owner=other)
    signed_in.post(f"/admin/auth/user/{other.pk}/delete/", {"post": "yes"})
    assert (User.objects.filter(pk=other.pk).exists(), ApiToken.objects.exists()) == (False, False)
