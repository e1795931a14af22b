"""A small library as in life: parts of the demonstration's, one posting archived, one merged, one draft."""

from collections.abc import Callable
from datetime import timedelta
from functools import cache
from typing import Any, NamedTuple

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from postings.ingest import archive, load_library, merge_postings
from postings.library import demo_library
from postings.library.draft import Draft
from postings.models import Posting
from postings.tokens import issue
from postings.vocabulary import Scope

API = "/api/v1"


class Library(NamedTuple):
    published: list[str]  # public ids
    archived: str
    merged: str
    kept: str
    draft: str


@cache
def some_documents() -> list[Draft]:
    """To write all of them takes longer than to store some, so a process does it once."""
    drafts = list(demo_library(today=timezone.localdate()))
    return [*drafts[:60], *drafts[-3:]]


@pytest.fixture
def library(make_posting: Callable[..., Posting]) -> Library:
    list(load_library(some_documents(), originals=True))
    gone, merged, kept, draft = (
        make_posting("Archived baker"),
        make_posting("Merged welder"),
        make_posting("Kept welder"),
        make_posting("Draft nurse", published=False),
    )
    archive(posting=gone, expected_revision=1)
    merge_postings(keep=kept, gone=merged, expected_revision=1)
    ids = Posting.objects.published().order_by("pk").values_list("public_id", flat=True)
    return Library(list(ids), gone.public_id, merged.public_id, kept.public_id, draft.public_id)


@pytest.fixture
def ask(client: Client) -> Callable[..., Any]:
    """`ask("/postings?q=x")`: the JSON of an answer, which has to have this status."""

    def asked(address: str, status: int = 200, **headers: str) -> Any:
        answer = client.get(f"{API}{address}", headers=headers)
        assert answer.status_code == status, answer.content
        kind = "application/json" if status == 200 else "application/problem+json"
        assert answer["Content-Type"] == kind
        return answer.json()

    return asked


@pytest.fixture
def private(settings: Any) -> None:
    settings.PUBLIC = False


@pytest.fixture
def make_token(db: None) -> Callable[..., Any]:
    """`make_token(Scope.PAY, days=-1)`: a token of a reader, the row and the token itself."""
    owner = User.objects.create_user("program")

    def make(*scopes: Scope, days: int = 30) -> Any:
        expires_on = timezone.localdate() + timedelta(days=days)
        return issue(
            owner=owner, name=f"{len(scopes)} {days}", scopes=scopes or tuple(Scope), expires_on=expires_on
        )

    return make


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}
