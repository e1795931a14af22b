"""Who does this, and why: what the history triggers write beside every row that changes."""

from contextlib import AbstractContextManager
from typing import Any

import pghistory
from django.contrib.auth.models import User


def recorded(*, by: User | None, reason: str) -> AbstractContextManager[Any]:
    who = {"user": by.pk, "name": by.get_username()} if by else {}
    return pghistory.context(**who, reason=reason)
