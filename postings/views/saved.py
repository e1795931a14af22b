"""A person's own page: their searches with what is new, their shortlists, and those of their teams."""

from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import Group
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from postings.filters import PostingFilterSet
from postings.models import SavedSearch, Shortlist
from postings.saved import NotKept, follow, look, rename, save_search, searches_of, share, teams_of
from postings.views.people import for_people, person, typed
from postings.vocabulary import Cadence


@for_people
@cache_control(private=True, no_cache=True)
@require_http_methods(["GET", "HEAD", "POST"])
def saved(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return _save(request)
    user, now = person(request), timezone.now()
    context = {
        "searches": list(searches_of(user, today=timezone.localdate(now), now=now)),
        "shortlists": Shortlist.objects.visible_to(user).with_counts().select_related("owner", "team"),
        "teams": teams_of(user),
        "cadences": Cadence.choices(),
        "has_address": bool(user.email),
    }
    return render(request, "postings/saved.html", context)


@for_people
@require_safe
def open_search(request: HttpRequest, pk: int) -> HttpResponse:
    """Lead to the results; what is new is counted from now on."""
    found = get_object_or_404(SavedSearch.objects.visible_to(person(request)), pk=pk)
    look(search=found, user=person(request), now=timezone.now())
    return redirect(f"{reverse('home')}{'?' if found.query else ''}{found.query}")


@for_people
@require_POST
def change_search(request: HttpRequest, pk: int) -> HttpResponse:
    """Its owner renames, shares or deletes it; whoever sees it says how often mail comes."""
    user = person(request)
    found = get_object_or_404(SavedSearch.objects.visible_to(user), pk=pk)
    own = found.owner_id == user.pk
    if "delete" in request.POST:
        if not own:
            raise Http404
        found.delete()
        messages.success(request, f"The search “{found}” is deleted, and no more mail comes about it.")
        return redirect("saved")
    try:
        with transaction.atomic():
            if own and "name" in request.POST:
                rename(thing=found, name=typed(request, "name"), what="search")
                share(thing=found, team=team_in(request))
            follow(search=found, user=user, cadence=_cadence_in(request), now=timezone.now())
    except NotKept as fault:
        messages.error(request, str(fault))
    else:
        messages.success(request, f"“{found}” is changed.")
    return redirect("saved")


def _save(request: HttpRequest) -> HttpResponse:
    filters = PostingFilterSet(QueryDict(typed(request, "query")), today=timezone.localdate())
    query = filters.canonical()
    try:
        kept = save_search(
            owner=person(request),
            name=typed(request, "name"),
            query=query,
            now=timezone.now(),
            cadence=_cadence_in(request),
        )
    except NotKept as fault:
        back = query if len(query) <= settings.MAX_QUERY_STRING_BYTES else ""
        told = {
            "fault": str(fault),
            "query": query,
            "name": typed(request, "name"),
            "cadence": _cadence_in(request),
            "cadences": Cadence.choices(),
            "has_address": bool(person(request).email),
            "back": f"{reverse('home')}{'?' if back else ''}{back}",
        }
        return render(request, "postings/not_saved.html", told, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.success(request, f"Saved as “{kept}”. What is new in it will be counted here.")
    return redirect("saved")


def _cadence_in(request: HttpRequest) -> Cadence:
    given = request.POST.get("cadence", "")
    return Cadence(given) if given in set(Cadence) else Cadence.NEVER


def team_in(request: HttpRequest) -> Group | None:
    """Return the team that a form names, if it is one of theirs."""
    given = request.POST.get("team", "")
    return next((team for team in teams_of(person(request)) if str(team.pk) == given), None)


def shortlist_menu(request: HttpRequest, ids: list[str]) -> dict[str, Any] | None:
    """Return what templates/_components/shortlist_menu.html shows to who is signed in."""
    if not request.user.is_authenticated:
        return None
    return {"lists": list(Shortlist.objects.filter(owner=person(request))), "ids": ids}
