"""A shortlist: its postings with notes, for its owner to change and its team to read."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_POST

from postings.models import Posting, Shortlist, ShortlistEntry
from postings.saved import NotKept, make_shortlist, note, put_on, rename, share, take_off, teams_of
from postings.selectors.picked import picked
from postings.views.people import for_people, person, typed
from postings.views.saved import team_in


@for_people
@cache_control(private=True, no_cache=True)
@require_http_methods(["GET", "HEAD", "POST"])
def shortlist(request: HttpRequest, pk: int) -> HttpResponse:
    user = person(request)
    found = get_object_or_404(Shortlist.objects.visible_to(user).select_related("owner", "team"), pk=pk)
    own = found.owner_id == user.pk
    if request.method == "POST":
        if not own:
            raise Http404
        return _changed(request, found)
    context = {
        "shortlist": found,
        "own": own,
        "entries": picked(found, now=timezone.now()),
        "teams": teams_of(user) if own else [],
    }
    return render(request, "postings/shortlist.html", context)


@for_people
@require_POST
def pick(request: HttpRequest) -> HttpResponse:
    """Put postings on a list of one's own, an old one or a new one, and go back to where they were picked."""
    user = person(request)
    postings = Posting.objects.published().filter(public_id__in=_ids_in(request)).order_by("pk")
    try:
        if given := request.POST.get("list", ""):
            mine = Shortlist.objects.filter(owner=user, pk=given if given.isdecimal() else 0)
            target = get_object_or_404(mine)
            count = put_on(shortlist=target, postings=postings)
        else:
            target = make_shortlist(owner=user, name=typed(request, "name"), postings=postings)
            count = len(postings)
    except NotKept as fault:
        messages.error(request, str(fault))
    else:
        said = f"{count} posting{'' if count == 1 else 's'} put on" if count else "That was already on"
        messages.success(request, f"{said} the shortlist “{target}”.")
        return HttpResponseRedirect(_way_back(request) or reverse("shortlist", args=[target.pk]))
    return HttpResponseRedirect(_way_back(request) or reverse("saved"))


@for_people
@require_POST
def change_entry(request: HttpRequest, pk: int, entry: int) -> HttpResponse:
    mine = ShortlistEntry.objects.select_related("posting").filter(shortlist__owner=person(request))
    found = get_object_or_404(mine, shortlist=pk, pk=entry)
    try:
        if "remove" in request.POST:
            take_off(entry=found)
            messages.success(request, f"“{found.posting}” is off the list.")
        else:
            note(entry=found, text=typed(request, "note"))
            messages.success(request, f"The note on “{found.posting}” is kept.")
    except NotKept as fault:
        messages.error(request, str(fault))
    return redirect("shortlist", pk)


def _changed(request: HttpRequest, found: Shortlist) -> HttpResponse:
    if "delete" in request.POST:
        found.delete()
        messages.success(request, f"The shortlist “{found}” is deleted; its postings stay in the library.")
        return redirect("saved")
    try:
        rename(thing=found, name=typed(request, "name"), what="shortlist")
        share(thing=found, team=team_in(request))
    except NotKept as fault:
        messages.error(request, str(fault))
    else:
        messages.success(request, f"“{found}” is changed.")
    return redirect("shortlist", found.pk)


def _ids_in(request: HttpRequest) -> list[str]:
    """Return the postings that a form names; a pinned revision is a posting all the same."""
    return [one for given in request.POST.getlist("p") if (one := given.partition("@")[0]).isalnum()]


def _way_back(request: HttpRequest) -> str:
    """Return the page of this site that a form came from, if it says."""
    given = typed(request, "next")
    return given if given.startswith("/") and url_has_allowed_host_and_scheme(given, None) else ""
