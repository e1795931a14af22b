"""What each posting is found by when somebody asks for others like it.

Reading a document makes them. They are made anew for postings that have none, such as those that came by
COPY, and for all when the way of making them has changed: a portion in a short transaction, so that the site
may be in use meanwhile.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from postings.compare import bands_of, shingles_of, text_key
from postings.facts import Item, PostingFacts, Span
from postings.facts_json import facts_from_json
from postings.models import Fingerprint, ParseRun, Posting, Requirement
from postings.vocabulary import Section

PORTION = 200  # postings; whoever wants to publish one of them waits a fifth of a second at most


def keep_fingerprints(postings: Sequence[Posting], readings: Sequence[PostingFacts], text: str) -> None:
    """Of a document with several postings, each goes by the text of its own part."""
    _keep((posting, facts, text) for posting, facts in zip(postings, readings, strict=True))


def without_fingerprints() -> QuerySet[Posting]:
    """Return the postings that have no fingerprint, or one that was made in another way than today's."""
    return Posting.objects.filter(~Exists(Fingerprint.objects.current().filter(posting=OuterRef("pk"))))


@transaction.atomic
def renew_fingerprints(*, after: int = 0) -> list[int]:
    """Make those of the next postings above a number; return the numbers of these postings.

    A posting that somebody is changing at this moment is passed over, so that nobody waits for each other;
    whatever is left lacks a fingerprint still, and is found by the next call that begins below it.
    """
    waiting = without_fingerprints().filter(pk__gt=after).order_by("pk")
    postings = list(
        waiting.select_for_update(skip_locked=True, no_key=True, of=("self",))
        .select_related("run", "draft_run")
        .defer("run__facts", "draft_run__facts")[:PORTION]
    )
    published = _published_items(postings)
    _keep(_known(posting, published[posting.pk]) for posting in postings)
    return [posting.pk for posting in postings]


def _published_items(postings: Iterable[Posting]) -> defaultdict[int, list[Item]]:
    items: defaultdict[int, list[Item]] = defaultdict(list)
    rows = Requirement.objects.filter(posting__in=postings).order_by("posting_id", "position")
    for number, section, text, *ends in rows.values_list(
        "posting_id", "section", "text", "span_start", "span_end"
    ):
        items[number].append(Item(Section(section), text, Span(*ends)))
    return items


def _known(posting: Posting, published: Sequence[Item]) -> tuple[Posting, PostingFacts, str]:
    """Return a posting with its draft, else with what is published, and the text of either."""
    try:
        if posting.draft is not None:
            return posting, facts_from_json(posting.draft), posting.review_run.text
    except ValueError:
        pass  # a draft of another version of the site says nothing that could be compared
    run: ParseRun = posting.run
    start, end = posting.span_start, posting.span_end
    span = None if start is None or end is None else Span(start, end)
    return posting, PostingFacts(items=tuple(published), span=span), run.text


def _keep(known: Iterable[tuple[Posting, PostingFacts, str]]) -> None:
    Fingerprint.objects.bulk_create(
        [
            Fingerprint(
                posting=posting,
                text_key=text_key(text[facts.span.start : facts.span.end] if facts.span else text),
                bands=bands_of(shingles_of(facts)),
            )
            for posting, facts, text in known
        ],
        update_conflicts=True,
        unique_fields=("posting",),
        update_fields=("text_key", "bands"),
    )
