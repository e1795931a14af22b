"""What is published is what is read back, through values, JSON and the tables."""

import itertools
import json
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postings.facts import PostingFacts
from postings.facts_json import facts_from_json, facts_to_json
from postings.ingest import facts_of, publish, store_document, store_reading
from postings.models import Posting
from postings.stored import facts_from_rows, rows_from_facts
from tests.ingest.facts_strategy import TEXTS, facts_for

numbers = itertools.count()


@given(TEXTS.flatmap(facts_for))
def test_facts_survive_json(facts: PostingFacts) -> None:
    assert facts_from_json(json.loads(json.dumps(facts_to_json(facts)))) == facts


@given(TEXTS.flatmap(facts_for))
def test_facts_survive_rows(facts: PostingFacts) -> None:
    assert facts_from_rows(rows_from_facts(facts)) == facts


@pytest.mark.django_db
def test_facts_survive_publishing_and_publishing_again(campaign: Callable[..., int]) -> None:
    """The second facts replace every row of the first; both are kept as revisions."""

    @settings(max_examples=campaign(sample=40, full=2000))
    @given(st.data())
    def check(data: st.DataObject) -> None:
        text = data.draw(TEXTS)
        first, second = data.draw(facts_for(text)), data.draw(facts_for(text))
        document = store_document(content=f"{text}{next(numbers)}".encode(), file_name="case.txt").document
        (posting,) = store_reading(document=document, text=text, readings=[first], parser_version="test")
        for revision, facts in enumerate((first, second)):
            posting = publish(posting=posting, facts=facts, expected_revision=revision)
            assert facts_of(Posting.objects.get(pk=posting.pk)) == facts
        kept = posting.revisions.order_by("number").values_list("facts", flat=True)
        assert [facts_from_json(facts) for facts in kept] == [first, second]

    check()
