"""A database that restarts costs a visitor nothing, or a 503 that says when to come back."""

from collections.abc import Callable

from django.db import close_old_connections
from django.http import HttpRequest, HttpResponse

from jobsite.views.errors import Outage


class RetryAfterOutage:
    """Answer a read once more, on a fresh connection, when the first answer was an outage.

    `jobsite.views.errors.server_error` answers an outage with an `Outage`. Only reads are repeated: a POST
    may have been carried out before its connection broke.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if isinstance(response, Outage) and request.method in {"GET", "HEAD"}:
            close_old_connections()
            response = self.get_response(request)
        return response
