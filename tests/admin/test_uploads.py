"""Uploading in the admin: many files in a form, or one by one; the batch's page; columns; trying again."""

from collections.abc import Callable
from functools import partial
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from postings.ingest import Incoming, publish_batch, purge, receive
from postings.ingest.work import work_once
from postings.models import Batch, Document, Posting
from postings.readers import limits

ADD = "/admin/postings/batch/add/"
BEGIN = "/admin/postings/batch/begin/"
BAKER = b"Baker\n\nRequirements\n- Two years of baking\n"
NASTY = [
    "../../etc/passwd",
    '"><img src=x onerror=alert(1)>.txt',
    "\u202egnp.txt",
    "🍞.txt",
    "x" * 300 + ".txt",
]


def page_of(batch: Batch, more: str = "change/") -> str:
    return f"/admin/postings/batch/{batch.pk}/{more}"


def work() -> None:
    while work_once():
        pass


def test_many_files_in_one_form_are_a_batch(signed_in: Client) -> None:
    files = [
        SimpleUploadedFile("baker.txt", BAKER),
        SimpleUploadedFile("empty.txt", b" "),
        SimpleUploadedFile("again.txt", BAKER),
    ]
    answer = signed_in.post(ADD, {"chosen": files}, follow=True)
    batch = Batch.objects.get()
    assert batch.name == "baker.txt and 2 more"
    assert answer.redirect_chain == [(page_of(batch), 302)]
    assert "2 of 3 files" in answer.text
    assert "<noscript><meta" in answer.text
    work()
    page = signed_in.get(page_of(batch)).text
    assert "3 of 3 files" in page
    assert "empty.txt is empty. Choose a file with a job description in it." in page
    assert "The same bytes as" in page
    assert "<noscript><meta" not in page
    assert ">Baker</a>" in page


@pytest.mark.django_db(transaction=True)
def test_of_a_form_that_cannot_be_stored_nothing_is_kept(
    signed_in: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second portion fails in the database, when the first is stored already."""
    monkeypatch.setattr("postings.ingest.store.TOGETHER", 1)
    signed_in.raise_request_exception = False
    with connection.cursor() as cursor:
        cursor.execute(
            "ALTER TABLE postings_document ADD CONSTRAINT no_second CHECK (file_name <> 'second.txt')"
        )
    try:
        files = [SimpleUploadedFile(name, name.encode()) for name in ("first.txt", "second.txt")]
        assert signed_in.post(ADD, {"chosen": files}).status_code == 500
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE postings_document DROP CONSTRAINT no_second")
    assert not Batch.objects.exists()
    assert not Document.objects.exists()


def test_files_sent_one_by_one_count_once_each(signed_in: Client) -> None:
    begun = signed_in.post(BEGIN, {"name": "Spring\nroles"}).json()
    token = uuid4()
    for _ in range(2):
        answer = signed_in.post(
            begun["files"], {"token": token, "file": SimpleUploadedFile("baker.txt", BAKER)}
        )
        assert (answer.status_code, answer.json()) == (201, {"is_new": True, "said": ""})
    again = signed_in.post(begun["files"], {"token": uuid4(), "file": SimpleUploadedFile("b.txt", BAKER)})
    assert again.json() == {"is_new": False, "said": "Here already as baker.txt"}
    batch = Batch.objects.get()
    assert (batch.name, batch.files.count(), begun["page"]) == ("Spring roles", 2, page_of(batch))


def test_what_is_no_upload_is_refused(signed_in: Client) -> None:
    begun = signed_in.post(BEGIN).json()
    for given in ({}, {"token": uuid4()}, {"token": "1", "file": SimpleUploadedFile("a.txt", BAKER)}):
        assert signed_in.post(begun["files"], given).status_code == 400
    assert signed_in.get(BEGIN).status_code == 405
    assert not Document.objects.exists()


def test_a_file_that_is_too_large_is_a_row_with_the_reason(
    signed_in: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "UPLOAD_BYTES", 10)
    signed_in.post(ADD, {"chosen": [SimpleUploadedFile("baker.txt", BAKER)]})
    assert "It is larger than 0 MB. Split it" in signed_in.get(page_of(Batch.objects.get())).text
    assert not Document.objects.exists()


@pytest.mark.parametrize("name", NASTY)
def test_a_strange_name_is_shown_safely(signed_in: Client, name: str) -> None:
    begun = signed_in.post(BEGIN, {"name": name}).json()
    receive(batch=Batch.objects.get(), files=[Incoming(name, BAKER)])
    page = signed_in.get(begun["page"]).text
    assert "<img src=x" not in page
    assert "\u202e" not in page
    assert Document.objects.get().file_name[-4:] == name[-4:].replace("\u202e", "")


def test_files_by_what_became_of_them(signed_in: Client) -> None:
    signed_in.post(
        ADD, {"chosen": [SimpleUploadedFile("baker.txt", BAKER), SimpleUploadedFile("x.png", b"\x89PNG\r\n")]}
    )
    work()
    batch = Batch.objects.get()
    rejected = signed_in.get(page_of(batch) + "?state=rejected").text
    assert "x.png" in rejected
    assert ">Baker</a>" not in rejected
    assert "No file is in this state any more." in signed_in.get(page_of(batch) + "?state=failed").text
    assert signed_in.get(page_of(batch) + "?state=nonsense&p=x").status_code == 200


def test_what_failed_is_read_again(signed_in: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    signed_in.post(ADD, {"chosen": [SimpleUploadedFile("baker.txt", BAKER)]})

    def break_down(text: str, declared: int) -> None:
        raise RuntimeError("a bug")

    with monkeypatch.context() as patch:
        patch.setattr("postings.ingest.reading.read_document", break_down)
        work()
    batch = Batch.objects.get()
    page = signed_in.get(page_of(batch)).text
    assert "RuntimeError: a bug" in page
    assert "Read the failed one again" in page
    answer = signed_in.post(page_of(batch, "retry/"), follow=True)
    assert "1 file is read again." in answer.text
    work()
    assert Document.objects.get().state == "needs_review"
    for file in (batch.files.get().pk, "x", "9" * 5000):
        answer = signed_in.post(page_of(batch, "retry/"), {"file": file}, follow=True)
        assert "Nothing has failed here any more, so nothing is read again." in answer.text


def test_columns_are_guessed_shown_and_said(signed_in: Client) -> None:
    table = b"Rolle,Beschreibung,Ort\nBaker,Bake bread every day,Leeds\n"
    signed_in.post(ADD, {"chosen": [SimpleUploadedFile("jobs.csv", table)]})
    work()
    document = Document.objects.get()
    address = f"/admin/postings/document/{document.pk}/columns/"
    assert (
        f'<a href="{address}">Say which column is what</a>'
        in signed_in.get(page_of(Batch.objects.get())).text
    )
    page = signed_in.get(address).text
    assert "Bake bread every day" in page
    assert '<option value="description" selected>' in page
    answer = signed_in.post(address, {"column-0": "", "column-2": "locations"})
    assert "Say which column is the title or the description." in answer.text
    answer = signed_in.post(address, {"column-0": "title", "column-1": "title"})
    assert "“Rolle” is that already." in answer.text
    signed_in.post(address, {"column-0": "title", "column-1": "description", "column-2": "locations"})
    work()
    assert Document.objects.get(pk=document.pk).state in {"needs_review", "unpacked"}


def test_a_document_that_is_no_table_has_no_columns(signed_in: Client) -> None:
    signed_in.post(ADD, {"chosen": [SimpleUploadedFile("baker.txt", BAKER)]})
    answer = signed_in.get(f"/admin/postings/document/{Document.objects.get().pk}/columns/", follow=True)
    assert "is no table, so it has no columns" in answer.text


def test_who_may_only_look_uploads_nothing(staff_with: Callable[..., Client]) -> None:
    client = staff_with("view_batch", "view_document")
    batch = Batch.objects.create(name="Batch")
    for address in (ADD, BEGIN, page_of(batch, "files/"), page_of(batch, "retry/")):
        assert client.post(address).status_code == 403, address
    assert client.get(page_of(batch)).status_code == 200


def test_what_was_erased_is_refused_in_a_batch_too(signed_in: Client) -> None:
    signed_in.post(ADD, {"chosen": [SimpleUploadedFile("baker.txt", BAKER)]})
    purge(document=Document.objects.get(), reason="a person asked for it")
    signed_in.post(ADD, {"chosen": [SimpleUploadedFile("baker.txt", BAKER)]})
    page = signed_in.get(page_of(Batch.objects.latest("pk"))).text
    assert "may not come back: a person asked for it" in page


def published_in(batch: Batch) -> int:
    return Posting.objects.filter(document__batch=batch, state="published").count()


def test_a_batch_is_published_but_for_what_needs_a_look_and_taken_back(signed_in: Client) -> None:
    texts = (
        BAKER,
        BAKER.replace(b"Baker", b"Cook"),
        b"Gardener\n\nPay: [salary range]\n\nRequirements\n- Roses\n",
    )
    files = [SimpleUploadedFile(f"{number}.txt", text) for number, text in enumerate(texts)]
    signed_in.post(ADD, {"chosen": files})
    work()
    batch = Batch.objects.get()
    assert "3 drafts; those with an error or a warning are left" in signed_in.get(page_of(batch)).text
    answer = signed_in.post(page_of(batch, "publish/"), follow=True)
    assert "2 postings published." in answer.text
    assert "1 left for review" in answer.text
    assert published_in(batch) == 2
    answer = signed_in.post(page_of(batch, "unpublish/"), {"reason": "too early"}, follow=True)
    assert "2 postings taken back." in answer.text
    assert published_in(batch) == 0


def test_publishing_many_goes_on_where_it_stopped(signed_in: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    files = [SimpleUploadedFile(f"{n}.txt", BAKER.replace(b"Two", str(n).encode())) for n in range(2, 5)]
    signed_in.post(ADD, {"chosen": files})
    work()
    batch = Batch.objects.get()
    in_no_time = partial(publish_batch, seconds=0)
    monkeypatch.setattr("postings.admin.batch.publish_batch", in_no_time)
    answer = signed_in.post(page_of(batch, "publish/"), follow=True)
    assert published_in(batch) == 1
    first = Posting.objects.get(state="published")
    assert f'<input type="hidden" name="after" value="{first.pk}">' in answer.text
    assert "js/goes-on.js" in answer.text
    assert "js/goes-on.js" not in signed_in.get(page_of(batch)).text  # a reload sets nothing going
    assert (
        "js/goes-on.js" not in signed_in.get(page_of(batch) + "?verb=publish&after=0").text
    )  # nor does a link
    signed_in.post(page_of(batch, "publish/"), {"after": first.pk})
    assert published_in(batch) == 2


def test_a_batch_is_published_by_publishers_alone(staff_with: Callable[..., Client]) -> None:
    client = staff_with("view_batch", "add_batch", "change_posting")
    batch = Batch.objects.create(name="Batch")
    for verb in ("publish/", "unpublish/"):
        assert client.post(page_of(batch, verb)).status_code == 403
