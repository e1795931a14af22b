"""Every request has an id, an `X-Request-ID` header and one line in the log; error pages show the id.

A token that somebody has put into an address by mistake is left out of that line.
"""

import logging
import re
import secrets
from collections.abc import Callable
from time import perf_counter

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from jobsite.logs import current_request_id

log = logging.getLogger("jobsite.request")
TOKEN = re.compile(rf"{settings.API_TOKEN_PREFIX}[A-Za-z0-9_-]{{20,}}")
GIVEN_ID = re.compile(r"[A-Za-z0-9-]{8,64}")


class RequestLog:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        given = request.headers.get("X-Request-ID", "")
        request_id = given if GIVEN_ID.fullmatch(given) else secrets.token_hex(8)
        token = current_request_id.set(request_id)
        started = perf_counter()
        try:
            response = self.get_response(request)
            response["X-Request-ID"] = request_id
            fields = {
                "method": request.method,
                "path": TOKEN.sub(f"{settings.API_TOKEN_PREFIX}…", request.get_full_path()),
                "status": response.status_code,
                "ms": round((perf_counter() - started) * 1000, 1),
            }
            log.info("request", extra={"fields": fields})
            return response
        finally:
            current_request_id.reset(token)
