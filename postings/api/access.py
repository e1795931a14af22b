"""Who may read what: by a token, by a session, or because the site is public.

A token that is shown has to be a good one, on a public site too: its program would otherwise find out on the
day on which the site becomes private. What is wrong with it is not said.
"""

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from postings.api.faults import Problem
from postings.models import ApiToken
from postings.tokens import shown_token
from postings.vocabulary import Scope

CHALLENGE = 'Bearer realm="Jobsite"'
NOT_ALLOWED = "This needs a token that is valid: “Authorization: Bearer …”. An administrator makes one."


def admit(request: HttpRequest, scope: Scope | None) -> None:
    """Let the request pass, or raise the problem that it is answered with."""
    scheme, _, credentials = request.headers.get("Authorization", "").partition(" ")
    shown = scheme.lower() == "bearer"  # others are for a proxy in front
    token = shown_token(credentials.strip(), today=timezone.localdate()) if shown else None
    if shown and token is None:
        raise _unknown()
    if settings.PUBLIC:
        return
    if token:
        _admit_to(scope, token)
    elif not request.user.is_authenticated:
        raise _unknown()


def _admit_to(scope: Scope | None, token: ApiToken) -> None:
    if scope and scope not in token.scopes:
        challenge = f'{CHALLENGE}, error="insufficient_scope", scope="{scope}"'
        detail = f"This token may not read this. It takes one with the scope {scope}."
        raise Problem(403, detail, headers={"WWW-Authenticate": challenge})


def _unknown() -> Problem:
    return Problem(401, NOT_ALLOWED, headers={"WWW-Authenticate": CHALLENGE})
