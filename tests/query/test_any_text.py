"""Whatever is typed has a meaning, is marked where it is wrong, and is understood in no time."""

import random
from collections.abc import Callable
from time import process_time
from typing import TypeVar

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from postings.query import (
    Phrase,
    Sentences,
    offers_in,
    snippet_of,
    stems_of,
    to_text,
    tokens_of,
    understand,
)
from tests.query.nodes import TODAY, meant

T = TypeVar("T")
QUOTES = '"“”„«»'
PIECES = (
    *("a", "Python", "c++", "401(k)", "U.S.", "'s", ".net", "#", "x.y", "OR", "AND", "NOT", "-", "--", "–"),
    *("(", ")", "|", ",", ":", '"', "“", "”", " ", "\t", "\n", "\0", "\u202e", "\u200f", "\u00ad", "\u200d"),
    *("مهندس", "机", "👩‍💻", "é", "e\u0301", "ß", "İ", "http://x.y", "remote", "senior", "wfh", "m"),
    *("title:", "company:", "place:", "mode:", "level:", "pay:", "years:", "posted:", "closed:", "quality:"),
    *("has:", "titel:", ">", "<=", "..", "+", "120k", "150", "$", "€", "EUR", "30d", "2026-02-30", "yes"),
    *("pay", "placeholder", "3,5", "1.000.000", "9" * 30),
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=30).map("".join))


@settings(max_examples=500, deadline=None)
@given(TEXTS)
@example('company:"' * 3)
@example("-(" * 30 + ")" * 40)
@example("pay:" + "9" * 3_990)
@example("years:" + "9" * 3_990)
def test_every_text_is_understood_and_its_faults_lie_within_it(text: str) -> None:
    understood = understand(text, TODAY)
    assert list(understood.faults) == sorted(understood.faults)
    assert [one for one in understood.faults if not 0 <= one.start < one.end <= len(text)] == []
    assert [one for one in understood.faults if not one.message.endswith((".", "?"))] == []
    assert [one.typed for one in understood.words if one.typed not in text] == []
    assert [one for one in understood.words if not all(one.stems)] == []


@settings(max_examples=500, deadline=None)
@given(TEXTS)
def test_what_a_text_means_can_be_written_and_means_the_same(text: str) -> None:
    node = meant(text)
    written = to_text(node)
    assert (meant(written), to_text(meant(written))) == (node, written)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_a_plain_query_finds_the_document_that_it_was_copied_from(text: str) -> None:
    """In quotation marks, a text has the same words in a query as in a document of any language."""
    node = meant(f'"{"".join(one for one in text if one not in QUOTES)}"')
    words = node.words if isinstance(node, Phrase) else [node] if node else []
    document = stems_of("".join(one for one in text if one not in QUOTES), "fr")
    assert [stem in word.stems for word, stem in zip(words, document, strict=True)] == [True] * len(document)  # type: ignore[union-attr]


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS)
def test_offers_and_snippets_are_made_of_the_text(text: str, query: str) -> None:
    assert [one for one in offers_in(text) if one.words not in text] == []
    parts = snippet_of(Sentences([text], "en"), understand(query, TODAY).words, width=40)
    assert [one.text for one in parts if one.text.strip("…") not in text] == []
    assert [one.text for one in parts if one.hit and not tokens_of(one.text, "en")] == []


def _distinct_words() -> str:
    chance = random.Random(1)  # noqa: S311
    return " ".join("".join(chance.choices("abcdefghij", k=8)) for _ in range(11_000))


ENDLESS = [
    *("(", ")", "-", "-(", '"', "“a", "a ", "a OR ", "OR ", "NOT ", "|", ",", "title:", "title:a,"),
    *("titel:a ", "level:zzz ", "pay:1", "pay:1..", "posted:9d ", "a:", "a.", "a'", "1,", "1.000,", "401(k)"),
    *("c+", "c#", ".net", "é", "e\u0301", "\u0301", "ि", "机", "\0", "\u202e", "👩‍💻", "\u00ad", "+", ".."),
    *("$", "x", "remote ", "-remote OR ", "visa sponsorship "),
]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [*(piece * (100_000 // len(piece)) for piece in ENDLESS), _distinct_words()],
    ids=[*map(ascii, ENDLESS), "distinct words"],
)
def test_a_hundred_thousand_characters_take_no_time(text: str) -> None:
    understood = _in_no_time(lambda: understand(text, TODAY))
    _in_no_time(lambda: offers_in(text))
    _in_no_time(lambda: snippet_of(Sentences([text], "en"), understood.words))


def test_a_word_that_was_met_costs_nothing() -> None:
    """Two million words a second on one core; the bar is low, since machines that test are busy."""
    text = (
        "Senior engineers who build reliable services in Python, C++ and Node.js for our customers. " * 5_000
    )
    stems_of(text[:200], "en")
    began = process_time()
    words = len(stems_of(text, "en"))
    assert words / (process_time() - began) > 250_000


def _in_no_time(work: Callable[[], T]) -> T:
    began = process_time()
    result = work()
    assert process_time() - began < 1.5  # a fifth of a second where nothing else runs
    return result
