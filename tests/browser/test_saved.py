"""Keeping what one found, as people do it: a search, a shortlist, a link that is short enough to send."""

from collections.abc import Callable
from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from postings.ingest import load_library
from postings.library import demo_library
from postings.models import Posting, SavedSearch, ShortLink
from postings.saved import make_shortlist, save_search
from postings.selectors.addresses import posting_url
from tests.browser.windows import PHONE, Enter, Findings, Watch, as_administrator
from tests.factories import FIRST

pytestmark = pytest.mark.usefixtures("watched")


@pytest.fixture(autouse=True)
def postings(live_server: LiveServer) -> list[Posting]:
    list(load_library(list(demo_library(today=date(2026, 11, 20)))[:30], originals=True))
    return list(Posting.objects.published().filter(kind="posting").order_by("pk")[:3])


def test_a_search_is_saved_with_the_keyboard_and_leads_back_to_its_results(enter: Enter) -> None:
    page = enter()
    page.goto("/?mode=remote")
    page.locator("summary", has_text="Save").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Name of the search")).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.type("Far away")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Far away").click()
    page.wait_for_url("**/?mode=remote")
    page.goto("/?mode=remote")
    page.locator("summary", has_text="Save").click()
    page.keyboard.press("Escape")
    expect(page.get_by_label("Name of the search")).to_be_hidden()


def test_postings_are_picked_and_compared_on_a_phone_without_scripts(
    enter: Enter, postings: list[Posting]
) -> None:
    page = enter(viewport=PHONE, java_script_enabled=False)
    for number, posting in enumerate(postings[:2]):
        page.goto(posting_url(posting.public_id, posting.title))
        page.locator("summary", has_text="Shortlist").click()
        if number:
            page.get_by_role("button", name="Offers").click()
        else:
            page.get_by_label("A new shortlist").fill("Offers")
            page.get_by_role("button", name="Make it").click()
        expect(page.locator(".messages")).to_contain_text("1 posting put on the shortlist “Offers”")
    page.goto("/saved/")
    page.get_by_role("link", name="Offers").click()
    page.get_by_text("Add a note").first.click()
    page.get_by_label(f"Note on {postings[0].title}").fill("Ask about the bonus")
    page.get_by_role("button", name=f"Keep note {postings[0].title}").click()
    expect(page.get_by_text("Ask about the bonus").first).to_be_visible()
    for box in page.locator("input[name=p]").all():
        box.check()
    page.get_by_role("button", name="Compare").click()
    expect(page.locator("h1")).to_have_text("Comparing 2 postings")


def test_a_long_address_is_copied_as_a_short_one(enter: Enter) -> None:
    page = enter(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"/?q={'nurse+or+'.join([''] * 25)}baker")
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("button", name="Link copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith(f"/s/{ShortLink.objects.get().code}/")
    page.goto(copied)
    assert "nurse" in page.url


@pytest.mark.parametrize("options", [{}, {"java_script_enabled": False}], ids=["with scripts", "without"])
def test_a_refused_name_is_put_right_where_it_is_refused(
    options: dict[str, bool], enter: Enter, watched: Watch, administrator: User
) -> None:
    save_search(owner=administrator, name="Taken", query="mode=remote", now=FIRST)
    page = enter(viewport=PHONE, color_scheme="dark", **options)
    page.goto("/?level=senior")
    page.locator("summary", has_text="Save").click()
    page.get_by_label("Name of the search").fill("Taken")
    page.get_by_role("button", name="Save search").click()
    expect(page.get_by_text("You have a search called")).to_be_visible()
    expect(page.get_by_label("Name of the search")).to_have_value("Taken")
    if not options:  # axe is a script
        assert Axe().run(page).response["violations"] == []
    page.get_by_label("Name of the search").fill("Seniors")
    page.get_by_role("button", name="Save search").click()
    expect(page.get_by_role("link", name="Seniors")).to_be_visible()
    assert SavedSearch.objects.get(name="Seniors").query == "level=senior"
    page.close()
    watched.complaints.clear()  # of the answer 422, and of axe's inline styles, which the policy refuses


@pytest.mark.parametrize("path", ["/saved/", "/shortlists/1/"])
def test_axe_finds_nothing_where_things_are_kept(
    path: str, findings: Findings, live_server: LiveServer, administrator: Page, postings: list[Posting]
) -> None:
    save_search(owner=administrator, name="Far away", query="mode=remote", now=FIRST)
    made = make_shortlist(owner=administrator, name="Offers", postings=postings)
    path = path.replace("1", str(made.pk))
    prepare: Callable[[BrowserContext], None] = lambda one: as_administrator(one, live_server, administrator)  # noqa: E731
    assert findings(path, prepare) == {}
    assert SavedSearch.objects.count() == 1
