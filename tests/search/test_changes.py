"""What a reader hears of one change, and of several: every test begins with an empty library at time 0."""

import uuid
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import NamedTuple

import pytest
from django.db import transaction

from postings.facts import Fact, PostingFacts
from postings.ingest import archive, clock, publish, restore, unpublish
from postings.models import IndexClock, Posting, SearchDoc
from postings.search.changes import NOTHING_YET, changes_since

MakePosting = Callable[..., Posting]
CountQueries = Callable[[int], AbstractContextManager[object]]


def republish(posting: Posting) -> Posting:
    facts = PostingFacts(title=Fact("Another title"))
    return publish(posting=posting, facts=facts, expected_revision=posting.revision)


class Life(NamedTuple):
    number: int
    posting: int
    born: int
    died: int | None


def told_since(seq: int) -> tuple[int, list[Life]]:
    """Return the lives that a reader hears of, with when they began and ended."""
    changes = changes_since(seq)
    docs = {doc.docno: doc for doc in SearchDoc.objects.all()}
    told = []
    for life in changes.lives:
        doc = docs[life.number]
        assert (life.entry is not None, life.ended) == (doc.born > seq, doc.died is not None)
        told.append(Life(life.number, life.posting, doc.born, doc.died))
    return changes.seq, told


@pytest.mark.django_db
def test_before_anything_was_published_it_is_no_time_of_any_epoch() -> None:
    assert changes_since(0) == NOTHING_YET


def test_a_first_look_gives_everything(make_posting: MakePosting) -> None:
    first, second = make_posting(), make_posting()
    assert told_since(0) == (2, [Life(0, first.pk, 1, None), Life(1, second.pk, 2, None)])


def test_nothing_new_gives_nothing(make_posting: MakePosting) -> None:
    make_posting()
    assert told_since(1) == (1, [])


def test_a_draft_is_nothing_new(make_posting: MakePosting) -> None:
    make_posting()
    make_posting(published=False)
    assert told_since(1) == (1, [])


def test_publishing_bears_one_entry(make_posting: MakePosting) -> None:
    make_posting()
    posting = make_posting()
    assert told_since(1) == (2, [Life(1, posting.pk, 2, None)])


def test_publishing_again_ends_the_entry_and_bears_another(make_posting: MakePosting) -> None:
    posting = republish(make_posting())
    assert told_since(1) == (2, [Life(0, posting.pk, 1, 2), Life(1, posting.pk, 2, None)])


@pytest.mark.parametrize("leave", [archive, unpublish])
def test_leaving_the_library_ends_the_entry(make_posting: MakePosting, leave: Callable[..., Posting]) -> None:
    posting = make_posting()
    leave(posting=posting, expected_revision=1)
    assert told_since(1) == (2, [Life(0, posting.pk, 1, 2)])


def test_restoring_bears_another_entry_and_leaves_the_old_one_ended(make_posting: MakePosting) -> None:
    posting = make_posting()
    archive(posting=posting, expected_revision=1)
    restore(posting=posting, expected_revision=1)
    assert told_since(2) == (3, [Life(1, posting.pk, 3, None)])
    assert told_since(0) == (3, [Life(0, posting.pk, 1, 2), Life(1, posting.pk, 3, None)])


def test_several_changes_in_one_transaction_are_told_together(make_posting: MakePosting) -> None:
    changed, retired, untouched = make_posting(), make_posting(), make_posting()
    with transaction.atomic():
        changed = republish(republish(changed))
        archive(posting=retired, expected_revision=1)
    assert told_since(3) == (
        6,
        [
            Life(0, changed.pk, 1, 4),
            Life(1, retired.pk, 2, 6),
            Life(3, changed.pk, 4, 5),
            Life(4, changed.pk, 5, None),
        ],
    )
    assert untouched.pk in {life.posting for life in changes_since(0).lives}


def test_what_is_taken_back_was_never_told(make_posting: MakePosting) -> None:
    posting = make_posting()
    with transaction.atomic():
        republish(posting)
        transaction.set_rollback(True)
    assert told_since(1) == (1, [])
    other = make_posting()
    assert told_since(1) == (2, [Life(1, other.pk, 2, None)])


def test_one_change_of_many_postings_is_one_moment(make_posting: MakePosting) -> None:
    first, second, third = make_posting(), make_posting(), make_posting()
    clock.advance(live=[second.pk, first.pk], ended=[third.pk])
    assert told_since(3) == (
        4,
        [
            Life(0, first.pk, 1, 4),
            Life(1, second.pk, 2, 4),
            Life(2, third.pk, 3, 4),
            Life(3, first.pk, 4, None),
            Life(4, second.pk, 4, None),
        ],
    )


def test_a_posting_that_was_retired_meanwhile_is_not_brought_back(make_posting: MakePosting) -> None:
    """Whoever renames a company names the postings that were published when it looked."""
    posting, draft = make_posting(), make_posting(published=False)
    archive(posting=posting, expected_revision=1)
    clock.advance(live=[posting.pk, draft.pk, 10**9])
    assert told_since(2) == (3, [])
    assert IndexClock.objects.get().next_docno == 1


def test_another_epoch_is_seen_also_when_nothing_is_new(make_posting: MakePosting) -> None:
    make_posting()
    epoch = uuid.uuid4()
    IndexClock.objects.update(epoch=epoch)
    assert (changes_since(1).epoch, changes_since(1).seq, changes_since(1).lives) == (epoch, 1, ())


def test_a_clock_that_was_put_back_is_seen(make_posting: MakePosting) -> None:
    make_posting()
    assert told_since(7) == (1, [])


def test_looking_is_one_query(make_posting: MakePosting, django_assert_num_queries: CountQueries) -> None:
    make_posting()
    for seq in (0, 1):
        with django_assert_num_queries(1):
            changes_since(seq)
