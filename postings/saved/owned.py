"""What searches and shortlists have in common: a name, an owner, and a team that may see them."""

from typing import TypeVar

from django.contrib.auth.models import Group, User
from django.db import IntegrityError, transaction

from postings.models.saved import Shared
from postings.saved.refusal import NotKept

Kept = TypeVar("Kept", bound=Shared)
LONGEST_NAME = 120


def kept(thing: Kept, *, what: str) -> Kept:
    """Write it, unless its owner has another of that name; `what` is what readers call it."""
    thing.name = " ".join(thing.name.split())
    if not thing.name:
        raise NotKept(f"A {what} needs a name: write one and save again.")
    if len(thing.name) > LONGEST_NAME:
        raise NotKept(f"That name has {len(thing.name)} letters; {LONGEST_NAME} is the most.")
    try:
        with transaction.atomic():
            thing.save()
    except IntegrityError:
        raise NotKept(
            f"You have a {what} called “{thing.name}” already. Choose another name, or delete that one."
        ) from None
    return thing


def rename(*, thing: Kept, name: str, what: str) -> Kept:
    thing.name = name
    return kept(thing, what=what)


def share(*, thing: Kept, team: Group | None) -> Kept:
    """Let a team of its owner's see it, or nobody."""
    if team is not None and team not in teams_of(thing.owner):
        raise NotKept("You can share with teams that you are in; an administrator puts people into teams.")
    thing.team = team
    thing.save(update_fields=["team"])
    return thing


def teams_of(user: User) -> list[Group]:
    return list(user.groups.order_by("name"))
