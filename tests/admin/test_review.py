"""Review in the admin: facts beside their text, and the buttons that show or hide a posting."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from postings.facts import Fact, Finding, Pay, Span
from postings.ingest import Refused, archive, assign, draft_of, publish, publish_draft, save_draft
from postings.models import Posting
from postings.vocabulary import Level, Period, PostingState, Severity, State

LIST = "/admin/postings/posting/"
TEXT = "Data engineer\nPay: $150,000 - $190,000\nYears: XX+\n"
ERROR = Finding("years", Severity.ERROR, "The years were never filled in.", Span(46, 49), "XX+", "Ask.")


def page_of(posting: Posting, more: str = "change") -> str:
    return f"{LIST}{posting.pk}/{more}/"


def press(client: Client, posting: Posting, verb: str, revision: int = 0, reason: str = "") -> Any:
    given = {"verb": verb, "expected_revision": revision, "reason": reason}
    return client.post(page_of(posting, "act"), given, follow=True)


def state_of(posting: Posting) -> tuple[str, int]:
    posting.refresh_from_db()
    return posting.state, posting.revision


@pytest.fixture
def draft(make_posting: Callable[..., Any]) -> Any:
    pay = Pay(Decimal(150000), Decimal(190000), "USD", Period.YEAR)
    return make_posting(
        text=TEXT,
        published=False,
        pay=(Fact(pay, span=Span(19, 38), raw="$150,000 - $190,000"),),
        level=Fact(Level.SENIOR, State.CONFLICTING),
    )


@pytest.fixture
def faulty(make_posting: Callable[..., Any]) -> Any:
    return make_posting("Faulty", text=TEXT, published=False, findings=(ERROR,))


def test_a_draft_shows_each_fact_with_its_words_and_where_they_stand(signed_in: Client, draft: Any) -> None:
    page = signed_in.get(page_of(draft)).text
    assert '<a href="#f-pay-1" title="Show where the text says so">$150,000 – $190,000</a>' in page
    assert "written “$150,000 - $190,000”" in page
    assert '<span id="f-pay-1" class="anchor"></span><mark title="Pay">$150,000 - $190,000</mark>' in page
    assert "Conflicting" in page


def test_publishing_leads_to_the_public_page_and_to_the_next_draft(
    signed_in: Client, draft: Any, make_posting: Callable[..., Any]
) -> None:
    following = make_posting("Welder", published=False)
    page = press(signed_in, draft, "publish").text
    assert state_of(draft) == (PostingState.PUBLISHED, 1)
    assert f'<a href="/postings/{draft.public_id}/data-engineer/">Open its page</a>' in page
    assert f'Next to review: <a href="{page_of(following)}">Welder</a>' in page


def test_the_last_draft_says_that_nothing_else_waits(signed_in: Client, draft: Any) -> None:
    assert "Nothing else waits for review." in press(signed_in, draft, "publish").text


def test_an_error_blocks_publishing_until_a_reason_is_given(signed_in: Client, faulty: Any) -> None:
    assert "1 error found: publishing needs a reason" in signed_in.get(page_of(faulty)).text
    refused = press(signed_in, faulty, "publish", reason="  ").text
    assert "Say why it should be published all the same." in refused
    assert state_of(faulty) == (PostingState.DRAFT, 0)
    press(signed_in, faulty, "publish", reason="the author is away")
    assert state_of(faulty) == (PostingState.PUBLISHED, 1)
    assert faulty.revisions.get().reason == "the author is away"


def test_a_page_that_somebody_else_has_overtaken_changes_nothing(signed_in: Client, draft: Any) -> None:
    publish(posting=draft, facts=draft_of(draft), expected_revision=0)
    page = press(signed_in, draft, "archive", revision=0).text
    assert "Somebody else has published this posting since you opened it" in page
    assert state_of(draft) == (PostingState.PUBLISHED, 1)


def test_facts_that_cannot_be_true_are_refused_in_words(
    signed_in: Client, make_posting: Callable[..., Any]
) -> None:
    bad = Pay(Decimal(9), Decimal(1), "USD", Period.YEAR)
    posting = make_posting(published=False, pay=(Fact(bad),))
    assert "its minimum 9 is above its maximum 1" in press(signed_in, posting, "publish").text


def test_archiving_restoring_and_unpublishing(signed_in: Client, make_posting: Callable[..., Any]) -> None:
    posting = make_posting()
    states = []
    for verb in ("archive", "restore", "unpublish"):
        assert f'value="{verb}"' in signed_in.get(page_of(posting)).text
        press(signed_in, posting, verb, revision=1)
        states.append(state_of(posting)[0])
    assert states == [PostingState.ARCHIVED, PostingState.PUBLISHED, PostingState.DRAFT]


def test_a_published_posting_offers_publishing_only_with_a_draft(
    signed_in: Client, make_posting: Callable[..., Any]
) -> None:
    posting = make_posting()
    assert 'value="publish"' not in signed_in.get(page_of(posting)).text
    save_draft(posting=posting, facts=draft_of(posting), expected_revision=1)
    assert 'value="publish"' in signed_in.get(page_of(posting)).text
    assert "below is a draft of revision 2" in signed_in.get(page_of(posting)).text


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"verb": "publish"},
        {"verb": "drop", "expected_revision": "0"},
        {"verb": "publish", "expected_revision": "²"},
    ],
)
def test_a_button_that_does_not_exist_does_nothing(signed_in: Client, draft: Any, given: Any) -> None:
    answer = signed_in.post(page_of(draft, "act"), given, follow=True)
    assert "That button is not known here." in answer.text
    assert state_of(draft) == (PostingState.DRAFT, 0)


def test_buttons_are_pressed_never_followed(signed_in: Client, draft: Any) -> None:
    assert signed_in.get(page_of(draft, "act")).status_code == 405


def test_who_may_only_look_has_no_buttons(staff_with: Callable[..., Client], draft: Any) -> None:
    client = staff_with("view_posting")
    assert "<button" not in client.get(page_of(draft)).text.split('id="content"')[1]
    assert press(client, draft, "publish").status_code == 403
    assert state_of(draft) == (PostingState.DRAFT, 0)


def test_many_are_published_and_each_refusal_says_why(
    signed_in: Client, draft: Any, faulty: Any, make_posting: Callable[..., Any]
) -> None:
    already = make_posting("Welder")
    chosen = [draft.pk, faulty.pk, already.pk]
    answer = signed_in.post(LIST, {"action": "publish_chosen", "_selected_action": chosen}, follow=True)
    assert "1 posting is published." in answer.text
    assert f'Not published: <a href="{page_of(faulty)}">Faulty</a>. An error was found' in answer.text
    assert "“Welder” has no draft" in answer.text
    assert (state_of(draft)[0], state_of(faulty)[0]) == (PostingState.PUBLISHED, PostingState.DRAFT)


def test_many_are_archived(signed_in: Client, make_posting: Callable[..., Any], draft: Any) -> None:
    posting = make_posting()
    given = {"action": "archive_chosen", "_selected_action": [posting.pk, draft.pk]}
    answer = signed_in.post(LIST, given, follow=True)
    assert "1 posting is archived." in answer.text
    assert "needs one that is published" in answer.text
    assert state_of(posting)[0] == PostingState.ARCHIVED


def test_history_says_who_did_what_and_why(
    signed_in: Client, make_posting: Callable[..., Any], administrator: Any
) -> None:
    band = Fact(Pay(Decimal(50000), None, "EUR", Period.YEAR))
    posting = make_posting(pay=(band,))
    archive(posting=posting, expected_revision=1, by=administrator, reason="filled")
    page = signed_in.get(page_of(posting, "history")).text
    assert "<b>Archived</b> by admin" in page
    assert "<b>Published</b> by the site itself" in page
    assert "State:</span> <span><del>Published</del> → <ins>Archived</ins>" in page
    assert "Pay 1, min:</span> <span><ins>50,000</ins>" in page
    assert "Reason: filled</p>" in page
    assert page.count("<time ") == 3  # the draft, the publishing with its pay, the archiving


def titles_on(page: str) -> set[str]:
    return {title for title in ("Baker", "Cook", "Gardener") if f">{title}</a>" in page}


def test_the_list_is_narrowed_by_findings_and_by_whose_desk_they_are_on(
    signed_in: Client, make_posting: Callable[..., Any]
) -> None:
    warning = Finding("pay", Severity.WARNING, "Two figures")
    baker = make_posting("Baker", text=TEXT, published=False, findings=(ERROR,))
    make_posting("Cook", published=False, findings=(warning,))
    make_posting("Gardener", published=False)
    chosen = {"action": "assign_to_me", "_selected_action": [baker.pk]}
    answer = signed_in.post(LIST, chosen, follow=True)
    assert "1 posting is yours to review." in answer.text
    for query, titles in {
        "finding=error": {"Baker"},
        "finding=warning": {"Cook"},
        "finding=clean": {"Gardener"},
        "reviewer=me": {"Baker"},
        "reviewer=nobody": {"Cook", "Gardener"},
        f"reviewer={baker.pk + 10_000}": set(),
    }.items():
        assert titles_on(signed_in.get(f"{LIST}?{query}").text) == titles, query
    chosen = {"action": "assign_to_nobody", "_selected_action": [baker.pk]}
    assert "1 posting is free to review." in signed_in.post(LIST, chosen, follow=True).text


def test_the_next_to_review_is_on_nobody_elses_desk(
    signed_in: Client, make_posting: Callable[..., Any]
) -> None:
    baker, cook, gardener = (make_posting(name, published=False) for name in ("Baker", "Cook", "Gardener"))
    assign(postings=[cook.pk], to=User.objects.create_user("colleague"))
    answer = press(signed_in, baker, "publish")
    assert f'Next to review: <a href="/admin/postings/posting/{gardener.pk}/change/">' in answer.text


def test_a_draft_goes_to_the_trash_and_comes_back(signed_in: Client, draft: Any) -> None:
    answer = press(signed_in, draft, "discard", reason="no job at all")
    assert "is in the trash." in answer.text
    assert state_of(draft) == ("trashed", 0)
    assert draft.document.__class__.objects.get().state == "published"  # nothing of it waits any more
    assert signed_in.get(f"/postings/{draft.public_id}/").status_code == 302
    assert Client().get(f"/postings/{draft.public_id}/").status_code in (302, 404)
    with pytest.raises(Refused, match="is in the trash"):
        publish_draft(posting=draft, expected_revision=0)
    press(signed_in, draft, "retrieve")
    assert state_of(draft) == ("draft", 0)


def test_many_drafts_go_to_the_trash_at_once(signed_in: Client, draft: Any, faulty: Any) -> None:
    chosen = {"action": "discard_chosen", "_selected_action": [draft.pk, faulty.pk]}
    assert "2 postings are in the trash." in signed_in.post(LIST, chosen, follow=True).text
