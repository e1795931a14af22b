"""A private site shows nobody anything before they have signed in."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse


class PrivateSite(LoginRequiredMiddleware):
    """Django's own rule (views opt out with @login_not_required), only where JOBSITE_PUBLIC is off."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if settings.PUBLIC:
            raise MiddlewareNotUsed
        super().__init__(get_response)
