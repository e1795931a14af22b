"""Addresses that no page of ours makes are refused politely, before any work is done for them."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from jobsite.views.errors import bad_address, too_large

MOST_VALUES = 20  # of one key: more is a script, or a mistake, and every page would be as slow


class PoliteRefusal:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if reason := reason_to_refuse(request):
            return bad_address(request, reason)
        if body_length(request) > settings.MOST_BODY_BYTES:
            return too_large(request)
        return self.get_response(request)


def body_length(request: HttpRequest) -> int:
    length = request.META.get("CONTENT_LENGTH") or "0"
    return int(length) if length.isascii() and length.isdigit() else 0


def reason_to_refuse(request: HttpRequest) -> str:
    """Return why this address is refused, as a sentence for its reader, or an empty string."""
    query = request.META.get("QUERY_STRING", "")
    if len(query) > settings.MAX_QUERY_STRING_BYTES:
        return (
            f"The address is too long: its question may have {settings.MAX_QUERY_STRING_BYTES:,} characters."
        )
    if "\0" in request.path or "%00" in query:
        return "The address contains a NUL character, which no text here can contain."
    if "\0" in request.COOKIES.get(settings.SESSION_COOKIE_NAME, ""):  # written "\000": the parser decodes it
        return "Your session cookie is damaged. Remove the cookies of this site, then sign in again."
    if query.count("&") >= MOST_VALUES:
        for key, values in request.GET.lists():
            if len(values) > MOST_VALUES:
                return (
                    f"“{key}” is given {len(values)} times: {MOST_VALUES} values are the most for one filter."
                )
    return ""
