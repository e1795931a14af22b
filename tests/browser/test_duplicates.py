"""Two postings that are nearly one: what differs is seen, a person decides, and the old address leads on."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from postings.ingest import Incoming, archive, discard, publish_draft, receive
from postings.ingest.work import work_once
from postings.models import Batch, Posting
from tests.browser.windows import PHONE, Enter, Findings, as_administrator
from tests.ingest.test_duplicates import BAKER

pytestmark = pytest.mark.usefixtures("watched")

ALMOST = BAKER.replace("Acme", "Norwell").replace("forty", "thirty")


@pytest.fixture
def pair(live_server: LiveServer) -> tuple[Posting, Posting]:
    """Two published postings that are nearly the same, in `first.txt` and in `second.txt`."""
    files = [Incoming("first.txt", BAKER.encode()), Incoming("second.txt", ALMOST.encode())]
    receive(batch=Batch.objects.create(name="Batch"), files=files)
    while work_once():
        pass
    first, second = (
        publish_draft(posting=posting, expected_revision=0)
        for posting in Posting.objects.order_by("document_id")
    )
    return first, second


def page_of(posting: Posting, more: str = "change/") -> str:
    return f"/admin/postings/posting/{posting.pk}/{more}"


def choose_the_other(page: Page, posting: Posting) -> None:
    page.goto(page_of(posting))
    notice = page.locator(".notice", has_text="Duplicate?")
    expect(notice).to_contain_text(re.compile(r"Nearly the same \(alike by \d\d.%\) as Baker in first\.txt"))
    notice.get_by_role("link", name="Baker").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Is “Baker” there twice?")


def cells(page: Page) -> list[list[str]]:
    rows = page.locator(".results tbody tr")
    return [[cell.strip() for cell in row.locator("th, td").all_inner_texts()] for row in rows.all()]


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_what_differs_is_shown_and_the_merged_address_leads_on(
    enter: Enter, pair: tuple[Posting, Posting], live_server: LiveServer, scripts: bool
) -> None:
    keep, gone = pair
    page = enter(java_script_enabled=scripts)
    choose_the_other(page, gone)
    assert cells(page) == [
        ["Company", "Acme", "Norwell"],
        [
            "Responsibilities",
            "Shape forty loaves of rye each night before the doors open at six",
            "Shape thirty loaves of rye each night before the doors open at six",
        ],
    ]
    page.get_by_label("Reason").fill("sent twice")
    page.get_by_role("button", name="They are one").click()
    expect(page.get_by_text("“Baker” is merged: its address leads to the one in first.txt")).to_be_visible()
    expect(page).to_have_url(f"{live_server.url}{page_of(keep)}")
    answer = page.request.get(f"/postings/{gone.public_id}/baker/", max_redirects=0)
    assert (answer.status, answer.headers["location"]) == (301, f"/postings/{keep.public_id}/baker/")
    page.goto(f"/postings/{gone.public_id}/baker/")
    expect(page).to_have_url(f"{live_server.url}/postings/{keep.public_id}/baker/")


def test_who_was_told_to_be_two_is_not_asked_about_again(enter: Enter, pair: tuple[Posting, Posting]) -> None:
    page = enter(viewport=PHONE, java_script_enabled=False)
    choose_the_other(page, pair[1])
    page.get_by_role("button", name="They are two").click()
    expect(page.get_by_text("They are two, in second.txt and in first.txt.")).to_be_visible()
    expect(page.get_by_text("Duplicate?")).to_have_count(0)
    assert set(Posting.objects.values_list("state", "merged_into")) == {("published", None)}


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_the_history_says_who_did_what_when_and_why(
    enter: Enter, pair: tuple[Posting, Posting], administrator: Any, scripts: bool
) -> None:
    _, posting = pair
    archive(posting=posting, expected_revision=1, by=administrator, reason="filled")
    page = enter(java_script_enabled=scripts)
    page.goto(page_of(posting))
    page.get_by_role("link", name="History").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("History of Baker")
    newest, published, added = page.locator(".entries > li").all()
    expect(newest).to_contain_text("Archived by admin")
    expect(newest).to_contain_text("Reason: filled")
    expect(newest.locator(".changes li")).to_have_text(["State: Published → Archived"])
    expect(newest.locator("time")).to_have_attribute("datetime", re.compile(r"^20\d\d-"))
    expect(published).to_contain_text("Published by the site itself")
    expect(published.locator(".changes")).to_contain_text("Revision: 0 → 1")
    expect(added).to_contain_text("Added by the site itself")


def test_the_history_of_a_merged_posting_says_so(enter: Enter, pair: tuple[Posting, Posting]) -> None:
    page = enter()
    choose_the_other(page, pair[1])
    page.get_by_role("button", name="They are one").click()
    page.goto(page_of(pair[1], "history/"))
    newest = page.locator(".entries > li").first
    expect(newest).to_contain_text("Merged into another by admin")
    expect(newest).to_contain_text("Reason: merged into “Baker”")


@pytest.mark.parametrize("name", ["posting", "alike", "merge", "merge search", "history", "trash"])
def test_axe_finds_nothing_where_people_decide(
    findings: Findings,
    live_server: LiveServer,
    administrator: Any,
    pair: tuple[Posting, Posting],
    name: str,
) -> None:
    first, second = pair
    receive(
        batch=Batch.objects.create(name="More"), files=[Incoming("cook.txt", b"Cook\n\nSoup every day\n")]
    )
    while work_once():
        pass
    discard(posting=Posting.objects.get(state="draft"), expected_revision=0, by=administrator)
    one, other = first.company_id, second.company_id
    paths = {
        "posting": page_of(second),
        "alike": page_of(second, f"alike/{first.pk}/"),
        "merge": f"/admin/postings/company/{one}/merge/?with={other}",
        "merge search": f"/admin/postings/company/{one}/merge/?q=norwell",
        "history": page_of(second, "history/"),
        "trash": "/admin/postings/posting/?state__exact=trashed",
    }
    assert findings(paths[name], lambda one: as_administrator(one, live_server, administrator)) == {}
