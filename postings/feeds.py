"""The newest postings of a selection as an Atom feed.

An entry is known by the posting's short address, which never changes, and is as old as its last revision.
What it says is made of facts, without ways to reach a person.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.views.decorators.http import require_safe

from postings import search
from postings.contacts import without_contacts
from postings.export import UNWRITABLE
from postings.filters import PostingFilterSet
from postings.models import Posting
from postings.query import Order
from postings.selectors import cards
from postings.selectors.cards import Card
from postings.views.freshness import kept_while_fresh
from postings.views.page import Page
from postings.views.tray import Tray

ENTRIES = 50


@require_safe
@kept_while_fresh
def feed(request: HttpRequest) -> HttpResponse:
    filters = PostingFilterSet(request.GET, today=timezone.localdate())
    answer = search.run(replace(filters.plan, order=Order.NEWEST), limit=ENTRIES)
    shown = cards(answer.results.ids, now=timezone.now())
    listed, own = (Page(filters, Tray([]), view=view) for view in ("home", "feed"))
    said = " · ".join(chip["value"] for chip in listed.chips(answer.pay.currency))
    atom = Atom1Feed(
        title=_plain(f"Job descriptions: {said}" if said else "Job descriptions"),
        link=request.build_absolute_uri(listed.address(sort=None)),
        feed_url=request.build_absolute_uri(own.address(sort=None)),
        description="",
        language="en",
    )
    times = _times(shown)
    for card in shown:
        first, last = times[card.id]
        atom.add_item(
            title=_plain(f"{card.title} · {card.company}" if card.company else card.title),
            link=request.build_absolute_uri(card.url),
            unique_id=request.build_absolute_uri(reverse("posting-by-id", args=[card.id])),
            description=escape(_plain(_in_words(card))),
            categories=[_plain(skill["text"]) for skill in card.skills],
            pubdate=first,
            updateddate=last,
        )
    return HttpResponse(atom.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


def _times(shown: Sequence[Card]) -> dict[str, tuple[datetime | None, datetime | None]]:
    """Return when each was published, first and last."""
    found = Posting.objects.filter(public_id__in=[card.id for card in shown])
    times = found.values_list("public_id", "first_published_at", "published_at")
    return {public_id: (first, last) for public_id, first, last in times}


def _plain(text: str) -> str:
    """Return what XML may have of a text, without ways to reach a person."""
    return UNWRITABLE.sub("", without_contacts(text))


def _in_words(card: Card) -> str:
    skills = ", ".join(skill["text"] for skill in card.skills)
    parts = (card.places, card.mode, card.pay or "pay not stated", card.experience, skills)
    return " · ".join(part for part in parts if part)
