"""The page that shows what reading a document again would change."""

import re
from collections.abc import Callable

import pytest
from django.test import Client

from postings.ingest import Incoming, receive
from postings.ingest.reading import Reading
from postings.ingest.work import work_once
from postings.models import Batch, Document
from postings.parsing.reading import read_postings

BAKER = "Baker\n\nCompany: Acme\n\nRequirements\n- Two years of baking\n"


@pytest.fixture
def document(db: None) -> Document:
    receive(batch=Batch.objects.create(name="Batch"), files=[Incoming("baker.txt", BAKER.encode())])
    work_once()
    return Document.objects.get()


def test_the_page_shows_what_would_change_and_does_it(
    document: Document, signed_in: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = f"/admin/postings/document/{document.pk}/reread/"
    assert f'href="{address}"' in signed_in.get(f"/admin/postings/document/{document.pk}/change/").text
    assert "No fact changes." in signed_in.get(address).text
    text = BAKER.replace("Acme", "Norwell")
    another = Reading(text, read_postings(text), "2.0", (), "text/plain", 1)
    monkeypatch.setattr("postings.admin.rereading.read_again", lambda _: another)
    assert re.search("<td[^>]*>Acme</td><td[^>]*>Norwell</td>", signed_in.get(address).text)
    assert "1 posting has a new draft." in signed_in.post(address, follow=True).text
    assert "It says the same as before" in signed_in.post(address, follow=True).text


def test_who_only_looks_reads_nothing_again(document: Document, staff_with: Callable[..., Client]) -> None:
    client = staff_with("view_document", "view_posting")
    assert client.get(f"/admin/postings/document/{document.pk}/reread/").status_code == 403
