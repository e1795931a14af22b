"""Reading one posting and several side by side, as people do it: lights, differences, a phone, paper."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from postings.ingest import load_library
from postings.library import demo_library
from postings.models import Posting
from postings.selectors.addresses import posting_url
from tests.browser.windows import PHONE, OpenContext

pytestmark = pytest.mark.usefixtures("watched")


@pytest.fixture(autouse=True)
def postings(live_server: LiveServer) -> list[Posting]:
    list(load_library(list(demo_library(today=date(2026, 11, 20)))[:30], originals=True))
    return list(Posting.objects.published().filter(kind="posting").order_by("pk")[:3])


def compared(postings: list[Posting]) -> str:
    return f"/compare/?{'&'.join(f'p={posting.public_id}' for posting in postings)}"


def test_a_fact_and_its_words_light_up_together_and_lead_to_each_other(
    window: Page, postings: list[Posting]
) -> None:
    window.goto(posting_url(postings[0].public_id, postings[0].title))
    fact = window.locator(".facts a[href^='#f-']").first
    fact.hover()
    expect(window.locator("mark.lit").first).to_be_visible()
    name = (fact.get_attribute("href") or "")[1:]
    fact.click()
    window.wait_for_url(f"**#{name}")
    window.locator(f"mark[data-fact='{name}'] a").first.click()
    window.wait_for_url(f"**#from-{name}")


def test_differences_alone_are_a_tick_and_an_address(window: Page, postings: list[Posting]) -> None:
    window.goto(compared(postings[:2]))
    rows = window.locator(".comparison tbody tr").count()
    window.get_by_label("Differences only").check()
    window.wait_for_url("**diff=1")
    expect(window.get_by_label("Differences only")).to_be_checked()
    assert window.locator(".comparison tbody tr").count() < rows


def test_columns_change_places_without_scripts(phone_without_scripts: Page, postings: list[Posting]) -> None:
    page = phone_without_scripts
    page.goto(compared(postings[:2]))
    page.get_by_role("link", name=f"Move {postings[0].title} to the right").click()
    titles = page.locator(".comparison thead th > a").all_inner_texts()
    assert titles == [postings[1].title, postings[0].title]


def test_a_phone_shows_two_at_a_time_and_which_can_be_chosen(
    open_context: OpenContext, postings: list[Posting]
) -> None:
    page = open_context(viewport=PHONE, java_script_enabled=False).new_page()
    page.goto(compared(postings))
    shown = page.locator(".comparison thead th:visible")
    expect(shown).to_have_count(2)
    page.locator("#column-1").uncheck()
    page.locator("#column-3").check()
    expect(shown).to_have_count(2)
    expect(shown.last).to_contain_text(postings[2].title)


def test_a_posting_is_added_and_taken_away_with_the_keyboard_alone(
    window: Page, postings: list[Posting]
) -> None:
    window.goto(compared(postings[:2]))
    window.locator("#add").focus()
    window.keyboard.type(postings[2].title)
    window.keyboard.press("Enter")
    window.wait_for_url("**q=*")
    box = window.locator(f"input[name=p][value='{postings[2].public_id}']").first
    box.focus()
    window.keyboard.press("Space")
    expect(box).to_be_checked()
    window.locator(".tray a, .tray button").filter(has_text="Compare").first.focus()
    window.keyboard.press("Enter")
    expect(window.locator(".comparison thead th")).to_have_count(3)
    window.get_by_role("link", name=f"Remove {postings[0].title}").focus()
    window.keyboard.press("Enter")
    expect(window.locator(".comparison thead th")).to_have_count(2)


def test_the_sticky_first_row_and_column_never_hide_what_has_the_focus(
    open_context: OpenContext, postings: list[Posting]
) -> None:
    page = open_context(viewport={"width": 700, "height": 500}).new_page()
    page.goto(compared(postings))
    links = page.locator(".comparison a")
    for number in range(links.count()):
        links.nth(number).focus()
        hidden = links.nth(number).evaluate(
            """one => {
                const box = one.getBoundingClientRect();
                const there = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                return !(there && (one.contains(there) || there.contains(one)));
            }"""
        )
        assert not hidden, links.nth(number).inner_text()


def test_a_comparison_is_printed_whole(window: Page, postings: list[Posting]) -> None:
    window.goto(compared(postings))
    window.emulate_media(media="print")
    region = window.locator(".table-scroll")
    assert region.evaluate("one => one.scrollHeight <= one.clientHeight + 1")
    assert window.pdf()[:5] == b"%PDF-"
