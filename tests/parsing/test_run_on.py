"""Claims about lines that hold several: what lost its breaks is cut where its author had them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postings.parsing.run_on import pieces_of
from postings.parsing.view import View

FILLER = (
    "The bakery has stood at the harbour for a hundred years and feeds the whole town every single morning"
)


def pieces(text: str) -> list[str]:
    view = View(text)
    return [view.text[piece.start : piece.end] for piece in pieces_of(view, 0, len(view.text))]


def headings(text: str) -> list[str]:
    view = View(text)
    return [
        view.text[piece.start : piece.end] for piece in pieces_of(view, 0, len(view.text)) if piece.heading
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{FILLER}. Responsibilities Bake bread. Requirements Two years of baking.",
            ["Responsibilities", "Requirements"],
        ),
        (
            f"{FILLER}.ResponsibilitiesBake bread every day.RequirementsTwo years of baking",
            ["Responsibilities", "Requirements"],
        ),
        (
            f"{FILLER} with tight deadlines Preferred: French. Education: a diploma",
            ["Preferred:", "Education:"],
        ),
        (f"{FILLER} and more Required Experience Two years of baking", ["Required Experience"]),
        (f"{FILLER}. Essential Functions Of The Job Bake bread", ["Essential Functions Of The Job"]),
        (f"{FILLER}. What You Will DoBake bread", ["What You Will Do"]),
        (
            f"{FILLER} needs bakers. ESSENTIAL DUTIES AND RESPONSIBILITIES Bake bread",
            ["ESSENTIAL DUTIES AND RESPONSIBILITIES"],
        ),
    ],
)
def test_a_heading_amid_a_line_is_found(text: str, expected: list[str]) -> None:
    assert headings(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"{FILLER}. Experience with rye is what we hope for, and skills in French baking.",
        f"{FILLER}. Requirements definition and the allocation of duties are part of it.",
        f"{FILLER}, and its Minimum Order is ten loaves.",
        f"{FILLER}. Education matters to us, and so do benefits.",
        f"{FILLER} in PostgreSQL, Node.js and SaaS.",
    ],
)
def test_words_of_a_sentence_are_no_heading(text: str) -> None:
    assert pieces(text) == [text]


def test_two_lost_breaks_part_a_line_and_one_may_be_a_name() -> None:
    assert pieces("Knead the doughBake the breadSweep the floor") == [
        "Knead the dough",
        "Bake the bread",
        "Sweep the floor",
    ]
    assert pieces("Keep the books in openBooks all day") == ["Keep the books in openBooks all day"]


def test_signs_between_sentences_are_bullets() -> None:
    assert pieces("We ask for: • Patience • French • A calm hand") == [
        "We ask for:",
        "Patience",
        "French",
        "A calm hand",
    ]
    assert pieces("Duties:- Bake bread.- Sweep the floor.") == ["Duties:", "Bake bread.", "Sweep the floor."]
    assert pieces("Bread · butter · jam") == ["Bread · butter · jam"]


def test_needs_without_full_stops_are_parted_in_a_line_that_shows_it_is_run_on() -> None:
    text = (
        f"{FILLER}. Requirements Knowledge of rye and wheat Excellent command of French Preferred: a licence"
    )
    assert pieces(text)[-5:] == [
        "Requirements",
        "Knowledge of rye and wheat",
        "Excellent command of French",
        "Preferred:",
        "a licence",
    ]


@given(st.text(alphabet=st.sampled_from("aB .:;-*•·\nRequirements"), max_size=400) | st.text(max_size=300))
def test_pieces_are_in_order_and_lose_no_letter(text: str) -> None:
    view = View(text)
    found = list(pieces_of(view, 0, len(view.text)))
    assert all(one.end <= other.start for one, other in pairwise(found))
    kept = "".join(view.text[piece.start : piece.end] for piece in found)
    signs = "•●▪➢►€¢â*·-"
    assert [c for c in kept if c.isalpha() and c not in signs] == [
        c for c in view.text if c.isalpha() and c not in signs
    ]
