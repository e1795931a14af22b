"""A database that restarts costs a visitor nothing, or a 503 that says when to come back."""

from collections.abc import Callable

from django.db import close_old_connections
from django.http import HttpRequest, HttpResponse


class RetryAfterOutage:
    """Answer a read once more, on a fresh connection, when the first answer was an outage.

    `jobsite.views.errors.server_error` marks an outage with a Retry-After header. Only reads are
    repeated: a POST may have been carried out before its connection broke.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == 503 and "Retry-After" in response and request.method in {"GET", "HEAD"}:
            close_old_connections()
            response = self.get_response(request)
        return response
