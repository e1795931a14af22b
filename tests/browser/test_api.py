"""The page about the API, and the one that shows a token once."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from postings.tokens import TOKEN, issue
from postings.vocabulary import Scope
from tests.browser.windows import Enter, Findings, Watch, as_administrator

pytestmark = pytest.mark.usefixtures("watched")


def test_axe_finds_nothing_on_the_page_about_the_api(findings: Findings) -> None:
    assert findings("/api/v1/docs") == {}


def test_axe_finds_nothing_on_the_page_of_a_token(
    findings: Findings, live_server: LiveServer, administrator: Any
) -> None:
    day = timezone.localdate()
    token, _ = issue(owner=administrator, name="Reports", scopes=list(Scope), expires_on=day)
    address = f"/admin/postings/apitoken/{token.pk}/change/"
    assert findings(address, lambda one: as_administrator(one, live_server, administrator)) == {}


def made(page: Page) -> Page:
    page.goto("/admin/postings/apitoken/add/")
    page.get_by_label("Name:").fill("Reports")
    page.get_by_label("Owner:").select_option(label="admin")
    page.get_by_label("What selections pay").check()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_label("Token", exact=True)).to_be_visible()  # this is the next page
    return page


def test_a_token_is_copied_by_a_button(enter: Enter) -> None:
    page = made(enter(permissions=["clipboard-read", "clipboard-write"]))
    token = page.get_by_label("Token", exact=True).input_value()
    assert TOKEN.fullmatch(token)
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == token


def test_a_token_is_there_to_be_copied_without_scripts(enter: Enter) -> None:
    page = made(enter(java_script_enabled=False))
    assert TOKEN.fullmatch(page.get_by_label("Token", exact=True).input_value())
    expect(page.get_by_role("button", name="Copy")).to_be_hidden()


def test_axe_finds_nothing_where_a_token_is_shown(enter: Enter, watched: Watch) -> None:
    page = made(enter())
    violations = Axe().run(page).response["violations"]
    page.close()
    watched.complaints.clear()  # axe tries inline styles, which the policy refuses
    assert violations == []
