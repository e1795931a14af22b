"""Sealing, joining, making anew, coming late: whatever happens to the index, its answers stay the same."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.management import call_command

from postings import search
from postings.facts import Fact, Item, Pay, PostingFacts, SkillUse, Span
from postings.ingest import Refused, archive, index_is_whole, publish, reindex, seal, sealing
from postings.ingest.reindexing import fill
from postings.models import IndexClock, Posting, SearchDoc, SearchGeneration, SearchSegment, SearchTerm
from postings.query import Plan, understand
from postings.search import index as indexes
from postings.vocabulary import Level, Period, Section, Strength, WorkMode

TODAY = date(2026, 5, 4)
QUESTIONS = (
    *("", "python", "data engineer", '"data engineer"', '"of data"', "title:head -python", "required:sql"),
    *("genai", "nobody says this", "mode:remote OR level:lead", "pay:>90k", '"head of data"'),
)
MakePosting = Callable[..., Posting]


@pytest.fixture
def library(make_posting: MakePosting) -> list[Posting]:
    """Some postings that share words, skills and pay, so that every question has an answer."""
    return [
        make_posting(
            f"{('Head of data', 'Data engineer', 'Engineer of data')[number % 3]} {number}",
            text=f"Posting {number}\nSQL and Python, head of data\nThe data engineer of data\n",
            work_mode=Fact(WorkMode.REMOTE if number % 2 else WorkMode.HYBRID),
            level=Fact(Level.LEAD if number % 4 else Level.SENIOR),
            pay=(Fact(Pay(80_000 + 5_000 * number, None, "USD", Period.YEAR)),),
            items=(
                Item(
                    Section.REQUIRED if number % 2 else Section.PREFERRED, "SQL", Span(0, 3), skills=("sql",)
                ),
            ),
            skills=(SkillUse("sql", "SQL", Strength.REQUIRED, (Span(0, 3),)),),
        )
        for number in range(12)
    ]


def answers() -> dict[str, Any]:
    return {text: search.run(Plan(text=understand(text, TODAY).node), limit=5) for text in QUESTIONS}


def as_a_new_process() -> dict[str, Any]:
    indexes._known.clear()
    return answers()


def seal_in_pieces(pieces: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "MOST", 12 // pieces)
    while seal(at_least=1):
        pass


@pytest.mark.parametrize("pieces", [1, 3, 12])
def test_sealed_or_not_the_answers_are_the_same(
    library: list[Posting], pieces: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = answers()
    assert before["python"].results.total == 12
    seal_in_pieces(pieces, monkeypatch)
    assert answers() == before  # a process that knew the tail
    assert as_a_new_process() == before


def test_many_small_segments_become_one_with_the_same_terms(
    library: list[Posting], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = answers()
    monkeypatch.setattr(sealing, "MANY", 12)
    seal_in_pieces(12, monkeypatch)
    assert list(SearchSegment.objects.values_list("first", "last")) == [(0, 12)]
    assert SearchTerm.objects.filter(term="t:data").values_list("count", flat=True).get() == 12
    assert as_a_new_process() == before


def test_a_tail_that_is_short_is_left_alone(library: list[Posting]) -> None:
    assert (seal(), SearchSegment.objects.count()) == (0, 0)


def test_a_process_forgets_the_tail_that_was_sealed_meanwhile(
    library: list[Posting], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = answers()
    seal(at_least=1)
    monkeypatch.setattr(indexes, "LONG_TAIL", 6)
    assert answers() == before
    with indexes.current_index() as index:
        assert (index.words.first, index.words._tail) == (12, {})


def test_a_generation_with_pairs_answers_phrases_as_one_without(library: list[Posting]) -> None:
    before = answers()
    assert reindex() == 12
    assert {"of", "data"} <= set(SearchGeneration.objects.get().common)
    assert SearchTerm.objects.filter(term="of data").exists()
    after = answers()
    assert {text: answer.results.total for text, answer in after.items()} == {
        text: answer.results.total for text, answer in before.items()
    }
    assert [answer.results.ids for answer in after.values()] == [
        answer.results.ids for answer in before.values()
    ]


def test_the_index_made_anew_has_what_changes_while_it_is_made(
    library: list[Posting], make_posting: MakePosting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("postings.ingest.reindexing.PORTION", 3)
    monkeypatch.setattr("postings.ingest.reindexing.FEW", 0)
    changed: list[Posting] = []

    def meanwhile(done: int, total: int) -> None:
        """After the first portion: one leaves, one comes, one of the first and one of the last changes."""
        if not changed:
            archive(posting=library[4], expected_revision=1)
            changed.append(make_posting("Python gardener"))
            for posting in (library[0], library[11]):
                facts = PostingFacts(title=Fact("Nurse"))
                publish(posting=posting, facts=facts, expected_revision=1)

    reindex(progress=meanwhile)
    assert index_is_whole()
    found = {
        text: search.run(Plan(text=understand(text, TODAY).node), limit=20) for text in ("nurse", "gardener")
    }
    assert found["nurse"].results.total == 2
    assert found["gardener"].results.ids == [changed[0].pk]
    assert library[4].pk not in search.run(Plan(), limit=20).results.ids
    assert search.run(Plan(), limit=20).results.total == 12


def test_an_index_that_was_cut_short_changes_nothing_and_is_cleared_away(
    library: list[Posting], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("postings.ingest.reindexing.PORTION", 3)
    before, epoch = answers(), IndexClock.objects.get().epoch

    def killed(done: int, total: int) -> None:
        if done > 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        reindex(progress=killed)
    assert IndexClock.objects.get().epoch == epoch
    assert as_a_new_process() == before
    reindex()
    assert SearchDoc.objects.count() == 12
    assert set(SearchDoc.objects.values_list("generation", flat=True)) == {
        IndexClock.objects.get().generation
    }


def test_a_process_that_is_far_behind_loads_everything_anew(
    library: list[Posting], monkeypatch: pytest.MonkeyPatch, make_posting: MakePosting
) -> None:
    answers()
    monkeypatch.setattr(indexes, "FAR", 2)
    known = indexes._known[0]
    for more, is_kept in ((2, True), (3, False)):
        for _ in range(more):
            make_posting("Python gardener")
        assert search.run(Plan(text=understand("gardener", TODAY).node), limit=9).results.total == (
            2 if is_kept else 5
        )
        assert (indexes._known[0] is known) is is_kept


@pytest.mark.django_db(transaction=True)
def test_several_processes_make_the_same_index(
    library: list[Posting], monkeypatch: pytest.MonkeyPatch
) -> None:
    before, steps = answers(), []
    monkeypatch.setattr("postings.ingest.reindexing.SEGMENT", 5)
    assert reindex(processes=2, progress=lambda done, total: steps.append(done)) == 12
    assert steps[2:] == [12]
    assert list(SearchSegment.objects.values_list("first", "last")) == [(0, 5), (5, 10), (10, 12)]
    assert as_a_new_process() == before


def test_a_process_whose_index_was_cleared_away_writes_no_more(library: list[Posting]) -> None:
    begun = SearchGeneration.objects.create(number=7)
    ids = [posting.pk for posting in library]
    assert list(fill(7, begun.made_at, 1, 0, ids)) == [12]
    SearchDoc.objects.filter(generation=7).delete()
    with pytest.raises(Refused, match="Another attempt"):
        list(fill(7, begun.made_at - timedelta(seconds=1), 1, 0, ids))
    assert not SearchDoc.objects.filter(generation=7).exists()


def test_all_that_is_asked_at_one_moment_is_answered_as_of_it(
    make_posting: MakePosting, django_assert_num_queries: Callable[[int], Any]
) -> None:
    make_posting("Welder")
    assert search.totals([Plan()]) == [1]
    with django_assert_num_queries(1), search.one_moment():
        assert search.totals([Plan(), Plan()]) == [1, 1]
        assert search.run(Plan(), limit=5).results.total == 1
    with search.one_moment():
        make_posting("Plumber")
        assert search.totals([Plan()]) == [1]
    assert search.totals([Plan()]) == [2]


@pytest.mark.parametrize("text", ["python", '"data engineer"'])
def test_a_question_asked_while_the_index_is_replaced_is_asked_again(
    text: str, library: list[Posting]
) -> None:
    """The process has caught up, the index is replaced, and only then words and phrases are looked for."""
    seal(at_least=1)
    before = as_a_new_process()[text].results.total
    indexes._known.clear()
    with indexes.current_index() as index:
        index.words.sealed_until(index.words.first)  # it has fetched nothing yet
        catch_up = index.catch_up

        def late(*, backwards: bool) -> bool:
            known = catch_up(backwards=backwards)
            if IndexClock.objects.get().epoch == index.epoch:
                reindex()
            return known

        index.catch_up = late  # type: ignore[method-assign]
    assert search.run(Plan(text=understand(text, TODAY).node), limit=5).results.total == before > 0


@pytest.mark.parametrize("text", ["python", '"data engineer"'])
def test_an_index_that_is_replaced_while_a_page_is_made_is_loaded_anew(
    text: str, library: list[Posting]
) -> None:
    plan = Plan(text=understand(text, TODAY).node)
    seal(at_least=1)
    before = search.totals([plan])
    indexes._known.clear()
    with search.one_moment():
        search.totals([Plan()])
        reindex()
        assert search.totals([plan]) == before


def test_an_index_that_is_not_whole_is_made_anew_at_the_next_start(library: list[Posting]) -> None:
    SearchDoc.objects.filter(docno__lt=3).delete()
    assert not index_is_whole()
    call_command("reindex", verbosity=0)
    assert index_is_whole()
    assert search.run(Plan(), limit=20).results.total == 12


def test_an_empty_library_has_a_whole_index(db: None) -> None:
    assert index_is_whole()
    assert reindex() == 0
    assert search.run(Plan(text=understand("anything", TODAY).node), limit=5).results.total == 0
