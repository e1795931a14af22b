"""What the search box offers while somebody types: a list to choose from, as a piece of HTML."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from postings import search

KINDS = {"skill": "Skill", "title": "Title", "company": "Company", "place": "Place"}


@require_safe
@cache_control(private=True, max_age=60)
def suggest(request: HttpRequest) -> HttpResponse:
    offered = {
        _search_text(one): {
            "kind": KINDS[one.kind],
            "name": f"{one.before} {one.name}".strip(),
            "count": one.count,
        }
        for one in search.suggestions(request.GET.get("q", ""))
    }
    options = [
        {**option, "text": text, "url": f"{reverse('home')}?{urlencode({'q': text})}"}
        for text, option in offered.items()
    ]
    return render(request, "postings/suggestions.html", {"options": options})


def _search_text(one: search.Suggestion) -> str:
    """Return the search that the suggestion stands for: companies and places are named as what they are."""
    quoted = '"{}"'.format(one.name.replace('"', ""))
    if one.kind in {"company", "place"}:
        text = f"{one.kind}:{quoted if ' ' in one.name else one.name}"
    else:  # a dash or a bracket in a title or a skill would mean something of its own
        text = one.name if one.name.replace(" ", "").isalnum() else quoted
    return f"{one.before} {text}".strip()
