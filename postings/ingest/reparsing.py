"""A document is read again by the parser as it is now. Nothing is published by it, and no edit is lost.

Each posting of the document gets the fresh reading as its draft, with what people had changed put back in. A
posting that was not found before becomes a draft of its own; one that is not found any more stays as it is.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.contrib.auth.models import User
from django.db import transaction

from postings.facts import PostingFacts
from postings.facts_json import facts_from_json, facts_to_json
from postings.ingest.drafts import draft_of, new_drafts
from postings.ingest.fingerprints import keep_fingerprints
from postings.ingest.history import recorded
from postings.ingest.publishing import settle_document
from postings.ingest.reading import Ended, Reading, outcome_of
from postings.ingest.refusal import Refused
from postings.ingest.rereading import reread
from postings.models import Document, ParseRun, Posting
from postings.readers import Unreadable
from postings.vocabulary import DocumentState, PostingState

READ = (DocumentState.NEEDS_REVIEW, DocumentState.PUBLISHED)
WORD = re.compile(r"[^\W_]")
SAME = 0.7  # of the words of the shorter of two parts


@dataclass(frozen=True, slots=True)
class Reread:
    """One posting before and after; None: it was not found before, or is not found any more."""

    posting: Posting | None
    before: PostingFacts | None
    after: PostingFacts | None


def read_again(document: Document) -> Reading:
    """Read without storing anything; Refused where there is nothing to read again."""
    if document.state not in READ:
        state = DocumentState(document.state).label.lower()
        raise Refused(f"“{document}” is {state}: there is nothing to read again.")
    try:
        reading = outcome_of(document)
    except Unreadable as fault:
        raise Refused(f"It cannot be read any more. {fault}") from fault
    if isinstance(reading, Ended):
        raise Refused("It is an archive or a table now. Read its parts again, each by itself.")
    return reading


def rereadings(document: Document, reading: Reading) -> list[Reread]:
    """Return what would become of each posting of the document."""
    postings = list(
        Posting.objects.filter(document=document, merged_into=None)
        .exclude(state=PostingState.TRASHED)
        .select_related("run", "draft_run")
        .order_by("part")
    )
    pairs = _pairs(postings, reading)
    found = []
    for posting in postings:
        now = draft_of(posting)
        fresh = pairs.get(posting.pk)
        after = fresh and replace(reread(_as_read(posting, now), now, fresh, reading.text), part=posting.part)
        found.append(Reread(posting, now, after))
    old = {id(fresh) for fresh in pairs.values()}
    return [*found, *(Reread(None, None, fresh) for fresh in reading.readings if id(fresh) not in old)]


def store_rereading(
    *, document: Document, reading: Reading, by: User | None = None, discards: bool = False
) -> int:
    """Make drafts of the fresh reading; return how many postings have one that says something new.

    With `discards`, drafts that the reading does not have go to the trash.
    """
    with transaction.atomic(), recorded(by=by, reason=f"read again by parser {reading.parser_version}"):
        document = Document.objects.select_for_update().get(pk=document.pk)
        list(Posting.objects.select_for_update().filter(document=document).values_list("pk"))
        run = ParseRun.objects.create(
            document=document,
            parser_version=reading.parser_version,
            text=reading.text,
            facts=[facts_to_json(facts) for facts in reading.readings],
            repairs=list(reading.repairs),
            milliseconds=reading.milliseconds,
        )
        changed = sum(_stored(one, document, run, discards) for one in rereadings(document, reading))
        if changed:
            settle_document(document.pk)
    return changed


def _stored(one: Reread, document: Document, run: ParseRun, discards: bool) -> bool:
    """Store what became of one posting; return whether anything did."""
    posting, after = one.posting, one.after
    if posting is None:
        if after is not None:
            part = Posting.objects.filter(document=document).count() + 1
            new_drafts(document, run, [replace(after, part=part)])
        return after is not None
    if after is None:
        if discards and posting.state == PostingState.DRAFT:
            posting.state = PostingState.TRASHED
            posting.save(update_fields=("state",))
            return True
        return False
    if after == one.before:
        return False
    posting.draft = facts_to_json(after)
    posting.draft_run = run
    posting.save(update_fields=("draft", "draft_run"))
    keep_fingerprints([posting], [after], run.text)
    return True


def _as_read(posting: Posting, now: PostingFacts) -> PostingFacts:
    """Return the facts as they were read, before anybody changed them: those of the same part."""
    run = posting.review_run
    read = [facts_from_json(facts) for facts in run.facts]
    same = [facts for facts in read if facts.span == now.span] or [f for f in read if f.part == posting.part]
    return same[0] if same else now


def _pairs(postings: Sequence[Posting], reading: Reading) -> dict[int, PostingFacts]:
    """Return the fresh reading of each posting.

    In the same text by where they begin; in another in order where there are as many, else by their words.
    """
    if all(posting.review_run.text == reading.text for posting in postings):
        begun = {_beginning(reading.text, fresh): fresh for fresh in reading.readings}
        places = ((posting.pk, _beginning(reading.text, draft_of(posting))) for posting in postings)
        return {pk: begun[at] for pk, at in places if at in begun}
    if len(postings) == len(reading.readings):
        return {posting.pk: fresh for posting, fresh in zip(postings, reading.readings, strict=True)}
    pairs: dict[int, PostingFacts] = {}
    left = list(reading.readings)
    for posting in postings:
        words = _words(posting.review_run.text, draft_of(posting))
        best = max(left, key=lambda fresh: _shared(words, _words(reading.text, fresh)), default=None)
        if best is not None and _shared(words, _words(reading.text, best)) >= SAME:
            pairs[posting.pk] = best
            left = [fresh for fresh in left if fresh is not best]
    return pairs


def _beginning(text: str, facts: PostingFacts) -> int:
    return first_word(text, facts.span.start if facts.span else 0)


def first_word(text: str, at: int) -> int:
    """Return where the first word from here on stands: rules and blanks before it belong to no posting."""
    found = WORD.search(text, at)
    return found.start() if found else at


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))


def _words(text: str, facts: PostingFacts) -> frozenset[str]:
    return frozenset((text[facts.span.start : facts.span.end] if facts.span else text).split())
