"""Short ways to the objects that tests need; everything goes through the same doors as in life."""

import itertools
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from postings.facts import Fact, PostingFacts

FIRST = datetime(2026, 3, 1, 9, tzinfo=UTC)


@pytest.fixture
def make_posting(db: None) -> Callable[..., Any]:
    """`make_posting(title="…", **facts)`: a published posting; `text=` is what its document says.

    Without `text` the document is the title alone. Each one is an hour newer than the one before.
    """
    from postings.ingest import publish, store_document, store_reading

    numbers = itertools.count(1)

    def make(title: str = "Data engineer", *, text: str = "", published: bool = True, **facts: Any) -> Any:
        number = next(numbers)
        text = text or f"{title}\n"
        stored = store_document(content=f"{text}\n{number}".encode(), file_name=f"{number}.txt")
        reading = PostingFacts(title=Fact(title), **facts)
        (posting,) = store_reading(
            document=stored.document, text=text, readings=[reading], parser_version="test"
        )
        if not published:
            return posting
        return publish(
            posting=posting, facts=reading, expected_revision=0, at=FIRST + timedelta(hours=number)
        )

    return make


@pytest.fixture
def administrator(db: None) -> Any:
    from django.contrib.auth import get_user_model

    return get_user_model()._default_manager.create_superuser("admin", password="a password of some length")
