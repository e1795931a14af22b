"""The scorer itself: what it counts as right, and that guessing never pays."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from postings.facts import Fact, Item, Location, Pay, PostingFacts, Span
from postings.vocabulary import Period, Section, State
from tests.scoring.compare import judge_posting
from tests.scoring.samples import Reading, samples_in
from tests.scoring.spans import broken_spans
from tests.scoring.values import values
from tests.scoring.verdict import Verdict

READ = PostingFacts(
    title=Fact("Cook"),
    locations=(Fact(Location("Leeds, England, UK")),),
    pay=(Fact(Pay(Decimal(14), None, "GBP", Period.HOUR)),),
    items=(Item(Section.REQUIRED, "Cook eggs, and fry bread", Span(0, 4)),),
)
RIGHT = {
    "title": "cook",
    "locations": ["Leeds"],
    "pay": [[14, 14, "GBP", "hour"]],
    "required": ["Cook eggs, …"],
}


def misses(wanted: dict[str, Any], read: PostingFacts = READ) -> list[tuple[str, Any, Any]]:
    verdict = Verdict()
    judge_posting(verdict, "sample", 1, wanted, values(read))
    return [(miss.field, miss.wanted, miss.read) for miss in verdict.misses]


def test_what_is_read_as_it_was_wanted_is_right() -> None:
    assert misses(RIGHT) == []


def test_a_value_that_the_text_does_not_state_counts_as_wrong() -> None:
    assert misses({**RIGHT, "title": None, "locations": []}) == [
        ("title", None, "cook"),
        ("locations", None, "Leeds, England, UK"),
    ]


def test_what_readers_would_differ_on_is_not_judged() -> None:
    assert misses({**RIGHT, "title": "Chef", "open": ["title"]}) == []
    assert misses({**RIGHT, "title": "Chef", "accept": {"title": ["Cook"]}}) == []
    assert misses({**RIGHT, "required": [], "anywhere": ["Cook eggs"]}) == []


@pytest.mark.parametrize(
    ("wanted", "right"),
    [
        ("Cook eggs …", True),
        ("Cook eggs", False),
        (["Boil eggs", "Cook eggs, and fry bread"], True),
        ("cook eggs and fry bread", True),
    ],
)
def test_an_item_is_whole_unless_its_end_is_left_open(wanted: Any, right: bool) -> None:
    assert (misses({**RIGHT, "required": [wanted]}) == []) is right


def test_a_sum_to_which_there_is_no_top_is_not_a_single_sum() -> None:
    open_top = replace(READ, pay=(Fact(Pay(Decimal(14), None, "GBP", Period.HOUR, open_top=True)),))
    assert misses({**RIGHT, "pay": [[14, None, "GBP", "hour"]]}, open_top) == []
    assert len(misses(RIGHT, open_top)) == 2


def test_a_conflict_is_not_stated() -> None:
    assert misses({**RIGHT, "title": None}, replace(READ, title=Fact("Cook", State.CONFLICTING))) == []


def test_a_span_that_does_not_hold_is_told() -> None:
    read = replace(READ, title=Fact("Cook", span=Span(0, 4), raw="Cook"))
    assert broken_spans(Reading("Cook", (), (read,))) == []
    assert broken_spans(Reading("A Cook", (), (read,))) == ["#1.title 'Cook'"]


def test_a_text_without_facts_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.scoring.samples.FOLDER", tmp_path)
    (tmp_path / "tuned").mkdir()
    (tmp_path / "tuned" / "cook.md").write_text("# Cook")
    with pytest.raises(ValueError, match="cook is a text without facts"):
        samples_in("tuned")
