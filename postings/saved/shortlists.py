"""Shortlists: postings that were picked, in the order of picking, each with a note."""

from collections.abc import Iterable

from django.contrib.auth.models import User
from django.db import transaction

from postings.models import Posting, Shortlist, ShortlistEntry
from postings.saved.owned import kept
from postings.saved.refusal import NotKept

MOST = 200  # postings of one list
LONGEST_NOTE = 2_000


@transaction.atomic
def make_shortlist(*, owner: User, name: str, postings: Iterable[Posting] = ()) -> Shortlist:
    made = kept(Shortlist(owner=owner, name=name), what="shortlist")
    if postings := list(postings):
        put_on(shortlist=made, postings=postings)
    return made


@transaction.atomic
def put_on(*, shortlist: Shortlist, postings: Iterable[Posting]) -> int:
    """Put published postings on the list; return how many were not on it."""
    postings = list(postings)
    if not postings:
        raise NotKept("Those postings are not in the library any more, so there is nothing to put on a list.")
    there = set(shortlist.entries.values_list("posting_id", flat=True))
    new = [one for one in postings if one.pk not in there]
    if len(there) + len(new) > MOST:
        raise NotKept(f"A shortlist has {MOST} postings at most; “{shortlist}” has {len(there)} now.")
    ShortlistEntry.objects.bulk_create(
        [ShortlistEntry(shortlist=shortlist, posting=one) for one in new], ignore_conflicts=True
    )
    return len(new)


def take_off(*, entry: ShortlistEntry) -> None:
    entry.delete()


def note(*, entry: ShortlistEntry, text: str) -> ShortlistEntry:
    text = text.replace("\r\n", "\n").strip()  # as forms send the end of a line, and as they count it
    if len(text) > LONGEST_NOTE:
        raise NotKept(
            f"That note has {len(text):,} letters; {LONGEST_NOTE:,} is the most. Nothing was changed."
        )
    entry.note = text
    entry.save(update_fields=["note"])
    return entry
