"""What makes two postings alike: what they ask and do, not titles, praise or layout."""

import random
from typing import Any

import pytest

from postings.compare import bands_of, likeness, shingles_of, text_key
from postings.facts import Fact, Item, PostingFacts, Span
from postings.vocabulary import Section

WORDS = (
    "bake",
    "mix",
    "knead",
    "weigh",
    "clean",
    "carry",
    "stack",
    "label",
    "slice",
    "wrap",
    "cool",
    "prove",
)


def facts(*texts: str, section: Section = Section.REQUIRED, **more: Any) -> PostingFacts:
    return PostingFacts(items=tuple(Item(section, text, Span(0, 1)) for text in texts), **more)


def some_runs(number: int, chance: random.Random) -> set[str]:
    return {" ".join(chance.choices(WORDS, k=5)) for _ in range(number)}


def test_the_same_words_are_alike_however_they_are_written() -> None:
    one = facts("Knead the dough, weigh it, and shape forty loaves of rye each night before we open")
    other = facts("KNEAD the dough; weigh it and shape forty loaves of rye each night before we open.")
    assert likeness(shingles_of(one), shingles_of(other)) == 1.0


def test_titles_and_praise_make_nothing_alike() -> None:
    long = " ".join(WORDS)
    assert shingles_of(facts(long, section=Section.ABOUT, title=Fact("Baker"))) == frozenset()
    assert shingles_of(facts("Bake bread", title=Fact("Baker"))) == frozenset()  # too little to go by


@pytest.mark.parametrize("share", [1.0, 0.9])
def test_what_is_much_alike_shares_a_band(share: float) -> None:
    chance = random.Random(1)  # noqa: S311
    found = 0
    for _ in range(100):
        one = some_runs(200, chance)
        other = set(sorted(one)[: round(200 * share)])
        found += bool(set(bands_of(one)) & set(bands_of(other)))
    assert found >= 97


def test_what_is_little_alike_seldom_shares_one() -> None:
    chance = random.Random(2)  # noqa: S311
    common = some_runs(40, chance)
    shared = sum(
        bool(set(bands_of(common | some_runs(160, chance))) & set(bands_of(common | some_runs(160, chance))))
        for _ in range(100)
    )
    assert shared <= 5


def test_a_short_text_has_bands_too_and_none_has_none() -> None:
    assert len(bands_of({"bake good bread", "mix the dough"})) == 16
    assert bands_of(set()) == []


def test_a_text_is_known_by_its_words() -> None:
    assert text_key("Baker\n\n- Rye,  wheat") == text_key("* baker *\nRYE wheat")
    assert text_key("Baker, rye") != text_key("Baker, wheat")
