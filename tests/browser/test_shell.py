"""The frame around every page, in a real browser: reachable, quiet, light, and usable without scripts."""

import gzip
import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Page, Response, expect
from pytest_django.live_server_helper import LiveServer

from postings.ingest import load_library
from postings.library import demo_library
from postings.models import Posting
from tests.browser.windows import Findings, OpenContext, as_administrator

pytestmark = pytest.mark.usefixtures("watched")

PASSWORD = "a password of some length"
PAGES = {
    "home": "/",
    "home with a filter": "/?level=senior",
    "sign-in": "/sign-in/?next=/compare/",
    "not found": "/no-such-page/",
    "refused": "/?q=%00",
    "gallery": "/gallery/",
}


def fill_in(page: Page, password: str) -> None:
    page.get_by_label("Username").fill("admin")
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()


# --- Accessibility ------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_axe_finds_nothing(findings: Findings, make_posting: Callable[..., Any], path: str) -> None:
    make_posting("Head of data", text="Head of data\nCompany: Example\n- Ten years of data work\n")
    assert findings(path) == {}


@pytest.mark.parametrize("path", ["/admin/", "/"])
def test_axe_finds_nothing_for_who_is_signed_in(
    findings: Findings, live_server: LiveServer, administrator: Any, path: str
) -> None:
    assert findings(path, lambda one: as_administrator(one, live_server, administrator)) == {}


@pytest.mark.parametrize("page", ["list", "posting", "comparison", "pay"])
def test_axe_finds_nothing_where_postings_are_shown(
    findings: Findings, live_server: LiveServer, page: str
) -> None:
    """Real pages: documents with findings, several pay bands, placeholders and long titles among them."""
    demo = list(demo_library(today=date(2026, 11, 20)))
    drafts = [draft for draft in demo if draft.facts.findings][:3]
    others = [draft for draft in demo if draft.facts.pay and not draft.facts.findings][:60]
    list(load_library([*drafts, *others], originals=True))
    ids = list(Posting.objects.order_by("pk").values_list("public_id", flat=True))[:3]
    paths = {
        "list": f"/?p={ids[0]}",
        "posting": f"/postings/{ids[0]}/",
        "comparison": f"/compare/?{'&'.join(f'p={one}' for one in ids)}",
        "pay": "/pay/",
    }
    assert findings(paths[page]) == {}


# --- In and out ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_signing_in_leads_back_to_where_it_began_and_out_again(
    open_context: OpenContext, live_server: LiveServer, administrator: Any, scripts: bool
) -> None:
    page = open_context(java_script_enabled=scripts).new_page()
    page.goto("/?level=senior")
    page.get_by_role("link", name="Sign in").click()
    fill_in(page, PASSWORD)
    expect(page).to_have_url(f"{live_server.url}/?level=senior")
    page.get_by_role("button", name="Sign out").click()
    expect(page).to_have_url(f"{live_server.url}/")
    expect(page.get_by_role("link", name="Sign in")).to_be_visible()


def test_a_wrong_password_is_said_and_the_way_is_kept(
    window: Page, live_server: LiveServer, administrator: Any
) -> None:
    window.goto("/sign-in/?next=/compare/")
    fill_in(window, "wrong")
    expect(window).to_have_title(re.compile("^Error: Sign in"))
    expect(window.get_by_text("You are not signed in yet")).to_be_visible()
    fill_in(window, PASSWORD)
    expect(window).to_have_url(re.compile(re.escape(live_server.url) + "/compare/"))


def test_a_page_that_is_not_there_leads_back_to_the_library(window: Page, live_server: LiveServer) -> None:
    answer = window.goto("/no-such-page/")
    assert answer
    assert answer.status == 404
    window.get_by_role("link", name="Go to the library").click()
    expect(window).to_have_url(f"{live_server.url}/")


def test_the_administration_opens_for_an_administrator(
    window: Page, live_server: LiveServer, administrator: Any
) -> None:
    window.goto("/admin/")
    expect(window).to_have_url(re.compile(r"/sign-in/\?next=/admin/"))
    fill_in(window, PASSWORD)
    expect(window).to_have_url(f"{live_server.url}/admin/")
    expect(window.get_by_role("heading", level=1)).to_have_text("Library")


# --- Keyboard, phone, weight --------------------------------------------------------------------------


def test_a_slash_puts_the_cursor_into_the_search_box(window: Page) -> None:
    window.goto("/")
    search = window.get_by_role("combobox", name="Search job descriptions")
    window.keyboard.press("/")
    expect(search).to_be_focused()
    window.keyboard.type("a/b")
    expect(search).to_have_value("a/b")


def test_the_slash_can_be_switched_off_and_stays_off(window: Page) -> None:
    window.goto("/")
    window.get_by_role("button", name="Turn keyboard shortcuts off").click()
    window.reload()
    window.keyboard.press("/")
    expect(window.get_by_role("combobox", name="Search job descriptions")).not_to_be_focused()
    expect(window.get_by_role("button", name="Turn keyboard shortcuts on")).to_be_visible()


def test_the_first_tab_offers_to_skip_to_the_content(window: Page) -> None:
    window.goto("/")
    window.keyboard.press("Tab")
    skip = window.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    window.keyboard.press("Enter")
    expect(window.locator("#main")).to_be_focused()


def test_the_menu_opens_and_closes_on_a_phone_without_scripts(phone_without_scripts: Page) -> None:
    page = phone_without_scripts
    page.goto("/")
    menu, link = page.get_by_role("button", name="Menu"), page.get_by_role("link", name="Sign in")
    expect(link).to_be_hidden()
    menu.click()
    expect(link).to_be_visible()
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()


def test_the_search_box_works_without_scripts(phone_without_scripts: Page, live_server: LiveServer) -> None:
    phone_without_scripts.goto("/")
    phone_without_scripts.get_by_role("searchbox", name="Search job descriptions").fill("data & more")
    phone_without_scripts.keyboard.press("Enter")
    expect(phone_without_scripts).to_have_url(re.compile(r"/\?(.*&)?q=data\+%26\+more"))


def test_a_first_page_weighs_less_than_100_kb(window: Page, make_posting: Callable[..., Any]) -> None:
    for number in range(25):
        make_posting(f"Head of data {number}")
    answers: list[Response] = []
    window.on("response", lambda answer: answers.append(answer))
    window.goto("/", wait_until="networkidle")
    weights = {answer.url: weight(answer) for answer in answers}
    assert {answer.status for answer in answers} == {200}
    assert sum(weights.values()) < 100_000, sorted(weights.items(), key=lambda one: -one[1])[:5]


def weight(answer: Response) -> int:
    """Return how many bytes travel: production has static files compressed, and pages as they are."""
    body = answer.body()
    return len(gzip.compress(body)) if "/static/" in answer.url else len(body)
