"""Searching and browsing as people do it: by mouse, by keys alone, on a phone, without scripts, and back."""

import re
from datetime import date

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from postings.ingest import load_library
from postings.library import demo_library
from tests.browser.windows import PHONE, Findings, OpenContext

pytestmark = pytest.mark.usefixtures("watched")


@pytest.fixture(autouse=True)
def library(live_server: LiveServer) -> None:
    list(load_library(list(demo_library(today=date(2026, 11, 20)))[:40], originals=True))


@pytest.fixture
def phone(open_context: OpenContext) -> Page:
    return open_context(viewport=PHONE, has_touch=True).new_page()


def heading(page: Page) -> str:
    return page.locator("#results h1").inner_text()


def card_titles(page: Page) -> list[str]:
    return page.locator("#results .card-title").all_inner_texts()


@pytest.mark.parametrize(
    "path",
    [
        "/?q=snowflkae+titel%3Anurse+(pay%3A%3Eabc&pay_min=lots&mode=moon",
        f"/?q=verilog+nurse+{'unbroken' * 20}&mode=onsite",
        "/?q=engineer&level=senior&more=skill&find=s",
        "/search-help/",
    ],
)
def test_axe_finds_nothing_in_any_state_of_the_list(findings: Findings, path: str) -> None:
    assert findings(path) == {}


def test_choosing_a_filter_changes_counts_results_and_address_and_keeps_the_focus(window: Page) -> None:
    window.goto("/")
    all_of_them = heading(window)
    window.get_by_role("checkbox", name=re.compile("^Remote")).check()
    window.wait_for_url("**/?mode=remote")
    expect(window.locator("#results h1")).not_to_have_text(all_of_them)
    expect(window.locator("#mode-remote")).to_be_focused()
    expect(window.locator("#mode-remote")).to_be_checked()
    expect(window.locator("#said")).to_have_text(heading(window))
    count = int(window.locator("label:has(#level-senior) .facet-count").inner_text())
    window.locator("#level-senior").check()
    window.wait_for_url("**/?mode=remote&level=senior")
    expect(window.locator("#results h1")).to_have_text(f"{count} postings")


def test_the_link_that_is_copied_leads_to_the_same_selection(open_context: OpenContext) -> None:
    window = open_context(permissions=["clipboard-read", "clipboard-write"]).new_page()
    window.goto("/?p=nobody&sort=newest&level=senior")
    window.locator("#mode-remote").check()
    window.wait_for_url("**/?mode=remote&level=senior&sort=newest**")
    found = heading(window)
    window.get_by_role("button", name="Copy link").click()
    expect(window.get_by_role("button", name="Link copied")).to_be_visible()
    expect(window.locator("#said")).to_have_text("Link copied")
    copied = window.evaluate("navigator.clipboard.readText()")
    assert copied.endswith("/?mode=remote&level=senior&sort=newest")
    window.goto(copied)
    assert heading(window) == found


def test_back_leads_to_what_was_there_before(window: Page) -> None:
    window.goto("/")
    before = (heading(window), card_titles(window))
    window.locator("#mode-remote").check()
    window.wait_for_url("**/?mode=remote")
    narrowed = (heading(window), card_titles(window))
    window.locator("#results .card-title a").first.click()
    window.wait_for_url("**/postings/**")
    window.go_back()
    window.wait_for_url("**/?mode=remote")
    assert (heading(window), card_titles(window)) == narrowed
    expect(window.locator("#mode-remote")).to_be_checked()
    window.go_back()
    expect(window.locator("#results h1")).to_have_text(before[0])
    assert card_titles(window) == before[1]
    expect(window.locator("#mode-remote")).not_to_be_checked()


def test_sorting_and_pay_need_no_button_where_scripts_run(window: Page) -> None:
    window.goto("/")
    window.locator("#sort").select_option("pay_high")
    window.wait_for_url("**/?sort=pay_high")
    window.get_by_label("Yearly pay from").fill("100k")
    window.get_by_label("Yearly pay from").press("Enter")
    window.wait_for_url("**/?pay_min=100000&sort=pay_high")
    expect(window.locator(".chip").first).to_contain_text("100,000")


def test_more_values_are_shown_and_looked_through_without_leaving_the_page(window: Page) -> None:
    window.goto("/")
    window.locator("#more-skill").click()
    expect(window.locator("#facet-skill .facet-value")).not_to_have_count(6)
    window.get_by_label("Find in Skills").press_sequentially("pyth")
    expect(window.locator("#facet-skill .facet-value")).to_have_count(1)
    window.get_by_role("checkbox", name=re.compile("^Python")).check()
    window.wait_for_url("**/?skill=python")


def test_the_search_box_completes_what_is_typed_by_keys_alone(window: Page) -> None:
    window.goto("/?mode=remote")
    window.keyboard.press("/")
    window.keyboard.type("pyth")
    box = window.get_by_role("combobox", name="Search job descriptions")
    expect(window.get_by_role("option", name=re.compile("Python"))).to_be_visible()
    window.keyboard.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", "suggestion-1")
    window.keyboard.press("Enter")
    window.wait_for_url("**/?*q=Python*")
    assert "mode=remote" in window.url
    window.keyboard.press("/")
    window.keyboard.type("kuber")
    expect(window.get_by_role("option", name=re.compile("Kubernetes"))).to_be_visible()
    window.keyboard.press("Escape")
    expect(window.locator("#suggestions")).to_be_hidden()
    expect(box).to_have_value("kuber")


def test_results_are_walked_chosen_and_compared_by_keys_alone(window: Page) -> None:
    window.goto("/")
    links = window.locator("#results .card-title a")
    window.keyboard.press("j")
    expect(links.nth(0)).to_be_focused()
    window.keyboard.press("x")
    window.keyboard.press("j")
    expect(links.nth(1)).to_be_focused()
    window.keyboard.press("x")
    window.keyboard.press("k")
    expect(links.nth(0)).to_be_focused()
    window.keyboard.press("c")
    window.wait_for_url("**/compare/?p=*&p=*")
    window.go_back()
    window.keyboard.press("?")
    window.wait_for_url("**/search-help/")


def test_keys_that_are_switched_off_do_nothing(window: Page) -> None:
    window.goto("/")
    window.get_by_role("button", name="Turn keyboard shortcuts off").click()
    window.keyboard.press("j")
    expect(window.locator("#results .card-title a").first).not_to_be_focused()


def test_on_a_phone_filters_are_a_sheet_that_stays_while_one_chooses(phone: Page) -> None:
    phone.goto("/")
    phone.get_by_role("button", name="Filters").tap()
    phone.locator("label:has(#mode-remote)").tap()
    phone.wait_for_url("**/?mode=remote")
    expect(phone.locator("#filters")).to_be_visible()
    phone.get_by_role("button", name=re.compile("^Show")).tap()
    expect(phone.locator("#filters")).to_be_hidden()
    expect(phone.get_by_role("button", name="Filters · 1")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_everything_works_without_scripts(open_context: OpenContext) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto("/")
    page.get_by_role("searchbox").fill("engineer")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?q=engineer")
    page.locator("#level-senior").check()
    page.get_by_role("button", name="Apply filters").click()
    assert {"q=engineer", "level=senior"} <= set(page.url.split("?")[1].split("&"))
    page.locator("#sort").select_option("newest")
    page.get_by_role("button", name="Sort").click()
    assert "sort=newest" in page.url
    page.locator("#more-family").click()
    assert page.locator("#facet-family .facet-value").count() == 20
    page.get_by_role("link", name="Remove filter: Level Senior").click()
    assert "level=" not in page.url


def test_pages_lead_on_and_back(window: Page) -> None:
    window.goto("/")
    first = card_titles(window)
    window.get_by_role("link", name="Next").click()
    window.wait_for_url("**/?after=*")
    assert card_titles(window) != first
    window.get_by_role("link", name="Previous").click()
    window.wait_for_url("**/?before=*")
    assert card_titles(window) == first
