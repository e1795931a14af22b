"""Fingerprints are made where they are missing or of an older version, beside a site that is in use."""

from collections.abc import Callable
from datetime import date
from io import StringIO
from itertools import islice
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from postings.facts import PostingFacts
from postings.ingest import alike, load_library, save_draft
from postings.ingest import fingerprints as making
from postings.library import big_library
from postings.models import Fingerprint, Posting

pytestmark = pytest.mark.django_db

Read = Callable[..., list[Posting]]
TASKS = "\n".join(f"- Knead {number} loaves of rye each night before we open" for number in range(9))
BAKER = f"Baker\n\nCompany: Acme\n\nResponsibilities\n{TASKS}\n"


def run() -> tuple[str, str]:
    said, drawn = StringIO(), StringIO()
    call_command("fingerprint", stdout=said, stderr=drawn)
    return said.getvalue(), drawn.getvalue()


def kept() -> dict[int, tuple[bytes, list[int]]]:
    rows = Fingerprint.objects.values_list("posting_id", "text_key", "bands")
    return {number: (bytes(key), bands) for number, key, bands in rows}


def test_what_is_made_anew_is_what_reading_has_made(read: Read) -> None:
    read(BAKER, BAKER.replace("Acme", "Norwell"), f"{BAKER}\n\n---\n\n{BAKER.replace('Baker', 'Cook')}")
    made_by_reading = kept()
    Fingerprint.objects.all().delete()
    said, drawn = run()
    assert kept() == made_by_reading
    assert said == f"{len(made_by_reading)} made.\n"
    assert f"{len(made_by_reading)} of {len(made_by_reading)} postings" in drawn
    assert run() == ("Nothing to do.\n", "")


def test_a_library_that_came_by_copy_is_found_by_its_likes_afterwards() -> None:
    drafts = list(islice(big_library(seed=1, count=3, today=date(2026, 11, 20), start=0), 3))
    list(load_library(drafts, originals=False))
    assert not Fingerprint.objects.exists()
    said, _ = run()
    assert said == "3 made.\n"
    assert all(bands for _, bands in kept().values())


def test_what_somebody_has_made_of_a_draft_counts(read: Read) -> None:
    one, other = read(BAKER, BAKER.replace("Acme", "Norwell"))
    save_draft(posting=other, facts=PostingFacts(), expected_revision=0)
    Fingerprint.objects.all().delete()
    run()
    assert kept()[one.pk][1]
    assert kept()[other.pk][1] == []  # nothing is asked there any more


def test_those_of_an_older_way_are_made_anew(read: Read) -> None:
    one, other = read(BAKER, BAKER + " ")
    as_made_today = kept()
    older = bytes(32)
    Fingerprint.objects.filter(posting=other).update(text_key=older, bands=[])
    assert alike(one) == []
    assert run()[0] == "1 made.\n"
    assert kept() == as_made_today
    assert [found.posting for found in alike(one)] == [other]


def test_portions_go_on_where_the_last_one_ended(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second, third = read(BAKER, BAKER + " ", BAKER + "  ")
    Fingerprint.objects.all().delete()
    monkeypatch.setattr(making, "PORTION", 2)
    assert making.renew_fingerprints() == [first.pk, second.pk]
    assert making.renew_fingerprints(after=second.pk) == [third.pk]
    assert making.renew_fingerprints(after=third.pk) == making.renew_fingerprints() == []


def test_a_portion_takes_as_many_queries_however_many_postings_it_has(
    read: Read, django_assert_num_queries: Any
) -> None:
    read(*(BAKER + " " * number for number in range(3)))
    for left in (2, 0):
        Fingerprint.objects.all().delete()
        Posting.objects.filter(pk__in=Posting.objects.values("pk")[:left]).delete()
        with django_assert_num_queries(5):  # two of them are the savepoint
            making.renew_fingerprints()


@pytest.mark.django_db(transaction=True)
def test_a_posting_that_somebody_is_changing_is_left_and_said_to_be(read: Read) -> None:
    busy, free = read(BAKER, BAKER + " ")
    Fingerprint.objects.all().delete()
    somebody = connection.copy()
    try:
        with somebody.cursor() as cursor:
            cursor.execute("BEGIN")
            cursor.execute("SELECT 1 FROM postings_posting WHERE id = %s FOR UPDATE", [busy.pk])
        said, _ = run()
        assert said.startswith("1 made.\n1 are being changed by somebody")
        assert kept().keys() == {free.pk}
    finally:
        somebody.close()
    assert run()[0] == "1 made.\n"
    with transaction.atomic():
        assert kept().keys() == {busy.pk, free.pk}
