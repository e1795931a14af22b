"""Uploading, watching, reviewing and publishing in a real browser, with and without scripts."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from postings.ingest import Incoming, receive
from postings.ingest.work import work_once
from postings.models import Batch, Document, Posting
from tests.browser.windows import Enter, Findings, as_administrator

pytestmark = pytest.mark.usefixtures("watched")

ADD = "/admin/postings/batch/add/"
BAKER = "Baker\n\nCompany: Acme\n\nRequirements\n- Two years of baking\n- Rye is a plus\n"
TABLE = "Rolle,Beschreibung,Ort\nBaker,Bake bread every day,Leeds\nCook,Cook soup every day,York\n"


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    texts = {"baker.txt": BAKER, "again.txt": BAKER, "empty.txt": " ", "jobs.csv": TABLE}
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    return [tmp_path / name for name in texts]


def work() -> None:
    while work_once():
        pass


def test_files_are_sent_one_by_one_and_their_batch_is_live(enter: Enter, files: list[Path]) -> None:
    page = enter()
    page.goto(ADD)
    page.get_by_label("Files").set_input_files(files)
    expect(page).to_have_url(re.compile(r"/batch/\d+/change/"))
    expect(page.get_by_role("status")).to_have_text("2 of 4 files")
    work()
    expect(page.get_by_role("status")).to_have_text("4 of 4 files")  # without a reload
    expect(page.get_by_role("link", name="Baker", exact=True)).to_be_visible()
    expect(page.get_by_text("The same bytes as")).to_be_visible()
    page.get_by_role("link", name="Rejected 1").click()
    expect(page.get_by_text("empty.txt is empty.")).to_be_visible()


def test_files_are_dropped_anywhere_on_the_page(enter: Enter) -> None:
    page = enter()
    page.goto(ADD)
    transfer = page.evaluate_handle(
        """text => {
            const transfer = new DataTransfer();
            transfer.items.add(new File([text], "dropped.txt"));
            return transfer;
        }""",
        BAKER,
    )
    page.dispatch_event("h1", "dragenter", {"dataTransfer": transfer})
    expect(page.locator("#drop-area")).to_have_class(re.compile("is-over"))
    page.dispatch_event("h1", "drop", {"dataTransfer": transfer})
    expect(page).to_have_url(re.compile(r"/batch/\d+/change/"))
    assert Document.objects.get().file_name == "dropped.txt"


def test_a_lost_connection_costs_nothing_and_doubles_nothing(
    enter: Enter, files: list[Path], watched: Any
) -> None:
    """The first answer gets lost although the file arrived: it is sent again, and counts once."""
    page = enter()
    lost = []

    def lose_one(route: Any) -> None:
        if lost:
            route.continue_()
            return
        route.fetch()
        lost.append(route.request.url)
        route.abort("connectionreset")

    page.route("**/files/", lose_one)
    page.goto(ADD)
    page.get_by_label("Files").set_input_files(files[:1])
    expect(page).to_have_url(re.compile(r"/batch/\d+/change/"))
    assert len(lost) == 1
    assert Batch.objects.get().files.count() == 1
    watched.complaints.clear()  # of the connection that was broken on purpose


def test_the_whole_way_without_scripts(enter: Enter, files: list[Path]) -> None:
    page = enter(java_script_enabled=False)
    page.goto(ADD)
    page.get_by_label("Files").set_input_files([files[0], files[3]])
    page.get_by_role("button", name="Upload and read").click()
    expect(page.get_by_role("status")).to_contain_text("0 of 2 files")
    work()
    expect(page.get_by_role("status")).to_have_text("2 of 2 files")  # the page reloads by itself
    page.get_by_role("link", name="Say which column is what").click()
    page.get_by_label("Rolle").select_option("Title")
    page.get_by_role("button", name="Read 2 rows").click()
    work()
    page.reload()
    expect(page.get_by_role("status")).to_have_text("4 of 4 files")
    page.get_by_role("link", name="Baker", exact=True).first.click()
    page.get_by_role("link", name="Put right what was read").click()
    page.get_by_label("Title:").fill("Head baker")
    page.get_by_role("button", name="Publish and go to the next").click()
    expect(page.get_by_text("“Head baker” is published.")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^Review "))
    assert Posting.objects.get(state="published").title == "Head baker"


def test_a_fact_lights_up_the_words_that_say_so_and_rows_are_added(
    enter: Enter, make_posting: Callable[..., Any]
) -> None:
    receive(batch=Batch.objects.create(name="Batch"), files=[Incoming("baker.txt", BAKER.encode())])
    work()
    posting = Posting.objects.get()
    page = enter()
    page.goto(f"/admin/postings/posting/{posting.pk}/edit/")
    page.get_by_label("Company:").focus()
    expect(page.locator("mark.is-lit")).to_have_text("Acme")
    page.locator("mark", has_text="Baker").first.click()
    expect(page.get_by_label("Title:")).to_be_focused()
    page.get_by_role("button", name="Another skill").click()
    page.keyboard.type("Rye bread")
    page.keyboard.press("Control+s")
    expect(page.get_by_text("The draft of “Baker” is saved.")).to_be_visible()
    posting.refresh_from_db()
    assert [skill["name"] for skill in posting.draft["skills"]][-1] == "Rye bread"


@pytest.mark.parametrize("name", ["upload", "batch", "columns", "edit", "parts", "reread"])
def test_axe_finds_nothing_on_the_way_of_a_document(
    findings: Findings, live_server: LiveServer, administrator: Any, files: list[Path], name: str
) -> None:
    batch = Batch.objects.create(name="Batch")
    receive(batch=batch, files=[Incoming(file.name, file.read_bytes()) for file in files])
    work()
    table = Document.objects.get(file_name="jobs.csv")
    paths = {
        "upload": ADD,
        "batch": f"/admin/postings/batch/{batch.pk}/change/",
        "columns": f"/admin/postings/document/{table.pk}/columns/",
        "parts": f"/admin/postings/document/{Posting.objects.get().document_id}/parts/",
        "reread": f"/admin/postings/document/{Posting.objects.get().document_id}/reread/",
        "edit": f"/admin/postings/posting/{Posting.objects.get().pk}/edit/",
    }
    assert findings(paths[name], lambda one: as_administrator(one, live_server, administrator)) == {}


def payloads() -> list[str]:
    """Ways to run a script that texts have been known to try; "{}" stands for what they would run."""
    shapes = Path(__file__).with_name("payloads.txt").read_text().splitlines()
    calls = ("alert(1)", "confirm`1`", "prompt(document.domain)")
    return [shape.replace("{}", call) for shape in shapes for call in calls]


@pytest.mark.parametrize("suffix", [".md", ".html"])
def test_no_text_runs_a_script(enter: Enter, client: Client, suffix: str) -> None:
    """In a title, a company, a list and a file name: everywhere that the words are shown."""
    tried = payloads()
    assert len(tried) >= 150
    text = "\n".join(
        [
            "# Baker <script>alert(0)</script>",
            "",
            "Company: <img src=x onerror=alert(0)>",
            "",
            "## Requirements",
        ]
        + [f"- {payload}" for payload in tried]
    )
    batch = Batch.objects.create(name="<script>alert(1)</script>")
    receive(batch=batch, files=[Incoming(f"<img src=x onerror=alert(1)>{suffix}", text.encode())])
    work()
    posting = Posting.objects.get()
    page = enter()
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    edit = f"/admin/postings/posting/{posting.pk}/edit/"
    for address in (
        f"/admin/postings/batch/{batch.pk}/change/",
        f"/admin/postings/document/{posting.document_id}/change/",
        f"/admin/postings/posting/{posting.pk}/change/",
        edit,
    ):
        page.goto(address, wait_until="networkidle")
    page.get_by_label("Title:").fill("<script>alert(2)</script>")
    page.get_by_role("textbox", name="Reason").fill("<script>alert(3)</script>")
    page.get_by_role("button", name="Publish and go to the next").click()
    posting.refresh_from_db()
    assert posting.state == "published"
    for address in (
        "/",
        f"/postings/{posting.public_id}/",
        f"/compare/?p={posting.public_id}",
        f"/admin/postings/posting/{posting.pk}/history/",
    ):
        page.goto(address, wait_until="networkidle")
    assert dialogs == []
