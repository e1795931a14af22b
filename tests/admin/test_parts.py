"""Splitting and joining: a person says where the postings of a document begin."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.test import Client

from postings.facts import Fact
from postings.ingest import Incoming, draft_of, receive, save_draft
from postings.ingest.work import work_once
from postings.models import Batch, Document, Posting
from postings.vocabulary import State

COOK = "Kitchen work\n\nRequirements\n- One year of cooking soup for forty guests at noon\n"
TWO = f"Baker\n\nCompany: Acme\n\nRequirements\n- Two years of baking rye bread at night\n\n{COOK}"


@pytest.fixture
def document(db: None) -> Document:
    receive(batch=Batch.objects.create(name="Batch"), files=[Incoming("two.txt", TWO.encode())])
    work_once()
    return Document.objects.get()


def page_of(document: Document) -> str:
    return f"/admin/postings/document/{document.pk}/parts/"


def states() -> list[tuple[str, str]]:
    return list(Posting.objects.order_by("part").values_list("title", "state"))


def test_one_becomes_two_and_one_again_and_edits_stay(signed_in: Client, document: Document) -> None:
    assert states() == [("Baker", "draft")]
    baker = Posting.objects.get()
    edited = replace(draft_of(baker), grade=Fact("B2", State.EDITED))
    save_draft(posting=baker, facts=edited, expected_revision=0)
    page = signed_in.get(page_of(document)).text
    start = TWO.index("Kitchen")
    assert f'value="{start}" id="at-{start}"> <label for="at-{start}">Kitchen work</label>' in page
    answer = signed_in.post(page_of(document), {"at": str(start)}, follow=True)
    assert "2 drafts have changed." in answer.text
    assert [state for _, state in states()] == ["draft", "draft"]
    baker.refresh_from_db()
    facts = draft_of(baker)
    assert facts.grade == Fact("B2", State.EDITED)
    assert [item.text for item in facts.items] == ["Two years of baking rye bread at night"]
    assert f'value="{start}" id="at-{start}" checked' in signed_in.get(page_of(document)).text
    signed_in.post(page_of(document), {})
    assert [state for _, state in states()] == ["draft", "trashed"]
    baker.refresh_from_db()
    assert len(draft_of(baker).items) == 2


def test_what_is_no_beginning_changes_nothing(signed_in: Client, document: Document) -> None:
    answer = signed_in.post(page_of(document), {"at": ["3", "x", "9999"]}, follow=True)
    assert "Its parts are as they were." in answer.text
    assert states() == [("Baker", "draft")]


def test_who_only_looks_parts_nothing(document: Document, staff_with: Callable[..., Client]) -> None:
    assert staff_with("view_document").post(page_of(document)).status_code == 403


def test_of_postings_that_share_most_of_their_words_the_right_one_goes(signed_in: Client) -> None:
    """Joining the first two of three equal jobs leaves the third as it is."""
    job = "Baker\n\nCompany: Acme\nLocation: {}\n\nRequirements\n- Two years of baking rye bread at night\n"
    job += "- Patience with those who come for bread before the town is awake\n"
    text = "\n_______________\n\n".join(job.format(town) for town in ("Leeds", "York", "Hull"))
    receive(batch=Batch.objects.create(name="Batch"), files=[Incoming("three.txt", text.encode())])
    work_once()
    document = Document.objects.get()
    assert [state for _, state in states()] == ["draft"] * 3
    page = signed_in.get(page_of(document)).text
    assert page.count(" checked") == 3
    starts = [text.index(job.format(town)) for town in ("Leeds", "York", "Hull")]
    answer = signed_in.post(page_of(document), {"at": [str(start) for start in starts]}, follow=True)
    assert "Its parts are as they were." in answer.text
    signed_in.post(page_of(document), {"at": [str(starts[0]), str(starts[2])]})
    assert [state for _, state in states()] == ["draft", "trashed", "draft"]
    hull = Posting.objects.get(part=3)
    assert [fact.value.text for fact in draft_of(hull).locations if fact.value] == ["Hull, United Kingdom"]
