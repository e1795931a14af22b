"""Bytes in: kept once, read by whoever is free, erased for good."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.conf import settings
from django.db import connection

from postings import search
from postings.ingest import Refused, draft_of, publish, purge, seal, store_document
from postings.ingest.work import claim, work_once
from postings.models import (
    Document,
    DocumentBlob,
    ParseRun,
    PayBand,
    Posting,
    PostingRevision,
    SearchDoc,
    SearchTerm,
)
from postings.query import Plan, understand
from postings.search import index as indexes

TEXT = b"Data engineer\nCompany: Norwell\n\nRequirements:\n- 5+ years of SQL\n"


@pytest.mark.django_db
def test_the_same_bytes_are_one_document() -> None:
    first = store_document(content=TEXT, file_name="one.txt")
    second = store_document(content=TEXT, file_name="two.txt")
    assert (first.is_new, second.is_new, second.document) == (True, False, first.document)
    assert bytes(DocumentBlob.objects.get().content) == TEXT


@pytest.mark.django_db(transaction=True)
def test_fifty_uploads_of_the_same_bytes_at_once_are_one_document() -> None:
    start = threading.Barrier(50)
    new: list[bool] = []

    def upload() -> None:
        start.wait()
        try:
            new.append(store_document(content=TEXT, file_name="same.txt").is_new)
        finally:
            connection.close()

    threads = [threading.Thread(target=upload) for _ in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(new) == [False] * 49 + [True]
    assert Document.objects.count() == 1


@pytest.mark.django_db
def test_an_empty_file_is_refused() -> None:
    with pytest.raises(Refused, match=r"empty\.txt is empty"):
        store_document(content=b" \n", file_name="empty.txt")


@pytest.mark.django_db
def test_a_worker_makes_a_draft_of_what_it_reads() -> None:
    store_document(content=TEXT, file_name="one.txt")
    document = work_once()
    assert document is not None
    document.refresh_from_db()
    posting = Posting.objects.get()
    facts = draft_of(posting)
    assert (document.state, document.attempts, document.lease) == ("needs_review", 1, None)
    assert (posting.state, posting.title, facts.organization and facts.organization.value) == (
        "draft",
        "Data engineer",
        "Norwell",
    )
    assert [item.text for item in facts.items] == ["5+ years of SQL"]
    assert work_once() is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"%PDF-1.7 ...", "This PDF breaks off or is damaged"),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "picture"),
    ],
)
def test_what_cannot_be_read_is_rejected_with_the_reason(content: bytes, reason: str) -> None:
    store_document(content=content, file_name="x")
    work_once()
    document = Document.objects.get()
    assert document.state == "rejected"
    assert reason in document.reason


@pytest.mark.django_db
def test_a_document_that_breaks_its_reader_fails_after_three_attempts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def break_down(text: str, declared: int) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("postings.ingest.reading.read_document", break_down)
    store_document(content=TEXT, file_name="x")
    states = []
    while work_once():
        states.append(Document.objects.values_list("state", "reason").get())
    assert states == [("queued", "RuntimeError: a bug")] * 2 + [("failed", "RuntimeError: a bug")]


@pytest.mark.django_db(transaction=True)
def test_a_document_is_read_by_one_worker_and_taken_over_when_that_one_is_killed(tmp_path: Any) -> None:
    """A second process claims and is killed with -9: its lease ends with it, whoever comes next succeeds."""
    store_document(content=TEXT, file_name="x")
    script = (
        "import django; django.setup(); from postings.ingest.work import claim\n"
        "print(claim().pk, flush=True); import time; time.sleep(60)"
    )
    url = settings.DATABASES["default"]
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "DATABASE_URL": _url(url),
        "PYTHONPATH": str(settings.BASE_DIR),
    }
    worker = subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, text=True, env=environment
    )
    assert worker.stdout is not None
    try:
        assert int(worker.stdout.readline()) == Document.objects.get().pk
        assert claim() is None
    finally:
        worker.send_signal(signal.SIGKILL)
        worker.wait()
        worker.stdout.close()
    deadline = time.monotonic() + 10
    while (document := work_once()) is None and time.monotonic() < deadline:
        time.sleep(0.05)
    assert document is not None
    assert Document.objects.values_list("state", "attempts").get() == ("needs_review", 2)


def _url(database: dict[str, Any]) -> str:
    from psycopg.conninfo import make_conninfo

    names = {"host": "HOST", "port": "PORT", "user": "USER", "password": "PASSWORD", "dbname": "NAME"}
    return make_conninfo(**{key: database[name] for key, name in names.items() if database[name]})


def test_erasure_leaves_nothing_but_a_hash(make_posting: Callable[..., Any], administrator: Any) -> None:
    posting = make_posting()
    publish(posting=posting, facts=draft_of(posting), expected_revision=1)
    document = posting.document
    content = bytes(document.blob.content)
    purge(document=document, by=administrator, reason="asked for by the author")
    histories: list[Any] = [model.pgh_event_model for model in (Document, Posting, PayBand)]  # type: ignore[attr-defined]
    for table in (Document, DocumentBlob, ParseRun, Posting, PostingRevision, *histories):
        assert table.objects.count() == 0, table
    assert SearchDoc.objects.filter(died=None).count() == 0
    with pytest.raises(Refused, match=r"was erased on .* asked for by the author"):
        store_document(content=content, file_name="again.txt")


@pytest.mark.parametrize("sealed", [True, False], ids=["sealed", "in the tail"])
def test_erasure_takes_the_words_out_of_the_index_and_leaves_those_of_others(
    make_posting: Callable[..., Any], administrator: Any, sealed: bool
) -> None:
    make_posting("Baker")
    posting = make_posting("Baker Xylander")
    posting = publish(posting=posting, facts=draft_of(posting), expected_revision=1)
    if sealed:
        seal(at_least=1)
        assert SearchTerm.objects.filter(term="xyland").values_list("count", flat=True).get() == 2
    purge(document=posting.document, by=administrator, reason="asked for by the author")
    assert not any("xyland" in "".join(doc.zones) for doc in SearchDoc.objects.all())
    seal(at_least=1)
    assert set(SearchTerm.objects.filter(term__contains="xyland")) == set()
    assert SearchTerm.objects.filter(term="t:baker").exists()
    baker = Plan(text=understand("baker", date(2026, 5, 4)).node)
    indexes._known.clear()  # as a process that begins now
    assert search.run(baker, limit=5).results.total == 1
