"""A whole selection as a file that begins at once and ends when all of it is told."""

from collections.abc import Iterator
from contextlib import ExitStack
from http import HTTPStatus
from time import monotonic
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from postings.export import KINDS, LARGE, selected, take_turn
from postings.filters import PostingFilterSet
from postings.views.page import Page
from postings.views.tray import Tray

LONGEST = 1800.0  # seconds that a file may take; a million postings take one
WAIT = 60  # seconds until somebody else's file may be done


@require_safe
def export(request: HttpRequest, name: str) -> HttpResponseBase:
    if name not in KINDS:
        raise Http404
    kind, filters = KINDS[name], PostingFilterSet(request.GET, today=timezone.localdate())
    plan, signed_in = filters.plan, request.user.is_authenticated
    with ExitStack() as stack:  # from here on the database stands still
        postings = stack.enter_context(selected(plan))
        if kind.most and len(postings) > kind.most:
            return _too_many_for(request, filters, len(postings), kind.most)
        if len(postings) > LARGE and not signed_in:
            return _only_for_people_we_know(request)
        if len(postings) > LARGE and not take_turn():
            return _others_are_first(request, filters)
        pieces = kind.written(postings, request.build_absolute_uri("/").rstrip("/"))
        held = _Held(pieces if request.method == "GET" else iter(()), stack.pop_all())
    streamed = StreamingHttpResponse(held, content_type=kind.media_type)
    streamed["Content-Disposition"] = f'attachment; filename="postings-{filters.today}.{name}"'
    streamed["Cache-Control"] = "private, no-store"
    return streamed


class _Held:
    """Pieces of a file, and what is to be let go after the last, or as soon as nobody asks for more.

    A generator would not do: one that was never begun does not let go of anything. Whoever reads for too long
    is broken off, since the picture that the file is of keeps old rows from being cleared away.
    """

    def __init__(self, pieces: Iterator[bytes], stack: ExitStack) -> None:
        self._pieces, self._stack, self._until = pieces, stack, monotonic() + LONGEST

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        if monotonic() > self._until:
            raise TimeoutError("a file was read too slowly")
        return next(self._pieces)

    def close(self) -> None:
        self._stack.close()


def _too_many_for(request: HttpRequest, filters: PostingFilterSet, total: int, most: int) -> HttpResponse:
    query = filters.canonical()
    return _no_file(
        request,
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        title=f"{total:,} postings are too many for a spreadsheet",
        text=f"A workbook may have {most:,}. CSV has all of them, and most programs read it.",
        action_label="Take them as CSV",
        action_url=f"{reverse('export', args=['csv'])}{'?' if query else ''}{query}",
    )


def _only_for_people_we_know(request: HttpRequest) -> HttpResponse:
    return _no_file(
        request,
        HTTPStatus.FORBIDDEN,
        title=f"More than {LARGE:,} postings at once are for those who sign in",
        text="Sign in to take all of them, or choose fewer with the filters.",
        action_label="Sign in",
        action_url=f"{reverse('sign-in')}?{urlencode({'next': request.get_full_path()})}",
    )


def _others_are_first(request: HttpRequest, filters: PostingFilterSet) -> HttpResponse:
    response = _no_file(
        request,
        HTTPStatus.TOO_MANY_REQUESTS,
        title="Two large files are being made already",
        text="Yours can begin when one of them is done: try again in a minute. Fewer than "
        f"{LARGE:,} postings can be taken at any time.",
        action_label="Back to the postings",
        action_url=Page(filters, Tray([])).address(),
    )
    response["Retry-After"] = str(WAIT)
    return response


def _no_file(request: HttpRequest, status: HTTPStatus, **said: str) -> HttpResponse:
    return render(request, "postings/no_file.html", said, status=status)
