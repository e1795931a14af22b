"""Every request has an id, an `X-Request-ID` header and one line in the log; error pages show the id."""

import logging
import re
import secrets
from collections.abc import Callable
from time import perf_counter

from django.http import HttpRequest, HttpResponse

from jobsite.logs import current_request_id

log = logging.getLogger("jobsite.request")
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
                "path": request.get_full_path(),
                "status": response.status_code,
                "ms": round((perf_counter() - started) * 1000, 1),
            }
            log.info("request", extra={"fields": fields})
            return response
        finally:
            current_request_id.reset(token)
