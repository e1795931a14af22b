"""What people keep, on their page and for their team: searches, shortlists, short links."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.utils import timezone

from postings.ingest import archive
from postings.models import Posting, SavedSearch, ShortLink, Shortlist, ShortlistEntry
from postings.saved import make_shortlist, save_search, share
from tests.factories import FIRST

MakePosting = Callable[..., Posting]


@pytest.fixture
def as_ada(ada: User) -> Client:
    client = Client()
    client.force_login(ada)
    return client


@pytest.fixture
def as_bea(bea: User) -> Client:
    client = Client()
    client.force_login(bea)
    return client


def said(response: Any) -> list[str]:
    return [str(message) for message in response.context["messages"]]


def test_a_search_is_kept_as_the_page_has_it_and_tells_what_is_new(
    as_ada: Client, ada: User, make_posting: MakePosting
) -> None:
    make_posting("Nurse")
    form = {"name": "  Nurses  at last ", "query": "q=nurse&level=moon&after=x&p=abc", "cadence": "daily"}
    page = as_ada.post("/saved/", form, follow=True)
    (one,) = page.context["searches"]
    assert (one.saved.name, one.saved.query, one.total, one.new, one.cadence) == (
        "Nurses at last", "q=nurse", 1, 0, "daily",
    )  # fmt: skip
    ada.followed.update(looked_at=FIRST)
    (one,) = as_ada.get("/saved/").context["searches"]
    assert one.new == 1
    assert as_ada.get(f"/saved/{one.saved.pk}/").url == "/?q=nurse"  # type: ignore[attr-defined]
    assert as_ada.get("/saved/").context["searches"][0].new == 0


@pytest.mark.parametrize(
    ("form", "why"),
    [
        ({"name": " "}, "A search needs a name: write one and save again."),
        ({"name": "x" * 121}, "That name has 121 letters; 120 is the most."),
        (
            {"name": "Taken"},
            "You have a search called “Taken” already. Choose another name, or delete that one.",
        ),
    ],
)
def test_what_cannot_be_saved_is_said_and_nothing_is_lost(
    form: dict[str, str], why: str, as_ada: Client, ada: User
) -> None:
    save_search(owner=ada, name="Taken", query="", now=FIRST)
    page = as_ada.post("/saved/", {"query": "mode=remote", "cadence": "weekly", **form})
    assert (page.status_code, page.context["fault"]) == (422, why)
    assert 'value="mode=remote"' in page.content.decode()
    assert f'value="{form["name"].strip()}"' in page.content.decode()
    assert '<option value="weekly" selected>' in page.content.decode()
    assert 'href="/?mode=remote">Back' in page.content.decode()
    assert SavedSearch.objects.count() == 1


def test_mail_needs_an_address(as_bea: Client) -> None:
    page = as_bea.post("/saved/", {"name": "All", "cadence": "weekly"})
    assert page.context["fault"] == (
        "There is no e-mail address in your account: ask an administrator to write it down."
    )
    assert not SavedSearch.objects.exists()


def test_a_team_sees_what_is_shared_and_changes_nothing_of_it(
    as_ada: Client, as_bea: Client, ada: User, team: Group, stranger: User
) -> None:
    saved = save_search(owner=ada, name="Nurses", query="q=nurse", now=FIRST)
    assert as_bea.get("/saved/").context["searches"] == []
    as_ada.post(f"/saved/{saved.pk}/change/", {"name": "Nurses", "team": team.pk, "cadence": "never"})
    (one,) = as_bea.get("/saved/").context["searches"]
    assert (one.own, one.new) == (False, None)
    as_bea.post(f"/saved/{saved.pk}/change/", {"name": "Mine", "cadence": "never"})
    assert as_bea.post(f"/saved/{saved.pk}/change/", {"delete": "1"}).status_code == 404
    saved.refresh_from_db()
    assert (saved.name, saved.team) == ("Nurses", team)
    outside = Client()
    outside.force_login(stranger)
    assert outside.get(f"/saved/{saved.pk}/").status_code == 404
    page = as_ada.post(f"/saved/{saved.pk}/change/", {"delete": "1"}, follow=True)
    assert said(page)[-1] == "The search “Nurses” is deleted, and no more mail comes about it."


def test_nobody_shares_with_a_team_of_others(as_ada: Client, ada: User) -> None:
    saved = save_search(owner=ada, name="Nurses", query="", now=FIRST)
    other = Group.objects.create(name="Board")
    as_ada.post(f"/saved/{saved.pk}/change/", {"name": "Nurses", "team": other.pk})
    saved.refresh_from_db()
    assert saved.team is None


@pytest.mark.parametrize("count", [1, 3])
def test_a_saved_search_costs_no_query_of_its_own(
    count: int, as_ada: Client, ada: User, make_posting: MakePosting, django_assert_max_num_queries: Any
) -> None:
    """Each is counted from the index; only whether that is as of now is asked anew."""
    make_posting("Nurse")
    for number in range(count):
        save_search(owner=ada, name=f"Search {number}", query="q=nurse", now=timezone.now())
    as_ada.get("/saved/")
    with django_assert_max_num_queries(9 + 3 * count):
        as_ada.get("/saved/")


def test_postings_are_picked_where_they_are_read(as_ada: Client, make_posting: MakePosting) -> None:
    first, second = make_posting("Nurse"), make_posting("Baker")
    back = f"/compare/?p={first.public_id}&p={second.public_id}"
    page = as_ada.post(
        "/shortlists/",
        {"name": "Offers", "p": [f"{first.public_id}@1", second.public_id, "nobody"], "next": back},
        follow=True,
    )
    assert page.redirect_chain == [(back, 302)]
    assert said(page) == ["2 postings put on the shortlist “Offers”."]
    offers = Shortlist.objects.get()
    again = {"list": offers.pk, "p": first.public_id, "next": "https://evil.example/"}
    page = as_ada.post("/shortlists/", again, follow=True)
    assert said(page) == ["That was already on the shortlist “Offers”."]
    assert page.redirect_chain == [(f"/shortlists/{offers.pk}/", 302)]
    assert [entry.title for entry in page.context["entries"]] == ["Nurse", "Baker"]


def test_a_list_has_notes_and_says_what_is_gone(
    as_ada: Client, as_bea: Client, ada: User, team: Group, make_posting: MakePosting
) -> None:
    kept, gone = make_posting("Nurse"), make_posting("Baker")
    offers = make_shortlist(owner=ada, name="Offers", postings=[kept, gone])
    entry = offers.entries.get(posting=kept)
    as_ada.post(f"/shortlists/{offers.pk}/{entry.pk}/", {"note": " Ask about <pay>. "})
    archive(posting=gone, expected_revision=1)
    assert as_bea.get(f"/shortlists/{offers.pk}/").status_code == 404
    share(thing=offers, team=team)
    html = as_bea.get(f"/shortlists/{offers.pk}/").content.decode()
    assert "Ask about &lt;pay&gt;." in html
    assert "Not in the library any more since" in html
    assert "textarea" not in html
    assert as_bea.post(f"/shortlists/{offers.pk}/", {"delete": "1"}).status_code == 404
    assert as_bea.post(f"/shortlists/{offers.pk}/{entry.pk}/", {"remove": "1"}).status_code == 404
    as_ada.post(f"/shortlists/{offers.pk}/{entry.pk}/", {"remove": "1"})
    assert list(ShortlistEntry.objects.values_list("posting", flat=True)) == [gone.pk]
    page = as_ada.post(
        f"/shortlists/{offers.pk}/{offers.entries.get().pk}/", {"note": "x" * 2001}, follow=True
    )
    assert said(page)[-1:] == ["That note has 2,001 letters; 2,000 is the most. Nothing was changed."]
    as_ada.post(f"/shortlists/{offers.pk}/", {"name": "Later", "team": ""})
    offers.refresh_from_db()
    assert (offers.name, offers.team) == ("Later", None)
    as_ada.post(f"/shortlists/{offers.pk}/", {"delete": "1"})
    assert Posting.objects.count() == 2
    assert not Shortlist.objects.exists()


def test_lists_stand_by_name(as_ada: Client, ada: User) -> None:
    for name in "CADB":
        make_shortlist(owner=ada, name=name)
    assert [one.name for one in as_ada.get("/saved/").context["shortlists"]] == list("ABCD")


def test_a_draft_cannot_be_picked(as_ada: Client, make_posting: MakePosting) -> None:
    draft = make_posting("Draft", published=False)
    as_ada.post("/shortlists/", {"name": "Drafts", "p": draft.public_id})
    assert not ShortlistEntry.objects.exists()


def test_a_long_address_has_one_short_link(as_ada: Client, client: Client) -> None:
    address = "/?q=nurse&level=senior"
    first, second = (as_ada.post("/s/", {"address": address}).json()["url"] for _ in range(2))
    assert first == second == f"http://testserver/s/{ShortLink.objects.get().code}/"
    assert client.get(first).url == address  # type: ignore[attr-defined]
    assert client.get("/s/nothere/").status_code == 404


@pytest.mark.parametrize(
    "address", ["", "https://evil.example/", "//evil.example", "/\\evil.example", "/" + "x" * 3000]
)
def test_only_addresses_of_this_site_are_shortened(address: str, as_ada: Client) -> None:
    answer = as_ada.post("/s/", {"address": address})
    assert answer.status_code == 400
    assert answer.json()["fault"]
    assert not ShortLink.objects.exists()


def test_odd_characters_and_endless_questions_are_no_fault_of_the_site(
    as_ada: Client, ada: User, make_posting: MakePosting
) -> None:
    posting = make_posting("Nurse")
    as_ada.post("/saved/", {"name": "a\0b", "query": "q=a\0b"})
    assert SavedSearch.objects.get().name == "ab"
    page = as_ada.post("/saved/", {"name": "Long", "query": "q=" + "é" * 700})
    assert page.context["fault"] == "That search is too long to be saved: take some words or filters away."
    offers = make_shortlist(owner=ada, name="Offers", postings=[posting])
    as_ada.post("/shortlists/", {"name": "a\0", "p": "a\0b"})
    page = as_ada.post("/shortlists/", {"list": offers.pk, "p": "nobody", "next": "foo"}, follow=True)
    assert said(page)[-1].startswith("Those postings are not in the library any more")
    assert as_ada.post("/s/", {"address": "/?q=a\0"}).status_code == 200
    assert as_ada.post("/s/", {"address": "/?q=" + "漢" * 2_000}).status_code == 200
    assert as_ada.post("/s/", {"address": "/?q=\u200e\n"}).status_code == 400
    entry = offers.entries.get()
    as_ada.post(f"/shortlists/{offers.pk}/{entry.pk}/", {"note": "x\r\n" * 999 + "yy"})
    entry.refresh_from_db()
    assert len(entry.note) == 2_000


def test_a_form_that_is_half_right_changes_nothing(as_bea: Client, bea: User) -> None:
    saved = save_search(owner=bea, name="Nurses", query="q=nurse", now=FIRST)
    as_bea.post(f"/saved/{saved.pk}/change/", {"name": "Changed", "cadence": "daily"})
    saved.refresh_from_db()
    assert saved.name == "Nurses"


@pytest.mark.parametrize("path", ["/saved/", "/saved/1/", "/shortlists/1/"])
def test_who_is_not_signed_in_is_asked_to(path: str, client: Client, db: None) -> None:
    assert client.get(path).url == f"/sign-in/?next={path}"  # type: ignore[attr-defined]
    assert client.post("/s/", {"address": "/"}).status_code == 302


@pytest.mark.parametrize(
    ("sent_from", "back"),
    [
        ("http://testserver/?mode=remote&p=a", "/%3Fmode%3Dremote%26p%3Da"),
        ("https://evil.example/", "/"),
        ("", "/"),
    ],
)
def test_whose_session_has_ended_comes_back_to_where_the_form_was(
    sent_from: str, back: str, client: Client, db: None
) -> None:
    answer = client.post("/shortlists/", {"name": "Offers"}, headers={"referer": sent_from})
    assert answer.url == f"/sign-in/?next={back}"  # type: ignore[attr-defined]
