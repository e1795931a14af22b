"""Words, phrases, minus, OR and brackets: what a search text means as a whole."""

import pytest

from postings.query import All, Either, Node, Not, understand
from tests.query.nodes import TODAY, chosen, meant, phrase, told, word

A, B, C, D = (word(letter) for letter in "abcd")
REMOTE = chosen("mode", "remote")


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("", None),
        ("python", word("python")),
        ("head ai", All((word("head"), word("ai")))),
        ("python python", word("python")),
        ('"machine learning"', phrase("machine learning")),
        ("“machine learning”", phrase("machine learning")),
        ("„machine learning“", phrase("machine learning")),
        ('"python"', word("python")),
        ("full-stack", phrase("full stack")),
        ("AI/ML", phrase("AI ML")),
        ("c++", word("c++")),
        ("401(k)", word("401(k)")),
        ("10:30", phrase("10 30")),
        ("foo:bar", phrase("foo bar")),
        ("a & b", All((A, B))),
        ("a – b", All((A, B))),
    ],
)
def test_words_must_all_hold_and_joined_ones_follow_each_other(text: str, node: Node | None) -> None:
    assert (meant(text), told(text)) == (node, [])


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("a OR b", Either((A, B))),
        ("a | b", Either((A, B))),
        ("a|b", Either((A, B))),
        ("a b OR c", All((A, Either((B, C))))),
        ("a OR b c OR d", All((Either((A, B)), Either((C, D))))),
        ("a OR b OR c", Either((A, B, C))),
        ("a OR (b OR c)", Either((A, B, C))),
        ("(a b) OR c", Either((All((A, B)), C))),
        ("a or b", All((A, word("or"), B))),
        ("a AND b", All((A, B))),
        ("a OR b AND c", All((Either((A, B)), C))),
        ("a OR a", A),
        ("((((a))))", A),
        ("(a (b c))", All((A, B, C))),
        ("a OR mode:remote", Either((A, REMOTE))),
    ],
)
def test_or_binds_its_neighbours_as_in_web_searches(text: str, node: Node) -> None:
    assert (meant(text), told(text)) == (node, [])


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("-a", Not(A)),
        ("−a", Not(A)),
        ("--a", Not(A)),
        ("NOT a", Not(A)),
        ("a -b", All((A, Not(B)))),
        ('-"machine learning"', Not(phrase("machine learning"))),
        ("-full-stack", Not(phrase("full stack"))),
        ("-mode:remote", Not(REMOTE)),
        ("-(a b)", Not(All((A, B)))),
        ("-(a OR b) c", All((Not(Either((A, B))), C))),
        ("a OR -b", Either((A, Not(B)))),
        ("-(-a)", A),
        ("-(a -(b c))", Not(All((A, Not(All((B, C))))))),
    ],
)
def test_a_minus_excludes_what_it_touches(text: str, node: Node) -> None:
    assert (meant(text), told(text)) == (node, [])


NO_SIDE = "OR stands between two things: remote OR hybrid. This one was left out."
NOTHING_FOLLOWS = "Nothing follows this that it could go with. It was left out."
NO_TOUCH = "A minus excludes what it touches: -word. This one touches nothing."
NEVER_CLOSED = "This bracket is never closed. Put a ) where the group ends."
NEVER_OPENED = "This bracket was never opened. Put a ( where the group begins."
NO_OTHER_HALF = 'This quotation mark has no other half. Write both: "machine learning".'


@pytest.mark.parametrize(
    ("text", "node", "faults"),
    [
        ("OR a", A, [("OR", NO_SIDE)]),
        ("a OR", A, [("OR", NOTHING_FOLLOWS)]),
        ("a OR OR b", Either((A, B)), [("OR", NO_SIDE)]),
        ("a OR OR -", A, [("OR", NO_SIDE), ("-", NO_TOUCH)]),
        ("a - b", All((A, B)), [("-", NO_TOUCH)]),
        ("a NOT", A, [("NOT", NOTHING_FOLLOWS)]),
        ("(a OR) b", All((A, B)), [("OR", NOTHING_FOLLOWS)]),
        ("(a b", All((A, B)), [("(", NEVER_CLOSED)]),
        ("-(a b", Not(All((A, B))), [("(", NEVER_CLOSED)]),
        ("a) b", All((A, B)), [(")", NEVER_OPENED)]),
        ('a "b c', All((A, B, C)), [('"', NO_OTHER_HALF)]),
        ('"" a', A, [('""', "There is no word between these quotation marks.")]),
        ("a level:zzz OR b", All((A, B)), [("zzz", told("level:zzz")[0][1])]),
    ],
)
def test_what_cannot_be_is_told_and_the_rest_is_searched(
    text: str, node: Node, faults: list[tuple[str, str]]
) -> None:
    assert (meant(text), told(text)) == (node, faults)


def test_brackets_count_to_a_depth() -> None:
    text = "-(a " * 700 + "b" + ")" * 700
    assert told(text) == [("(", "Brackets go 20 deep. Those further inside were left out.")]
    hash(meant(text))  # a tree as deep as the text would exhaust the stack of whoever walks it
    repr(meant(text))


def test_a_text_that_is_far_too_long_is_searched_in_part() -> None:
    text = "words " * 1_000
    (fault,) = understand(text, TODAY).faults
    assert (meant(text), fault.message) == (
        word("words"),
        "Only the first 4,000 characters were searched.",
    )
    assert (text[: fault.start].count("words"), fault.end) == (666, len(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("head ai", ["head", "ai"]),
        ("a -b", ["a"]),
        ("-(a b)", []),
        ('a OR "b c"', ["a", "b", "c"]),
        ("title:engineer required:rag company:acme", ["engineer", "rag"]),
        ("a a", ["a"]),
    ],
)
def test_words_to_mark_are_those_that_are_looked_for(text: str, words: list[str]) -> None:
    assert [one.typed for one in understand(text, TODAY).words] == words
