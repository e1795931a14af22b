"""Near-duplicates: shown, told apart or merged by a person, and never by a title alone."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from postings.ingest import (
    Refused,
    alike,
    merge_postings,
    publish_draft,
    restore,
    tell_apart,
)
from postings.models import Document, Posting

DUTIES = (
    "- Knead the dough and weigh every loaf before it goes into the oven\n"
    "- Shape forty loaves of rye each night before the doors open at six\n"
    "- Clean the tables, the mixer and the floor when the last batch is out\n"
    "- Teach two apprentices how sourdough is fed and how it is kept cool\n"
)
BAKER = f"Baker\n\nCompany: Acme\n\nResponsibilities\n{DUTIES}"


def test_the_same_text_in_another_layout_is_found(read: Callable[..., list[Posting]]) -> None:
    one, other = read(BAKER, BAKER.replace("- ", "*  ").replace("Company:", "COMPANY :"))
    (found,) = alike(one)
    assert (found.posting, found.likeness, found.same_text) == (other, 1.0, True)


def test_nearly_the_same_is_found_with_how_much(read: Callable[..., list[Posting]]) -> None:
    one, other = read(BAKER, BAKER.replace("forty", "thirty").replace("Acme", "Norwell"))
    (found,) = alike(other)
    assert (found.posting, found.same_text) == (one, False)
    assert 0.8 < found.likeness < 1


def test_an_equal_title_is_no_duplicate(read: Callable[..., list[Posting]]) -> None:
    other = "Baker\n\nCompany: Acme\n\nResponsibilities\n- Sell cakes to guests who come for weddings\n"
    one, _ = read(BAKER, other)
    assert alike(one) == []


def test_who_was_told_apart_is_not_asked_about_again(read: Callable[..., list[Posting]]) -> None:
    one, other = read(BAKER, BAKER + "\n ")
    assert alike(one)
    tell_apart(one=other, other=one)
    tell_apart(one=one, other=other)
    assert (alike(one), alike(other)) == ([], [])


def test_a_merged_posting_leads_to_the_one_that_stays_and_can_come_back(
    read: Callable[..., list[Posting]], client: Client, settings: Any
) -> None:
    keep, gone = read(BAKER, BAKER.replace("forty", "thirty"))
    for posting in (keep, gone):
        publish_draft(posting=posting, expected_revision=0)
    merge_postings(keep=keep, gone=gone, expected_revision=1, reason="sent twice")
    document = Document.objects.get(pk=gone.document_id)
    assert (document.state, document.duplicate_of_id) == ("duplicate", keep.document_id)
    client.force_login(User.objects.create_user("reader"))
    answer = client.get(f"/postings/{gone.public_id}/")
    assert (answer.status_code, answer.url) == (301, f"/postings/{keep.public_id}/baker/")
    assert alike(keep) == []
    gone.refresh_from_db()
    restore(posting=gone, expected_revision=1)
    assert client.get(f"/postings/{gone.public_id}/baker/").status_code == 200
    assert Document.objects.get(pk=gone.document_id).state == "published"


def test_what_was_merged_before_leads_on_to_the_last(read: Callable[..., list[Posting]]) -> None:
    first, second, third = read(BAKER, BAKER + " ", BAKER + "  ")
    merge_postings(keep=second, gone=first, expected_revision=0)
    merge_postings(keep=third, gone=second, expected_revision=0)
    first.refresh_from_db()
    assert first.merged_into == third
    with pytest.raises(Refused, match="was itself merged"):
        merge_postings(keep=second, gone=third, expected_revision=0)
    with pytest.raises(Refused, match="one and the same"):
        merge_postings(keep=third, gone=third, expected_revision=0)


def test_a_person_sees_what_differs_and_decides(
    read: Callable[..., list[Posting]], client: Client, administrator: Any
) -> None:
    client.force_login(administrator)
    one, other = read(BAKER, BAKER.replace("Acme", "Norwell").replace("forty", "thirty"))
    page = client.get(f"/admin/postings/posting/{other.pk}/change/").text
    address = f"/admin/postings/posting/{other.pk}/alike/{one.pk}/"
    assert "Nearly the same (alike by" in page
    assert f'href="{address}"' in page
    page = client.get(address).text
    assert re.search("<td[^>]*>Acme</td><td[^>]*>Norwell</td>", page)
    answer = client.post(address, {"merge": "1", "expected_revision": "7"}, follow=True)
    assert "Somebody else has published" in answer.text
    answer = client.post(address, {"merge": "1", "expected_revision": "0"}, follow=True)
    assert "its address leads to" in answer.text
    other.refresh_from_db()
    assert other.merged_into == one
    assert "It was merged into" in client.get(f"/admin/postings/posting/{other.pk}/change/").text


def test_a_person_says_that_they_are_two(
    read: Callable[..., list[Posting]], client: Client, administrator: Any
) -> None:
    client.force_login(administrator)
    one, other = read(BAKER, BAKER + " ")
    address = f"/admin/postings/posting/{other.pk}/alike/{one.pk}/"
    assert "Every fact of the two is the same, in" in client.get(address).text
    client.post(address, {"apart": "1"})
    assert "Duplicate?" not in client.get(f"/admin/postings/posting/{other.pk}/change/").text
    assert client.get(f"/admin/postings/posting/{other.pk}/alike/{other.pk}/").status_code == 404


def test_a_draft_that_was_merged_away_comes_back_as_a_draft(read: Callable[..., list[Posting]]) -> None:
    keep, gone = read(BAKER, BAKER + " ")
    merge_postings(keep=keep, gone=gone, expected_revision=0)
    gone.refresh_from_db()
    with pytest.raises(Refused, match=r"is archived\. Restore it first\."):
        publish_draft(posting=gone, expected_revision=0)
    restore(posting=gone, expected_revision=0)
    gone.refresh_from_db()
    assert (gone.state, gone.merged_into) == ("draft", None)


def test_looking_for_others_takes_as_many_queries_however_many_there_are(
    read: Callable[..., list[Posting]], django_assert_num_queries: Any
) -> None:
    postings = read(*(BAKER + " " * number for number in range(6)))
    for posting in postings[1:4]:
        publish_draft(posting=posting, expected_revision=0)
    with django_assert_num_queries(3):
        assert len(alike(postings[0])) == 5
