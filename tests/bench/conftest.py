"""A small generated library whose index has all that an index can have: segments, a tail, ended entries."""

import datetime
from collections.abc import Callable
from itertools import islice

import pytest
from django.db import connection

from postings.ingest import archive, load_library
from postings.ingest.clock import advance
from postings.ingest.reindexing import reindex
from postings.library import big_library
from postings.models import Posting

TODAY = datetime.date(2026, 11, 20)


@pytest.fixture
def small_library(db: None) -> Callable[[int], None]:
    """`small_library(300)`: two thirds of it sealed, the rest a tail; some entries replaced, some ended."""

    def make(count: int) -> None:
        drafts = big_library(seed=3, count=count, today=TODAY)
        list(load_library(islice(drafts, count * 2 // 3), originals=False))
        reindex()
        list(load_library(drafts, originals=False))
        ids = list(Posting.objects.order_by("pk").values_list("pk", flat=True))
        advance(live=ids[::7])
        for posting in Posting.objects.filter(pk__in=ids[::50]):
            archive(posting=posting, expected_revision=1)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # the oracle joins many tables: without statistics it may take minutes

    return make
