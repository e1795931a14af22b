"""Publishing: all of it or nothing, in words, one winner, remembered."""

import dataclasses
import threading
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection

from postings.facts import Fact, Item, Location, Pay, PostingFacts, SkillUse, Span, Years
from postings.ingest import (
    FactsRefused,
    Refused,
    StaleRevision,
    archive,
    draft_of,
    facts_of,
    publish,
    restore,
    save_draft,
    unpublish,
)
from postings.models import Document, Evidence, IndexClock, PayBand, Posting, PostingRevision, SearchDoc
from postings.vocabulary import Kind, Period, Section, State, Strength, WorkMode

TITLE = Fact("Data engineer", span=Span(0, 13), raw="Data engineer")


def pay(low: int | None, high: int | None, currency: str = "USD") -> Fact[Pay]:
    bounds = (None if sum_ is None else Decimal(sum_) for sum_ in (low, high))
    return Fact(Pay(*bounds, currency, Period.YEAR))


REFUSED = [
    ({"title": None}, "title", "is missing"),
    ({"title": Fact(" ")}, "title", "is empty"),
    ({"title": Fact("x" * 301)}, "title", "has 301 characters"),
    ({"title": Fact("a\0b")}, "title", "NUL"),
    ({"title": Fact(None, State.PLACEHOLDER, raw="[insert title]")}, "title", "is missing"),
    ({"kind": Kind.OTHER}, "kind", "not a job description"),
    ({"pay": (pay(2, 3), pay(90_000, 80_000))}, "pay[1]", "its minimum 90,000 is above its maximum 80,000"),
    ({"pay": (pay(None, None),)}, "pay[0]", "neither a minimum nor a maximum"),
    ({"pay": (pay(1, 2, "dollars"),)}, "pay[0]", "“dollars” is no currency"),
    ({"pay": (pay(-1, 2),)}, "pay[0]", "no sum that anybody is paid"),
    ({"experience_years": Fact(Years(Decimal(9), Decimal(3)))}, "experience_years", "is above its maximum 3"),
    ({"experience_years": Fact(Years())}, "experience_years", "neither a minimum nor a maximum"),
    ({"locations": (Fact(Location("Bonn", city="Bonn")),)}, "locations[0]", "without its country"),
    ({"locations": (Fact(Location("Bonn", country="Germany")),)}, "locations[0]", "no country code"),
    ({"work_mode": Fact(None)}, "work_mode", "a placeholder has no value"),
    ({"work_mode": Fact(WorkMode.REMOTE, State.PLACEHOLDER)}, "work_mode", "a placeholder has no value"),
    ({"title": Fact("Engineer", span=Span(0, 8), raw="Engineer")}, "title", "do not stand at 0–8"),
    ({"title": Fact("Engineer", span=Span(0, 800), raw="Engineer")}, "title", "outside of the text"),
    ({"items": (Item(Section.REQUIRED, "SQL", Span(0, 2), skills=("sql",)),)}, "items[0]", "does not list"),
    ({"items": (Item(Section.REQUIRED, "SQL", Span(0, 2), theme="x" * 61),)}, "items[0]", "61 characters"),
    (
        {"skills": (SkillUse("go", "Go", Strength.REQUIRED), SkillUse("go", "Go", Strength.PREFERRED))},
        "skills[1]",
        "is listed twice",
    ),
]


@pytest.mark.parametrize(("changes", "field", "words"), REFUSED)
def test_impossible_facts_are_refused_by_name_and_change_nothing(
    changes: dict[str, Any], field: str, words: str, make_posting: Callable[..., Any]
) -> None:
    posting = make_posting("Data engineer", pay=(pay(80_000, 90_000),))
    before = facts_of(posting)
    clock = IndexClock.objects.get().seq
    with pytest.raises(FactsRefused) as refusal:
        publish(
            posting=posting,
            facts=dataclasses.replace(PostingFacts(title=TITLE), **changes),
            expected_revision=1,
        )
    assert refusal.value.field == field
    assert words in refusal.value.message
    assert facts_of(Posting.objects.get(pk=posting.pk)) == before
    assert (Posting.objects.get().revision, IndexClock.objects.get().seq) == (1, clock)


def test_a_rule_that_only_the_database_has_is_refused_in_words_too(
    make_posting: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("postings.ingest.publishing.check_publishable", lambda facts, text: None)
    posting = make_posting()
    with pytest.raises(FactsRefused, match="payband_min_at_most_max"):
        publish(posting=posting, facts=PostingFacts(title=TITLE, pay=(pay(9, 8),)), expected_revision=1)
    assert PayBand.objects.count() == 0


def test_publishing_again_makes_a_revision_and_ends_the_old_entry(make_posting: Callable[..., Any]) -> None:
    posting = make_posting(pay=(pay(1, 2),))
    publish(posting=posting, facts=PostingFacts(title=TITLE), expected_revision=1, reason="pay was wrong")
    assert list(PostingRevision.objects.values_list("number", "reason")) == [(2, "pay was wrong"), (1, "")]
    entries = SearchDoc.objects.order_by("docno").values_list("docno", "posting_id", "born", "died")
    assert list(entries) == [(0, posting.pk, 1, 2), (1, posting.pk, 2, None)]


def test_history_says_who_and_why_and_only_what_changed(
    make_posting: Callable[..., Any], administrator: Any
) -> None:
    posting = make_posting(pay=(pay(1, 2), pay(3, 4)))
    facts = PostingFacts(title=TITLE, pay=(pay(1, 2), pay(3, 5)))
    publish(posting=posting, facts=facts, expected_revision=1, by=administrator, reason="a typing error")
    events: Any = PayBand.pgh_event_model  # type: ignore[attr-defined]
    changed = events.objects.filter(pgh_label="update").values_list("position", "max", "pgh_context")
    who = {"user": administrator.pk, "name": "admin", "reason": "a typing error"}
    assert list(changed) == [(1, Decimal(5), who)]


def test_a_stale_publisher_is_told(make_posting: Callable[..., Any]) -> None:
    posting = make_posting()
    with pytest.raises(StaleRevision, match="you saw revision 0, it is now 1"):
        publish(posting=posting, facts=PostingFacts(title=TITLE), expected_revision=0)


@pytest.mark.django_db(transaction=True)
def test_of_two_publishers_at_once_one_wins_and_the_other_is_told(make_posting: Callable[..., Any]) -> None:
    posting = make_posting()
    start = threading.Barrier(2)
    outcomes: list[object] = []

    def try_to_publish(title: str) -> None:
        start.wait()
        try:
            publish(posting=posting, facts=PostingFacts(title=Fact(title)), expected_revision=1)
            outcomes.append(title)
        except StaleRevision as refusal:
            outcomes.append((refusal.expected, refusal.current))
        finally:
            connection.close()

    threads = [threading.Thread(target=try_to_publish, args=(title,)) for title in ("first", "second")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    winner = Posting.objects.get()
    assert sorted(map(str, outcomes)) == sorted(["(1, 2)", winner.title])
    assert (winner.revision, SearchDoc.objects.filter(died=None).count()) == (2, 1)


@pytest.mark.django_db(transaction=True)
def test_publishers_who_need_the_same_new_names_share_them(make_posting: Callable[..., Any]) -> None:
    """Eight at once, one new company, place and skill: each is made once, and nobody fails."""
    drafts = [make_posting(f"Engineer {number}", published=False) for number in range(8)]
    facts = PostingFacts(
        title=Fact("Engineer"),
        organization=Fact("Norwell Payments"),
        locations=(Fact(Location("Bonn", "Bonn", "NW", "DE")),),
        skills=(SkillUse("sql", "SQL", Strength.REQUIRED),),
    )
    start = threading.Barrier(len(drafts))
    faults: list[BaseException] = []

    def try_to_publish(draft: Posting) -> None:
        start.wait()
        try:
            publish(posting=draft, facts=facts, expected_revision=0)
        except BaseException as fault:
            faults.append(fault)
        finally:
            connection.close()

    threads = [threading.Thread(target=try_to_publish, args=(draft,)) for draft in drafts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert Posting.objects.published().filter(company__name="Norwell Payments").count() == len(drafts)
    assert SearchDoc.objects.count() == len(drafts)


def test_leaving_and_coming_back(make_posting: Callable[..., Any]) -> None:
    posting = make_posting(pay=(pay(1, 2),))
    facts = facts_of(posting)

    def live() -> int:
        return SearchDoc.objects.filter(posting_id=posting.pk, died=None).count()

    archived = archive(posting=posting, expected_revision=1)
    assert (archived.state, live()) == ("archived", 0)
    with pytest.raises(Refused, match="is archived, and this needs one that is published"):
        archive(posting=posting, expected_revision=1)
    assert (restore(posting=posting, expected_revision=1).state, live()) == ("published", 1)
    draft = unpublish(posting=posting, expected_revision=1)
    assert (draft.state, live(), draft_of(draft)) == ("draft", 0, facts)
    assert Document.objects.get().state == "needs_review"
    again = publish(posting=draft, facts=draft_of(draft), expected_revision=1)
    assert (again.revision, live(), facts_of(again)) == (2, 1, facts)
    assert Document.objects.get().state == "published"
    assert again.first_published_at == posting.first_published_at


def test_a_draft_is_kept_apart_from_what_is_published(
    make_posting: Callable[..., Any], administrator: Any
) -> None:
    posting = make_posting("Data engineer")
    save_draft(
        posting=posting, facts=PostingFacts(title=Fact("Typing")), expected_revision=1, by=administrator
    )
    posting = Posting.objects.get()
    assert (posting.title, draft_of(posting).title) == ("Data engineer", Fact("Typing"))


def test_unpublishing_keeps_a_draft_that_waits(make_posting: Callable[..., Any]) -> None:
    posting = make_posting("Data engineer")
    save_draft(posting=posting, facts=PostingFacts(title=Fact("Waiting")), expected_revision=1)
    assert draft_of(unpublish(posting=posting, expected_revision=1)).title == Fact("Waiting")


def test_a_draft_of_another_version_is_refused_in_words(make_posting: Callable[..., Any]) -> None:
    posting = make_posting(published=False)
    posting.draft = {"titel": {"value": "x"}}
    with pytest.raises(Refused, match=r"another version of Jobsite .* titel: there is no such field"):
        draft_of(posting)


def test_edited_facts_remember_their_editor(make_posting: Callable[..., Any], administrator: Any) -> None:
    posting = make_posting(published=False)
    edited = PostingFacts(title=Fact("Engineer", State.EDITED), work_mode=Fact(WorkMode.REMOTE))
    publish(posting=posting, facts=edited, expected_revision=0, by=administrator)
    assert list(Evidence.objects.order_by("field").values_list("field", "editor")) == [
        ("title", administrator.pk),
        ("work_mode", None),
    ]
