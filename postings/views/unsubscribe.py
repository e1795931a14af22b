"""Calling off mail without signing in: a page with one button, which mail programs press by themselves."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from postings.saved import follower_of, unfollow


@csrf_exempt  # RFC 8058: a mail program has no token; the address itself is the proof
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """Looking changes nothing: programs that check links look at all of them."""
    follower = follower_of(token)
    if follower is None:
        raise Http404
    if request.method == "POST":
        unfollow(follower=follower)
    context = {"name": follower.search.name, "done": request.method == "POST"}
    return render(request, "postings/unsubscribe.html", context)
