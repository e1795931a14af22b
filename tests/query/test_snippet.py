"""The sentence of a card: the one that shows most of what was looked for, cut around it."""

import pytest

from postings.query import Part, Sentences, Word, snippet_of, understand
from tests.query.nodes import TODAY


def words(text: str) -> tuple[Word, ...]:
    return understand(text, TODAY).words


def shown(parts: tuple[Part, ...]) -> str:
    return "".join(f"[{text}]" if hit else text for text, hit in parts)


@pytest.mark.parametrize(
    ("sentences", "query", "snippet"),
    [
        ([], "python", ""),
        (["We write Python."], "python", "We write [Python]."),
        (["We write Python.", "Python and Go."], "go python", "[Python] and [Go]."),
        (["Python, Python, Python.", "Python and Go."], "go python", "[Python] and [Go]."),
        (["One Python.", "Two Pythons."], "python", "One [Python]."),
        (["We are kind.", "We are many."], "python", "We are kind."),
        (["Engineering for engineers."], "engineer", "[Engineering] for [engineers]."),
        (["AI/ML in C++, not C#"], "ai c++", "[AI]/ML in [C++], not C#"),
        (["A master’s degree"], "master", "A [master’s] degree"),
        (["We write Java."], "-java", "We write Java."),
    ],
)
def test_the_sentence_with_most_of_the_words(sentences: list[str], query: str, snippet: str) -> None:
    assert shown(snippet_of(Sentences(sentences, "en"), words(query))) == snippet


def test_words_are_found_in_the_language_of_the_document() -> None:
    sentences = Sentences(["Du hast Erfahrungen mit Datenbanken."], "de")
    assert shown(snippet_of(sentences, words("erfahrung"))) == "Du hast [Erfahrungen] mit Datenbanken."


FILL = "and so on and on "


@pytest.mark.parametrize(
    ("sentence", "snippet"),
    [
        (f"Python {FILL * 9}", "[Python] and so on and on and so on and on and so on…"),
        (f"{FILL * 9}Python {FILL * 9}", "…on and on [Python] and so on and on and so on and on…"),
        (f"{FILL * 9}Python", "…on and on and so on and on and so on and on [Python]"),
        (f"Go {FILL * 9}Go Python {FILL * 9}", "…on and on [Go] [Python] and so on and on and so on and…"),
    ],
)
def test_a_long_sentence_is_cut_between_words_around_its_hits(sentence: str, snippet: str) -> None:
    parts = snippet_of(Sentences([sentence], "en"), words("python go"), width=50)
    assert shown(parts) == snippet
    assert len("".join(part.text for part in parts)) <= 50 + len("……")


def test_a_long_word_is_cut_within() -> None:
    assert shown(snippet_of(Sentences(["x" * 300], "en"), words("python"), width=20)) == "x" * 20 + "…"
