"""The application that gunicorn serves.

Its database connections give up on questions that take too long, and a body that breaks off is a broken
connection, not a shorter body.
"""

import os
from collections.abc import Callable, Iterable
from typing import Any, BinaryIO

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jobsite.settings")


class WholeBody:
    """The body of a request, which raises where it ends before its announced end.

    gunicorn ends it silently. Of a form with two files the first would then be taken for all that was sent.
    """

    def __init__(self, body: BinaryIO, length: int) -> None:
        self._body = body
        self._left = length

    def read(self, size: int = -1) -> bytes:
        return self._counted(self._body.read(size), size)

    def readline(self, size: int = -1) -> bytes:
        return self._counted(self._body.readline(size), size)

    def _counted(self, data: bytes, size: int) -> bytes:
        self._left -= len(data)
        if not data and size and self._left > 0:
            raise ConnectionResetError("The connection broke before the end of what was sent.")
        return data


def limit_statements(connection: BaseDatabaseWrapper, **_: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('statement_timeout', %s, false)", [str(settings.STATEMENT_TIMEOUT)])


connection_created.connect(limit_statements)
django_application = get_wsgi_application()


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    length = environ.get("CONTENT_LENGTH") or "0"
    if length.isascii() and length.isdigit():
        environ["wsgi.input"] = WholeBody(environ["wsgi.input"], int(length))
    return django_application(environ, start_response)
