"""What goes wrong at an address for programs: RFC 9457 problem documents instead of pages.

A status and a sentence in; a JSON document out, with the id under which the log knows the request. Nothing
else of the request is in it, and nothing of the fault that caused it.
"""

import json
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse

from jobsite.logs import current_request_id

FOR_PROGRAMS = "/api/"
DOCS = "/api/v1/docs"
PROBLEM = "application/problem+json"
NO_KIND_OF_ITS_OWN = "about:blank"  # RFC 9457: the status says all that there is to say


def is_for_programs(request: HttpRequest) -> bool:
    return request.path.startswith(FOR_PROGRAMS)


def problem(status: int, detail: str, *, kind: str = NO_KIND_OF_ITS_OWN, **more: Any) -> HttpResponse:
    """Return the document; `more` becomes members of its own, as RFC 9457 lets them be."""
    said = {"type": kind, "title": HTTPStatus(status).phrase, "status": status, "detail": detail, **more}
    if request_id := current_request_id.get():
        said["request_id"] = request_id
    text = json.dumps(said, ensure_ascii=False)
    return HttpResponse(text, status=status, content_type=PROBLEM, headers={"Cache-Control": "no-store"})
