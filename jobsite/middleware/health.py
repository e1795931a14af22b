"""For machines: is the process alive, and can it answer from an up-to-date database?

Answered before anything else looks at the request: a probe comes from inside, without TLS, without a
session and under whatever host name its machine happens to use.
"""

from collections.abc import Callable

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse

NEVER_STORED = {"Cache-Control": "no-store"}


class HealthChecks:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        match request.path:
            case "/healthz":
                return HttpResponse("ok\n", content_type="text/plain", headers=NEVER_STORED)
            case "/readyz":
                return readiness()
        return self.get_response(request)


def readiness() -> HttpResponse:
    try:
        executor = MigrationExecutor(connection)
        waiting = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    except DatabaseError:
        state = {"database": "does not answer", "migrations": "unknown"}
    else:
        missing = f"{waiting} to apply: run manage.py migrate"
        state = {"database": "ok", "migrations": missing if waiting else "ok"}
    healthy = set(state.values()) == {"ok"}
    return JsonResponse(state, status=200 if healthy else 503, headers=NEVER_STORED)
