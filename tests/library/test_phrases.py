"""Claims about sentences with gaps."""

from random import Random

import pytest

from postings.library.phrases import Mark, Phrase, Pool, Said, Telling, compile_phrase, say, spread
from postings.library.skillmarks import read_skills
from postings.library.wording import article

PYTHON, JAVA = (Said(name, (Mark(name.lower(), 0, len(name)),)) for name in ("Python", "Java"))
POOLS = {"code": Pool("code", (PYTHON, JAVA), ((PYTHON, JAVA),))}


def phrase(text: str) -> Phrase:
    made = compile_phrase(text, POOLS, frozenset({"years"}), read_skills)
    assert made is not None
    return made


def test_alternatives_differ_and_are_named() -> None:
    said = say(phrase("Writes {code or code} daily"), Random(1).random, Telling())  # noqa: S311
    assert set(said.any_of) == {"Python", "Java"}
    assert [said.text[mark.start : mark.end] for mark in said.marks] == list(said.any_of)


def test_both_of_two_are_no_alternatives() -> None:
    said = say(phrase("Writes {code and code}"), Random(1).random, Telling())  # noqa: S311
    assert said.any_of == ()


def test_a_sentence_without_gaps_is_said_as_it_stands() -> None:
    assert phrase("Uses Docker").fixed == Said("Uses Docker", (Mark("docker", 5, 11),))


def test_a_pool_that_is_too_small_makes_no_phrase() -> None:
    assert compile_phrase("{code, code or code}", POOLS, frozenset(), read_skills) is None


def test_a_value_is_supplied_by_the_posting() -> None:
    years = Said("5+ years", (Mark("@years", 0, 8),))
    said = say(phrase("{years} with {code}"), Random(1).random, Telling(years=years))  # noqa: S311
    assert said.text.startswith("5+ years with ")
    assert said.marks[0] == Mark("@years", 0, 8)


@pytest.mark.parametrize(
    "text", ["goes with the flow", "a safe place", "the Chef decides", "JavaScripted", "C sharply"]
)
def test_everyday_words_are_no_skills(text: str) -> None:
    assert read_skills(text).marks == ()


def test_weights_become_shares_and_nothing_is_lost() -> None:
    table = spread(("often", "seldom"), (1000, 1), grain=20)
    assert (table.count("often"), table.count("seldom")) == (20, 1)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("HR Partner", "an"),
        ("UX Designer", "a"),
        ("Engineer", "an"),
        ("QA Engineer", "a"),
        ("SEO Writer", "an"),
    ],
)
def test_the_article_follows_the_sound(title: str, expected: str) -> None:
    assert article(title) == expected
