"""A library that is loaded by COPY is the library that publishing one by one makes."""

import datetime
import io
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from postings.ingest import facts_of, load_library, publish, store_document, store_reading
from postings.ingest.validity import check_publishable
from postings.library import big_library, demo_library
from postings.models import (
    Document,
    Evidence,
    Finding,
    IndexClock,
    PayBand,
    Posting,
    PostingPlace,
    PostingRevision,
    PostingSkill,
    Requirement,
    SearchDoc,
)

TODAY = datetime.date(2026, 11, 20)
FACT_TABLES = (Evidence, PayBand, PostingPlace, PostingSkill, Requirement, Finding, PostingRevision)


def test_every_demonstration_may_be_published() -> None:
    for draft in demo_library(today=TODAY):
        check_publishable(draft.facts, draft.text)


@pytest.mark.django_db
def test_copying_stores_what_publishing_stores() -> None:
    """Row by row in every table of facts, whatever the numbers of the postings are."""
    drafts = list(demo_library(today=TODAY))[::20]
    assert list(load_library(drafts, originals=True)) == [len(drafts)]
    copied = _contents()
    Posting.objects.all().delete()
    Document.objects.all().delete()
    for draft in drafts:
        document = store_document(content=draft.text.encode(), file_name=draft.file_name).document
        (posting,) = store_reading(
            document=document, text=draft.text, readings=[draft.facts], parser_version="generated"
        )
        publish(posting=posting, facts=draft.facts, expected_revision=0, at=draft.posted_at)
    assert _contents() == copied
    assert [facts_of(posting) for posting in Posting.objects.order_by("pk")] == [d.facts for d in drafts]


def _contents() -> dict[str, list[Any]]:
    """Every row of facts under its document's name instead of numbers that differ."""
    names = dict(Posting.objects.values_list("pk", "document__file_name"))
    tables: dict[str, list[Any]] = {}
    for table in FACT_TABLES:
        rows = []
        for row in table.objects.values():
            row["posting_id"] = names[row["posting_id"]]
            rows.append({key: value for key, value in row.items() if key not in {"id", "pk", "run_id"}})
        tables[table.__name__] = sorted(rows, key=str)
    numbers = {"id", "public_id", "document_id", "run_id", "created_at"}
    tables["Posting"] = sorted(
        (
            {key: value for key, value in row.items() if key not in numbers}
            for row in Posting.objects.values()
        ),
        key=str,
    )
    return tables


@pytest.mark.django_db
def test_a_library_to_measure_has_no_originals_and_no_history_but_all_facts() -> None:
    drafts = list(big_library(seed=1, count=30, today=TODAY))
    list(load_library(drafts, originals=False))
    assert [facts_of(posting) for posting in Posting.objects.order_by("pk")] == [d.facts for d in drafts]
    assert PostingRevision.objects.count() == 0
    assert SearchDoc.objects.filter(died=None).count() == IndexClock.objects.get().next_docno == 30
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('session_replication_role'), current_setting('is_superuser')")
        role, is_superuser = cursor.fetchone()
    assert role == ("replica" if is_superuser == "on" else "origin")  # until this test's transaction ends


@pytest.mark.django_db(transaction=True)
def test_two_processes_make_one_library_and_the_same_one_only_once() -> None:
    options = {"postings": 30, "seed": 1, "today": TODAY, "processes": 2}
    call_command("make_library", **options)
    assert IndexClock.objects.get().next_docno == 30
    titles = {draft.facts.title for draft in big_library(seed=1, count=30, today=TODAY)}
    assert {facts_of(posting).title for posting in Posting.objects.all()} == titles
    with pytest.raises(CommandError, match="are here already"):
        call_command("make_library", **options)
    assert Posting.objects.count() == 30


@pytest.mark.django_db(transaction=True)
def test_preparing_twice_does_everything_once() -> None:
    for _ in range(2):
        call_command("prepare", stdout=io.StringIO())
    assert Posting.objects.published().count() == 406
    assert Posting.objects.published().guides().count() == 6
