"""Short links: made by who is signed in, followed by anybody who may see where they lead."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from postings.models import ShortLink
from postings.saved import NotKept, short_link
from postings.views.people import for_people, person, typed


@for_people
@require_POST
def shorten(request: HttpRequest) -> HttpResponse:
    """Answer with the short address of a path of this site."""
    try:
        link = short_link(address=typed(request, "address"), by=person(request))
    except NotKept as fault:
        return JsonResponse({"fault": str(fault)}, status=400)
    return JsonResponse({"url": request.build_absolute_uri(reverse("short", args=[link.code]))})


@require_safe
def follow_short(request: HttpRequest, code: str) -> HttpResponse:
    return HttpResponseRedirect(get_object_or_404(ShortLink, code=code).address)
