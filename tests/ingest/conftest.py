"""Texts that go the whole way of a document, to be compared."""

from collections.abc import Callable

import pytest

from postings.ingest import Incoming, receive
from postings.ingest.work import work_once
from postings.models import Batch, Posting


@pytest.fixture
def read(db: None) -> Callable[..., list[Posting]]:
    """`read(text, text)`: the postings of documents with these texts."""

    def make(*texts: str) -> list[Posting]:
        batch = Batch.objects.create(name="Batch")
        receive(batch=batch, files=[Incoming(f"{n}.txt", text.encode()) for n, text in enumerate(texts)])
        while work_once():
            pass
        return list(Posting.objects.order_by("document_id"))

    return make
