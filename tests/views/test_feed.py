"""The newest postings of a selection, as readers of feeds take them."""

from collections.abc import Callable
from typing import Any

import feedparser
import pytest
from django.test import Client

from postings.facts import Fact, PostingFacts
from postings.ingest import publish
from postings.models import Posting
from postings.vocabulary import WorkMode

MakePosting = Callable[..., Posting]


def read(client: Client, address: str) -> Any:
    response = client.get(address)
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    found = feedparser.parse(response.content)
    assert not found.bozo, found.bozo_exception
    return found


def test_entries_are_the_newest_first_and_known_for_ever(client: Client, make_posting: MakePosting) -> None:
    older = make_posting("Nurse <b>", organization=Fact("Ward & Co"), work_mode=Fact(WorkMode.REMOTE))
    make_posting("Baker")
    newer = make_posting("Nurse", work_mode=Fact(WorkMode.REMOTE))
    found = read(client, "/feed.atom?mode=remote")
    assert [entry.title for entry in found.entries] == ["Nurse", "Nurse <b> · Ward & Co"]
    assert [entry.id for entry in found.entries] == [
        f"http://testserver/postings/{one.public_id}/" for one in (newer, older)
    ]
    assert found.entries[1].summary == "Remote · pay not stated"
    assert found.feed.title == "Job descriptions: Remote"
    assert {link.href for link in found.feed.links} == {
        "http://testserver/?mode=remote",
        "http://testserver/feed.atom?mode=remote",
    }


def test_a_new_revision_is_an_update_of_the_same_entry(client: Client, make_posting: MakePosting) -> None:
    posting = make_posting("Nurse")
    (before,) = read(client, "/feed.atom").entries
    publish(posting=posting, facts=PostingFacts(title=Fact("Head nurse")), expected_revision=1)
    (after,) = read(client, "/feed.atom").entries
    assert (after.id, after.title, after.published) == (before.id, "Head nurse", before.published)
    assert after.updated > before.updated


def test_nothing_in_a_feed_leads_to_a_person(client: Client, make_posting: MakePosting) -> None:
    make_posting("Nurse, write to jane@ward.example", organization=Fact("Ward, +44 20 7946 0000"))
    (entry,) = read(client, "/feed.atom").entries
    assert entry.title == "Nurse, write to … · Ward, …"


def test_what_xml_cannot_have_is_left_out(client: Client, make_posting: MakePosting) -> None:
    make_posting("Night\x0cnurse \ufffe")
    (entry,) = read(client, "/feed.atom").entries
    assert entry.title == "Nightnurse"
    for query in ("%01abc", "%EF%BF%BE", "%F0%9F%98%80"):
        read(client, f"/feed.atom?q={query}")


def test_a_poll_without_news_is_one_question(
    client: Client, make_posting: MakePosting, django_assert_num_queries: Any
) -> None:
    make_posting("Nurse")
    mark = client.get("/feed.atom")["ETag"]
    with django_assert_num_queries(1):
        assert client.get("/feed.atom", HTTP_IF_NONE_MATCH=mark).status_code == 304
    make_posting("Baker")
    assert client.get("/feed.atom", HTTP_IF_NONE_MATCH=mark).status_code == 200


@pytest.mark.parametrize("query", ["", "?q=nobody", "?level=moon&after=x"])
def test_an_empty_selection_is_an_empty_feed(query: str, client: Client, db: None) -> None:
    assert read(client, f"/feed.atom{query}").entries == []
