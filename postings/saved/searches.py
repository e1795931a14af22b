"""Saved searches: kept under a name, shared with a team, followed by whoever sees them.

A search is its canonical query string, so it means what the page means. What is new in it is what was
published first since one last looked.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.http import QueryDict

from postings import search
from postings.filters import PostingFilterSet
from postings.models import Follower, SavedSearch
from postings.models.saved import LONGEST_QUERY
from postings.saved.owned import kept
from postings.saved.refusal import NotKept
from postings.vocabulary import Cadence

LAG = timedelta(minutes=2)  # what is being published has its time already, and nobody sees it yet
MOST = 200  # of one person: each is counted anew when they open their page


@transaction.atomic
def save_search(
    *,
    owner: User,
    name: str,
    query: str,
    now: datetime,
    cadence: Cadence = Cadence.NEVER,
) -> SavedSearch:
    if SavedSearch.objects.filter(owner=owner).count() >= MOST:
        raise NotKept(
            f"{MOST} searches are saved already, which is the most. Delete one that you do not need."
        )
    if len(query) > LONGEST_QUERY:
        raise NotKept("That search is too long to be saved: take some words or filters away.")
    saved = kept(SavedSearch(owner=owner, name=name, query=query), what="search")
    follow(search=saved, user=owner, cadence=cadence, now=now)
    return saved


def follow(*, search: SavedSearch, user: User, cadence: Cadence, now: datetime) -> Follower:
    """Begin to follow, or change how often mail comes; what is new counts from the first time on."""
    if cadence is not Cadence.NEVER and not user.email:
        raise NotKept("There is no e-mail address in your account: ask an administrator to write it down.")
    follower, _ = Follower.objects.update_or_create(
        search=search,
        user=user,
        defaults={"cadence": cadence},
        create_defaults={"cadence": cadence, "looked_at": now - LAG},
    )
    return follower


def look(*, search: SavedSearch, user: User, now: datetime) -> None:
    """Count what is new from here on."""
    Follower.objects.update_or_create(
        search=search,
        user=user,
        defaults={"looked_at": now - LAG},
        create_defaults={"looked_at": now - LAG, "cadence": Cadence.NEVER},
    )


def unfollow(*, follower: Follower) -> None:
    """Send no more mail; what is new is still counted."""
    Follower.objects.filter(pk=follower.pk).update(cadence=Cadence.NEVER)


@dataclass(frozen=True, slots=True)
class Kept:
    """A saved search as one person sees it."""

    saved: SavedSearch
    own: bool
    total: int
    new: int | None  # since they last looked; None where they never did
    cadence: str
    said: list[str]  # its filters in words


def searches_of(user: User, *, today: date, now: datetime) -> Iterator[Kept]:
    """Yield their own searches, then those of their teams, each with what is new."""
    following = {one.search_id: one for one in Follower.objects.filter(user=user)}
    visible = SavedSearch.objects.visible_to(user).select_related("owner", "team")
    for saved in sorted(visible, key=lambda one: (one.owner_id != user.pk, one.name.casefold())):
        follower, filters = following.get(saved.pk), filters_of(saved, today)
        yield Kept(
            saved=saved,
            own=saved.owner_id == user.pk,
            total=search.totals([filters.plan])[0],
            new=search.published_between(filters.plan, follower.looked_at, now).total if follower else None,
            cadence=follower.cadence if follower else Cadence.NEVER,
            said=in_words(filters),
        )


def filters_of(saved: SavedSearch, today: date) -> PostingFilterSet:
    return PostingFilterSet(QueryDict(saved.query), today=today)


def in_words(filters: PostingFilterSet) -> list[str]:
    return [one.filter.says(value) for one in filters.applied if one.key != "sort" for value in one.values]
