"""Documents in the admin: pasted, read, found again, handed back, erased."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from postings.ingest import purge, store_document
from postings.ingest.work import work_once
from postings.models import Document, Posting, Tombstone
from postings.vocabulary import DocumentState

ADD = "/admin/postings/batch/add/"
TEXT = "Data engineer\r\nCompany: Acme\r\n\r\nRequirements\r\n- Python\r\n"


def page_of(document: Document, more: str = "") -> str:
    return f"/admin/postings/document/{document.pk}/{more or 'change/'}"


def test_a_pasted_text_is_queued_and_named_by_its_first_line(signed_in: Client) -> None:
    answer = signed_in.post(ADD, {"text": TEXT}, follow=True)
    document = Document.objects.get()
    assert (document.file_name, document.state) == ("Data engineer", DocumentState.QUEUED)
    assert bytes(document.blob.content) == TEXT.replace("\r\n", "\n").encode()
    assert document.created_by.username == "admin"
    assert answer.redirect_chain == [(page_of(document), 302)]
    assert "It is being read. This page shows what was found." in answer.text


def test_a_file_is_kept_byte_for_byte(signed_in: Client) -> None:
    signed_in.post(ADD, {"chosen": SimpleUploadedFile("job.txt", TEXT.encode())})
    document = Document.objects.get()
    assert (document.file_name, bytes(document.blob.content)) == ("job.txt", TEXT.encode())


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "There is nothing to read yet."),
        ({"text": " \n "}, "There is nothing to read yet."),
        ({"text": "a\0b"}, "Null characters are not allowed."),
        ({"text": "x", "chosen": SimpleUploadedFile("job.txt", b"y")}, "Paste a text or choose files"),
    ],
)
def test_what_cannot_be_added_is_said_on_the_form(signed_in: Client, given: Any, said: str) -> None:
    answer = signed_in.post(ADD, given)
    assert (answer.status_code, said in answer.text) == (200, True)
    assert not Document.objects.exists()


def test_the_same_bytes_lead_to_the_first_document(signed_in: Client) -> None:
    first = store_document(content=b"Data engineer", file_name="first.txt").document
    answer = signed_in.post(ADD, {"text": "Data engineer"}, follow=True)
    assert f'this is <a href="{page_of(first)}">first.txt</a>' in answer.text
    assert Document.objects.count() == 1


def test_an_erased_document_may_not_come_back(signed_in: Client) -> None:
    document = store_document(content=b"Data engineer", file_name="first.txt").document
    purge(document=document, reason="a person asked for it")
    answer = signed_in.post(ADD, {"text": "Data engineer"})
    assert "may not come back: a person asked for it" in answer.text


def test_the_page_looks_again_only_while_the_document_waits(signed_in: Client) -> None:
    signed_in.post(ADD, {"text": TEXT})
    document = Document.objects.get()
    reload = '<meta http-equiv="refresh" content="2">'
    assert reload in signed_in.get(page_of(document)).text
    assert reload not in signed_in.get(page_of(document) + "?still").text
    work_once()
    page = signed_in.get(page_of(document)).text
    posting = Posting.objects.get()
    assert reload not in page
    assert f'<a href="/admin/postings/posting/{posting.pk}/change/">Data engineer</a>' in page


def test_a_rejected_document_says_why(signed_in: Client) -> None:
    document = store_document(content=b"%PDF-1.7", file_name="job.pdf").document
    work_once()
    page = signed_in.get(page_of(document)).text
    assert "Rejected" in page
    assert "This PDF breaks off or is damaged." in page


def test_the_original_is_only_ever_an_attachment(signed_in: Client) -> None:
    content = b"<script>alert(1)</script>"
    document = store_document(content=content, file_name='evil\r\n".html').document
    answer = signed_in.get(page_of(document, "original/"))
    assert answer.content == content
    assert answer["Content-Disposition"] == 'attachment; filename="evil \\".html"'
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Security-Policy"] == "sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_the_original_is_for_staff_who_may_see_documents(staff_with: Callable[..., Client]) -> None:
    document = store_document(content=b"x", file_name="x.txt").document
    client = staff_with("view_posting")
    assert client.get(page_of(document, "original/")).status_code == 403
    client.logout()
    assert client.get(page_of(document, "original/")).status_code == 302


def test_erasing_asks_for_a_reason(signed_in: Client, make_posting: Callable[..., Any]) -> None:
    document = make_posting().document
    answer = signed_in.post(page_of(document, "erase/"), {"reason": " "})
    assert "Give a reason." in answer.text
    signed_in.post(page_of(document, "erase/"), {"reason": "a person asked for it"})
    assert not Document.objects.exists()
    assert Tombstone.objects.get().erased_by.username == "admin"


def test_only_superusers_erase(staff_with: Callable[..., Client]) -> None:
    document = store_document(content=b"x", file_name="x.txt").document
    client = staff_with("view_document", "change_document", "delete_document")
    assert client.post(page_of(document, "erase/"), {"reason": "x"}).status_code == 403
    assert "Erase" not in client.get(page_of(document)).text


def test_adding_takes_the_right_to_add(staff_with: Callable[..., Client]) -> None:
    client = staff_with("view_document")
    assert client.post(ADD, {"text": TEXT}).status_code == 403


def test_documents_are_found_by_the_titles_in_them(
    signed_in: Client, make_posting: Callable[..., Any]
) -> None:
    make_posting("Data engineer")
    make_posting("Welder")
    page = signed_in.get("/admin/postings/document/?q=welder").text
    assert ("Welder" in page, "Data engineer" in page) == (True, False)


@pytest.mark.parametrize("address", ["99999999/change/", "x/change/", "99999999/original/", "0/erase/"])
def test_a_document_that_is_not_there_is_not_found(signed_in: Client, address: str) -> None:
    assert signed_in.get(f"/admin/postings/document/{address}").status_code == 404
