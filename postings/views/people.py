"""Who asks, and what they typed: for pages of those who are signed in."""

from collections.abc import Callable
from functools import wraps
from typing import cast
from urllib.parse import urlsplit

from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

View = Callable[..., HttpResponse]


def person(request: HttpRequest) -> User:
    """Return who asks: nobody gets here without signing in."""
    return cast(User, request.user)


def typed(request: HttpRequest, name: str) -> str:
    """Return what a form has, without the one character that no database takes."""
    return request.POST.get(name, "").replace("\0", "")


def for_people(view: View) -> View:
    """Let who is not signed in do that first; who has sent a form comes back to where they sent it from."""
    asked_first = login_required(view)

    @wraps(view)
    def answered(request: HttpRequest, **address: int) -> HttpResponse:
        if request.method == "POST" and not request.user.is_authenticated:
            return redirect_to_login(_where_from(request))
        return asked_first(request, **address)

    return answered


def _where_from(request: HttpRequest) -> str:
    given = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(given, {request.get_host()}):
        return reverse("home")
    return urlsplit(given)._replace(scheme="", netloc="").geturl() or reverse("home")
