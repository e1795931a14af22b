"""A page that is known already: to the browser, which is told so, or to the process that drew it."""

from collections.abc import Callable
from typing import Any

from django.test import Client

from postings.facts import Fact, SkillUse
from postings.ingest import add_alias, rename
from postings.ingest.lifecycle import archive, unpublish
from postings.models import Skill
from postings.vocabulary import Strength


def test_a_browser_that_has_the_page_is_told_so_until_something_changes(
    client: Client, make_posting: Callable[..., Any]
) -> None:
    posting = make_posting()
    first = client.get("/?mode=remote")
    assert (first["Cache-Control"], "Cookie" in first["Vary"]) == ("private, no-cache", True)
    again = {"HTTP_IF_NONE_MATCH": first["ETag"]}
    assert client.get("/?mode=remote", **again).status_code == 304
    assert client.get("/?mode=hybrid", **again).status_code == 200
    archive(posting=posting, expected_revision=1)
    assert client.get("/?mode=remote", **again).status_code == 200


def test_a_page_that_is_known_already_costs_one_question(
    client: Client, make_posting: Callable[..., Any], django_assert_num_queries: Any
) -> None:
    make_posting()
    mark = client.get("/")["ETag"]
    with django_assert_num_queries(1):
        client.get("/", HTTP_IF_NONE_MATCH=mark)


def test_who_signs_in_does_not_get_the_page_of_who_has_not(
    client: Client, make_posting: Callable[..., Any], administrator: Any
) -> None:
    make_posting()
    mark = client.get("/")["ETag"]
    client.force_login(administrator)
    assert client.get("/", HTTP_IF_NONE_MATCH=mark).status_code == 200


def test_the_next_visitor_gets_what_was_drawn_for_the_first(
    make_posting: Callable[..., Any], django_assert_num_queries: Any
) -> None:
    make_posting("Welder")
    first = Client().get("/?mode=remote", HTTP_HX_REQUEST="true", HTTP_HX_TARGET="results")
    with django_assert_num_queries(1):
        second = Client().get("/?mode=remote", HTTP_HX_REQUEST="true", HTTP_HX_TARGET="results")
    kept = ("ETag", "HX-Push-Url", "Cache-Control", "Content-Type", "Content-Security-Policy")
    assert second.content == first.content
    assert [second[name] for name in kept] == [first[name] for name in kept]


def test_a_page_for_another_part_of_the_screen_is_another_page(
    client: Client, make_posting: Callable[..., Any]
) -> None:
    make_posting()
    client.get("/?mode=remote")
    part = client.get("/?mode=remote", HTTP_HX_REQUEST="true", HTTP_HX_TARGET="results")
    assert part.has_header("HX-Push-Url")
    assert not client.get("/?mode=remote").has_header("HX-Push-Url")


def test_what_is_published_is_on_the_next_page_of_everybody(
    client: Client, make_posting: Callable[..., Any]
) -> None:
    make_posting("Welder")
    assert b"Plumber" not in client.get("/").content
    make_posting("Plumber")
    assert b"Plumber" in client.get("/").content


def test_what_is_renamed_is_on_cards_that_were_read_before(
    client: Client, make_posting: Callable[..., Any]
) -> None:
    text = "Welder\nBrook Works\nKnow welding\n"
    posting = make_posting(
        "Welder",
        text=text,
        organization=Fact("Brook Works"),
        skills=(SkillUse("welding", "Welding", Strength.REQUIRED),),
    )
    assert b"Brook Works" in client.get("/").content
    rename(named=posting.company, name="Brook Yard")
    rename(named=Skill.objects.get(), name="Joining metal")
    page = client.get("/?q=welder").content
    assert b"Brook Yard" in page
    assert b"Joining metal" in page
    unpublish(posting=posting, expected_revision=1)
    assert b"Brook Yard" not in client.get("/").content


def test_another_name_finds_from_the_next_page_on(client: Client, make_posting: Callable[..., Any]) -> None:
    make_posting("Joiner", skills=(SkillUse("welding", "Welding", Strength.REQUIRED),))
    assert b"Joiner" not in client.get("/?q=brazing").content
    add_alias(to=Skill.objects.get(), name="Brazing")
    assert b"Joiner" in client.get("/?q=brazing").content


def test_pages_of_people_are_not_kept_for_others(
    client: Client, make_posting: Callable[..., Any], administrator: Any
) -> None:
    make_posting()
    client.force_login(administrator)
    assert b"Sign out" in client.get("/").content
    client.logout()
    page = client.get("/").content
    assert b"Sign out" not in page
    assert b"csrf" not in page.lower()
    client.force_login(administrator)
    assert b"Sign out" in client.get("/").content


def test_an_address_under_another_name_of_the_site_is_another_page(
    client: Client, make_posting: Callable[..., Any]
) -> None:
    make_posting()
    client.get("/", HTTP_HOST="localhost")
    assert b'href="http://testserver/"' in client.get("/", HTTP_HOST="testserver").content
