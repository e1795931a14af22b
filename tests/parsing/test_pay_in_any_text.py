"""Whatever a text holds, pay read from it stands where it says, and reading it takes no time."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postings.parsing.extract.pay import read_pay
from postings.parsing.outline import outline
from postings.parsing.part import Part
from postings.parsing.view import View

PIECES = (
    "$",
    "€",
    "50",
    "50,000",
    "k",
    " - ",
    " to ",
    "Salary: ",
    "per hour",
    "USD",
    "\n",
    "💰 ",
    "min",
    "max",
    ".",
    "%",
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=300), st.lists(st.sampled_from(PIECES), max_size=40).map("".join)))
def test_spans_hold_on_any_text(text: str) -> None:
    view = View(text)
    facts, findings = read_pay(Part(view, outline(view), header_end=len(view.text) // 3))
    for one in (*facts, *findings):
        assert one.span is not None
        assert text[one.span.start : one.span.end] == one.raw


@pytest.mark.parametrize(
    "piece",
    [
        "$50,000 - ",
        "1,234,",
        "1 000 ",
        "Salary ",
        "50k",
        "$",
        "(USD ",
        "min $1 max ",
        "- ",
        "a b ",
        "per ",
        "\n",
        "9",
        "💰",
        "$1 in a",
        "total cash ",
        "salary 5 ",
        "x salary ",
    ],
)
def test_no_text_makes_it_slow(piece: str) -> None:
    view = View(piece * (100_000 // len(piece)))
    whole = Part(view, ())
    began = process_time()
    read_pay(whole)
    assert process_time() - began < 0.5  # seconds for 100 KB
