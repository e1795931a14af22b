"""Tokens of the API: made, revoked, forgotten, and looked up when a program shows one.

A token is a prefix that scanners for secrets can know, and 256 bits of chance. It is returned once, by
`issue`; the database has its SHA-256, which is looked up as a whole: no comparison could tell by its time how
much of a guess was right. Who shows one that is wrong, expired, revoked, or of an owner who may not sign in
any more, gets nothing, and not which of these it was.
"""

import hashlib
import re
import secrets
from collections.abc import Collection, Iterable
from datetime import date, datetime

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q

from postings.models import ApiToken
from postings.vocabulary import Scope

PREFIX = settings.API_TOKEN_PREFIX
TOKEN = re.compile(PREFIX + r"[A-Za-z0-9_-]{43}")


@transaction.atomic
def issue(*, owner: User, name: str, scopes: Collection[Scope], expires_on: date) -> tuple[ApiToken, str]:
    """Return the row, and the token, which nobody can show again."""
    token = PREFIX + secrets.token_urlsafe(32)
    row = ApiToken.objects.create(
        owner=owner,
        name=name,
        scopes=[scope for scope in Scope if scope in scopes],
        sha256=_hash(token),
        expires_on=expires_on,
    )
    return row, token


@transaction.atomic
def revoke(*, token: ApiToken, at: datetime) -> None:
    """Whoever revokes it a second time changes nothing."""
    ApiToken.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=at)


@transaction.atomic
def forget(*, tokens: Iterable[ApiToken]) -> None:
    ApiToken.objects.filter(pk__in=[token.pk for token in tokens]).delete()


def shown_token(token: str, *, today: date) -> ApiToken | None:
    """Return what a token stands for, and note that it was used today: one write a day, not one a request."""
    if not TOKEN.fullmatch(token):
        return None
    valid = ApiToken.objects.filter(revoked_at=None, expires_on__gte=today, owner__is_active=True)
    found = valid.filter(sha256=_hash(token)).first()
    if found and found.last_used_on != today:
        _note_use(token=found, today=today)
    return found


@transaction.atomic
def _note_use(*, token: ApiToken, today: date) -> None:
    unnoted = Q(last_used_on=None) | Q(last_used_on__lt=today)
    ApiToken.objects.filter(unnoted, pk=token.pk).update(last_used_on=today)


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
