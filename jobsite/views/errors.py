"""Error pages, and problem documents for programs.

They are rendered without the request, so that none of them can need the database.
"""

import errno
import sys
from datetime import date

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.http import escape_leading_slashes
from psycopg.errors import DiskFull, QueryCanceled

from jobsite.logs import current_request_id
from jobsite.views.problems import DOCS, is_for_programs, problem

SECONDS_TO_RETRY = 5


class Outage(HttpResponse):
    """The database was away: the same question may be answered a moment later."""


def error_page(status: int, **context: object) -> HttpResponse:
    """Return the page `errors/<status>.html`, with the id under which the log knows this request."""
    context["request_id"] = current_request_id.get()
    return HttpResponse(render_to_string(f"errors/{status}.html", context), status=status)


def bad_address(request: HttpRequest, reason: str) -> HttpResponse:
    if is_for_programs(request):
        return problem(400, reason)
    return error_page(400, reason=reason, way_back=_own_path(request))


def _own_path(request: HttpRequest) -> str:
    """Return the path as a link that stays here: one that begins with `//` would name another host."""
    return escape_leading_slashes(request.path.replace("\0", ""))


def too_large(request: HttpRequest) -> HttpResponse:
    most = f"{settings.MOST_BODY_BYTES // 2**20}\N{NO-BREAK SPACE}MB"
    if is_for_programs(request):
        return problem(413, f"A request may have {most} at most; here none needs a body.")
    return error_page(413, most=most, way_back=_own_path(request))


def too_many_tries(request: HttpRequest, credentials: object = None) -> HttpResponse:
    response = error_page(429, minutes=round(settings.AXES_COOLOFF_TIME.total_seconds() / 60))
    response["Retry-After"] = str(round(settings.AXES_COOLOFF_TIME.total_seconds()))
    return response


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    if is_for_programs(request):
        return problem(400, "This request could not be understood.")
    return error_page(400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    if is_for_programs(request):
        return problem(403, "You may not read this.")
    return error_page(403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return error_page(403, stale_form=True, way_back=_own_path(request))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    if is_for_programs(request):
        return problem(404, f"Nothing is at this address. {DOCS} lists what there is.")
    return error_page(404)


def gone(request: HttpRequest, *, since: date) -> HttpResponse:
    return error_page(410, since=since)


def server_error(request: HttpRequest) -> HttpResponse:
    """Tell an outage of the database, and a question it took too long over, from a bug of ours."""
    for_programs = is_for_programs(request)
    match sys.exception():
        case OperationalError(__cause__=QueryCanceled()):
            return _too_slow() if for_programs else error_page(503, too_slow=True)
        case (
            OperationalError(__cause__=DiskFull()) | OSError(errno=errno.ENOSPC | errno.EDQUOT | errno.EFBIG)
        ):
            return problem(507, "There is no room left on the server.") if for_programs else error_page(507)
        case OperationalError() | InterfaceError():
            away = "The library is away for a moment. Ask again in some seconds."
            return _outage(problem(503, away) if for_programs else error_page(503))
    if for_programs:
        return problem(500, "Something broke on our side. The log has it under the id of this request.")
    return error_page(500)


def _too_slow() -> HttpResponse:
    response = problem(503, "That question took too long. Ask for less, or again when there is less to do.")
    response["Retry-After"] = str(SECONDS_TO_RETRY)
    return response


def _outage(said: HttpResponse) -> Outage:
    response = Outage(said.content, status=said.status_code, headers=dict(said.headers))
    response["Retry-After"] = str(SECONDS_TO_RETRY)
    return response
