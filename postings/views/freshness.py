"""Whether a reader has seen this page already: known before any of its work is done.

A page of results depends on its address, on what is published, on who looks, on the day and on the code that
draws it, and on nothing else. Where one of them differs, so does the mark.
"""

import hashlib
from collections.abc import Callable
from functools import cache, wraps

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.views.decorators.http import condition

from postings import search

View = Callable[[HttpRequest], HttpResponse]


def kept_while_fresh(view: View) -> View:
    """Answer 304 to a browser that has the page as it is now; nobody else may keep it."""
    conditional = condition(etag_func=_mark)(view)

    @wraps(view)
    def answered(request: HttpRequest) -> HttpResponse:
        response = conditional(request)
        patch_cache_control(response, private=True, no_cache=True)
        patch_vary_headers(response, ("Cookie", "HX-Request"))
        return response

    return answered


def _mark(request: HttpRequest) -> str | None:
    if settings.DEVELOPMENT or len(get_messages(request)):
        return None  # a template may have been edited; a message is shown once
    seen = (
        *(search.moment(), timezone.localdate(), timezone.now().hour),  # "posted 3 hours ago"
        *(request.user.pk, request.get_full_path(), _deployed()),
    )
    return f'"{hashlib.sha256(repr(seen).encode()).hexdigest()[:32]}"'


@cache
def _deployed() -> float:
    """Return when the newest template or module of this installation was written."""
    files = (
        file
        for folder in ("templates", "postings", "static")
        for file in (settings.BASE_DIR / folder).rglob("*.*")
        if file.suffix in {".html", ".py", ".css", ".js"}
    )
    return max(file.stat().st_mtime for file in files)
