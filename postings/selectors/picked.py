"""What a shortlist shows: the cards of its postings, or what became of those that are published no more."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate

from postings.models import Shortlist
from postings.selectors.cards import Card, cards
from postings.vocabulary import PostingState


@dataclass(frozen=True, slots=True)
class Picked:
    pk: int
    note: str
    card: Card | None
    title: str
    gone: date | None  # since when it is archived


def picked(shortlist: Shortlist, *, now: datetime) -> list[Picked]:
    entries = list(shortlist.entries.select_related("posting"))
    shown = {card.id: card for card in cards([entry.posting_id for entry in entries], now=now)}
    return [
        Picked(
            pk=entry.pk,
            note=entry.note,
            card=shown.get(entry.posting.public_id),
            title=entry.posting.title,
            gone=localdate(entry.posting.archived_at) if entry.posting.archived_at else None,
        )
        for entry in entries
        if entry.posting.public_id in shown or entry.posting.state == PostingState.ARCHIVED
    ]
