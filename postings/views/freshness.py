"""Whether a page has been drawn already: known before any of its work is done.

A page of the library depends on its address, on what is published, on who looks, on the day and on the code
that draws it, and on nothing else. Where one of them differs, so does the mark. A browser that has the page
of a mark is told so; a visitor who is not signed in gets what was drawn for the one before.
"""

import hashlib
from collections.abc import Callable
from functools import cache, partial, wraps
from http import HTTPStatus

from django.conf import settings
from django.contrib.messages import get_messages
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers

from postings import search
from postings.search.answer import Moment

LARGEST = 512 * 1024  # bytes of a page that is kept
View = Callable[..., HttpResponse]


def kept_while_fresh(view: View) -> View:
    """Answer 304 to a browser that has the page as it is now; nothing between it and us may keep the page.

    This process keeps it for the next visitor.
    """
    return _told_while_fresh(view, _drawn_once)


def told_while_fresh(view: View) -> View:
    """Answer 304 to who has the answer as it is now, and keep none.

    A program that pages through the library would push out what visitors ask for.
    """
    return _told_while_fresh(view, _drawn)


def _told_while_fresh(view: View, draw: Callable[[View, HttpRequest, str], HttpResponse]) -> View:
    @wraps(view)
    def answered(request: HttpRequest, **address: str) -> HttpResponse:
        drawn = partial(view, **address)
        with search.one_moment() as moment:
            mark = _mark(request, moment)
            response = mark and get_conditional_response(request, etag=mark)
            if not response:
                response = draw(drawn, request, mark) if mark else drawn(request)
                patch_cache_control(response, private=True, no_cache=True)
                patch_vary_headers(response, ("Cookie", "HX-Request"))
        return response

    return answered


def kept_for_visitors(view: View) -> View:
    """Do so for who is not signed in: for others the page also depends on what they keep."""
    kept = kept_while_fresh(view)

    @wraps(view)
    def answered(request: HttpRequest, **address: str) -> HttpResponse:
        if not request.user.is_authenticated:
            return kept(request, **address)
        response = view(request, **address)
        patch_cache_control(response, private=True, no_cache=True)
        return response

    return answered


def _drawn(view: View, request: HttpRequest, mark: str) -> HttpResponse:
    response = view(request)
    if response.status_code == HTTPStatus.OK:
        response["ETag"] = mark
    return response


def _drawn_once(view: View, request: HttpRequest, mark: str) -> HttpResponse:
    """Return the page of this mark as this process drew it before, if it did.

    A visitor's page holds no form that changes anything, hence no token of theirs.
    """
    pages = caches["pages"]
    if found := pages.get(mark):
        content, headers = found
        return HttpResponse(content, headers=headers)
    response = _drawn(view, request, mark)
    personal = request.user.is_authenticated or response.cookies
    if "ETag" in response and not personal and len(response.content) <= LARGEST:
        pages.set(mark, (response.content, dict(response.headers)))
    return response


def _mark(request: HttpRequest, moment: Moment) -> str | None:
    if settings.DEBUG or len(get_messages(request)):
        return None  # a template may have been edited; a message is shown once
    seen = (
        *(moment, timezone.localdate(), timezone.now().hour),  # "posted 3 hours ago"
        *(request.user.pk, request.build_absolute_uri(), _deployed()),
        (request.headers.get("HX-Request"), request.headers.get("HX-Target")),  # which tell what to push
        (settings.PUBLIC, settings.TIME_ZONE),
        request.user.is_authenticated
        and (request.user.get_username(), request.user.is_staff, request.META.get("CSRF_COOKIE")),
    )
    return f'"{hashlib.sha256(repr(seen).encode()).hexdigest()[:32]}"'


@cache
def _deployed() -> float:
    """Return when the newest template or module of this installation was written."""
    files = (
        file
        for folder in ("templates", "postings", "jobsite", "static")
        for file in (settings.BASE_DIR / folder).rglob("*.*")
        if file.suffix in {".html", ".py", ".css", ".js"}
    )
    return max(file.stat().st_mtime for file in files)
