"""Who may read: on a public site anybody without a wrong token, on a private one tokens and sessions."""

import hashlib
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError
from django.test import Client
from django.utils import timezone

from postings.models import ApiToken
from postings.tokens import PREFIX, TOKEN, forget, revoke
from postings.vocabulary import Scope
from tests.api.conftest import bearer

MakeToken = Callable[..., Any]
SCOPES = {
    "/postings": Scope.POSTINGS,
    "/postings/nobodysid000": Scope.POSTINGS,
    "/guides": Scope.POSTINGS,
    "/facets": Scope.POSTINGS,
    "/compare?p=a&p=b": Scope.POSTINGS,
    "/pay": Scope.PAY,
    "/companies": Scope.NAMES,
    "/skills": Scope.NAMES,
}
ANSWERED = {200, 404}  # a posting that nobody has is 404 for whoever may ask


def status(client: Client, address: str, token: str = "") -> int:
    return client.get(f"/api/v1{address}", headers=bearer(token) if token else {}).status_code


def test_a_token_is_recognisable_and_only_its_hash_is_kept(make_token: MakeToken) -> None:
    row, token = make_token()
    assert (token.startswith(PREFIX), bool(TOKEN.fullmatch(token)), len(token)) == (True, True, 51)
    stored = ApiToken.objects.values_list().get()
    assert bytes(row.sha256) == hashlib.sha256(token.encode()).digest()
    assert token not in str(stored)


@pytest.mark.parametrize("scopes", [[], ["everything"]])
def test_the_database_has_scopes_that_there_are(make_token: MakeToken, scopes: list[str]) -> None:
    make_token()
    with pytest.raises(IntegrityError, match="apitoken_scopes_are_terms"):
        ApiToken.objects.update(scopes=scopes)


def test_two_tokens_differ(make_token: MakeToken) -> None:
    assert make_token()[1] != make_token(Scope.PAY)[1]


@pytest.mark.parametrize("address", SCOPES)
def test_a_public_site_needs_no_token_and_takes_no_wrong_one(
    client: Client, make_token: MakeToken, address: str
) -> None:
    _, token = make_token()
    assert status(client, address) in ANSWERED
    assert status(client, address, token) in ANSWERED
    assert status(client, address, f"{token[:-1]}!") == 401


@pytest.mark.usefixtures("private")
@pytest.mark.parametrize(("address", "scope"), SCOPES.items())
def test_a_private_site_takes_tokens_with_the_scope_of_the_address(
    client: Client, make_token: MakeToken, address: str, scope: Scope
) -> None:
    assert status(client, address) == 401
    assert status(client, address, make_token(scope)[1]) in ANSWERED
    others = [other for other in Scope if other != scope]
    answer = client.get(f"/api/v1{address}", headers=bearer(make_token(*others)[1]))
    assert answer.status_code == 403
    assert f'error="insufficient_scope", scope="{scope}"' in answer["WWW-Authenticate"]


@pytest.mark.usefixtures("private")
def test_nobody_learns_what_is_wrong_with_a_token(client: Client, make_token: MakeToken) -> None:
    revoked, shown = make_token(Scope.PAY, days=1)
    revoke(token=revoked, at=timezone.now())
    forgotten, gone = make_token(Scope.NAMES, days=2)
    forget(tokens=[forgotten])
    wrong = (
        None,
        shown,
        gone,
        make_token(days=-1)[1],
        PREFIX + "x" * 43,
        "x",
        "",
        "Ünïcode",
        f"{shown} {shown}",
    )
    answers = []
    for token in wrong:
        answer = client.get("/api/v1/pay", headers={} if token is None else bearer(token))
        said = answer.json()
        del said["request_id"]
        answers.append((answer.status_code, said, answer["WWW-Authenticate"], answer["Vary"]))
    assert [one for one in answers if one != answers[0]] == []
    assert answers[0][0] == 401
    assert answers[0][2].startswith("Bearer")


@pytest.mark.usefixtures("private")
def test_a_token_ends_with_its_last_day_and_with_its_owners_account(
    client: Client, make_token: MakeToken
) -> None:
    _, token = make_token(days=0)
    assert status(client, "/pay", token) == 200
    User.objects.update(is_active=False)
    assert status(client, "/pay", token) == 401
    User.objects.update(is_active=True)
    ApiToken.objects.update(expires_on=timezone.localdate() - timedelta(days=1))
    assert status(client, "/pay", token) == 401


@pytest.mark.usefixtures("private")
def test_using_it_is_noted_once_a_day(
    client: Client, make_token: MakeToken, django_assert_num_queries: Any
) -> None:
    row, token = make_token()
    assert status(client, "/companies", token) == 200
    row.refresh_from_db()
    assert row.last_used_on == timezone.localdate()
    with django_assert_num_queries(3):  # the token, the names, the clock of the index
        status(client, "/companies", token)
    ApiToken.objects.update(last_used_on=timezone.localdate() - timedelta(days=1))
    status(client, "/companies", token)
    row.refresh_from_db()
    assert row.last_used_on == timezone.localdate()


@pytest.mark.usefixtures("private")
def test_a_session_reads_everything_and_a_wrong_token_beside_it_nothing(
    client: Client, administrator: Any
) -> None:
    client.force_login(administrator)
    assert {status(client, address) for address in SCOPES} == ANSWERED
    assert status(client, "/pay", "wrong") == 401


@pytest.mark.usefixtures("private")
def test_other_schemes_are_no_token(client: Client, administrator: Any) -> None:
    basic = {"Authorization": "Basic YTpi"}
    assert client.get("/api/v1/pay", headers=basic).status_code == 401
    client.force_login(administrator)
    assert client.get("/api/v1/pay", headers=basic).status_code == 200


@pytest.mark.usefixtures("private")
def test_the_document_takes_any_token_and_the_docs_a_session(client: Client, make_token: MakeToken) -> None:
    assert status(client, "/openapi.json") == 401
    assert status(client, "/openapi.json", make_token(Scope.PAY)[1]) == 200
    answer = client.get("/api/v1/docs")
    assert (answer.status_code, answer["Location"]) == (302, "/sign-in/?next=/api/v1/docs")


@pytest.mark.usefixtures("private")
def test_answers_say_that_they_depend_on_the_token(client: Client, make_token: MakeToken) -> None:
    answer = client.get("/api/v1/pay", headers=bearer(make_token()[1]))
    assert {"Authorization", "Cookie"} <= set(answer["Vary"].split(", "))
    assert answer["Cache-Control"] == "private, no-cache"


@pytest.mark.usefixtures("private")
def test_no_token_reaches_the_log(client: Client, make_token: MakeToken, caplog: Any) -> None:
    _, token = make_token()
    caplog.set_level("DEBUG")
    with caplog.at_level("INFO", logger="jobsite.request"):
        client.get("/api/v1/pay", headers=bearer(token))
        client.get("/api/v1/pay", headers=bearer(f"{token[:-1]}!"))
        client.get(f"/api/v1/pay?access_token={token}")
        client.get(f"/api/v1/postings/{token}")
    said = "\n".join(f"{record.getMessage()} {getattr(record, 'fields', '')}" for record in caplog.records)
    assert said.count("/api/v1/pay") == 3
    assert token[:20] not in said
