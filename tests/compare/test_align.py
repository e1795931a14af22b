"""Requirements of postings side by side: what is one idea, and what one asks more."""

import io
import json
from itertools import permutations
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from postings.compare.align import align
from postings.compare.asks import ask_of
from postings.compare.assignment import best_pairs
from postings.compare.kinship import kinship
from postings.compare.relation import Relation, relation_of
from postings.compare.wording import differing
from postings.compare.words import known_words, learn
from postings.facts import Item, Span
from postings.vocabulary import Section

WORTHS = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(0, 4)), st.floats(0.01, 1, allow_nan=False), max_size=16
)


def item(text: str, section: Section = Section.REQUIRED, *skills: str, any_of: bool = False) -> Item:
    return Item(section, text, Span(0, len(text)), skills=skills, any_of=("a", "b") if any_of else ())


@given(WORTHS)
def test_no_pairing_is_worth_more(worth: dict[tuple[int, int], float]) -> None:
    found = best_pairs(worth)
    assert all(pair in worth for pair in found)
    assert len({row for row, _ in found}) == len({column for _, column in found}) == len(found)
    most = max(sum(worth.get(pair, 0) for pair in enumerate(columns)) for columns in permutations(range(5)))
    assert sum(worth[pair] for pair in found) == pytest.approx(most)


def test_a_greedy_pair_gives_way_to_two_good_ones() -> None:
    assert best_pairs({(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.8}) == [(0, 1), (1, 0)]


ONE = [
    item("5+ years of experience with Python", Section.REQUIRED, "python"),
    item("Find and fix bugs in our payment service", Section.RESPONSIBILITY),
    item("Bachelor's degree in computer science"),
    item("A dry sense of humour", Section.PREFERRED),
    item("Free lunch", Section.BENEFIT),
]
OTHER = [
    item("Track down defects in the billing service and repair them", Section.RESPONSIBILITY),
    item("BSc in computer science or similar", Section.PREFERRED),
    item("8 years of experience in Python", Section.REQUIRED, "python"),
    item("Free lunch", Section.BENEFIT),
]


def test_what_is_one_idea_stands_in_one_row_wherever_it_stands_in_the_texts() -> None:
    alignment = align([ONE, OTHER])
    assert [row.members for row in alignment.rows] == [{0: 0, 1: 2}, {0: 1, 1: 0}, {0: 2, 1: 1}, {0: 3}]
    said = {link.earlier: (link.related.relation, link.related.why) for link in alignment.links}
    assert said[0, 0] == (Relation.STRICTER, "8+ years, not 5+")
    assert said[0, 2] == (Relation.LOOSER, "preferred, not required")
    assert said[0, 1][0] in {Relation.REWORDED, Relation.RELATED}


def test_a_row_has_one_ask_of_each_posting_at_most() -> None:
    alignment = align([ONE, OTHER, [*OTHER, item("5 years of experience with Python")]])
    python = alignment.rows[0].members
    assert python in ({0: 0, 1: 2, 2: 2}, {0: 0, 1: 2, 2: 4})
    assert sum(len(row.members) for row in alignment.rows) == sum(map(len, alignment.asks))
    assert len(alignment.links) == sum(n * (n - 1) // 2 for n in (len(row.members) for row in alignment.rows))


def test_the_same_posting_twice_is_the_same_in_every_row() -> None:
    alignment = align([ONE, ONE])
    assert [row.members for row in alignment.rows] == [{0: n, 1: n} for n in range(4)]
    assert {link.related.relation for link in alignment.links} == {Relation.SAME}


@pytest.mark.parametrize(
    "postings", [[[], []], [ONE, []], [[], ONE], [[item("…")], ONE], [[item("漢")], ONE]]
)
def test_postings_with_nothing_to_compare_have_no_links(postings: list[list[Item]]) -> None:
    assert align(postings).links == []


@pytest.mark.parametrize(
    ("earlier", "later", "relation", "why"),
    [
        (item("Python"), item("python."), Relation.SAME, ""),
        (item("Python", Section.PREFERRED), item("Python"), Relation.STRICTER, "required, not preferred"),
        (item("2 years of Go"), item("two years of Go"), Relation.REWORDED, ""),
        (item("2 years of Go"), item("18 months of Go"), Relation.LOOSER, "1.5+ years, not 2+"),
        (item("Strong Go"), item("Basic Go"), Relation.LOOSER, "“basic”, not “strong”"),
        (
            item("Know Go", Section.REQUIRED, "go"),
            item("Know Go, SQL", Section.REQUIRED, "go", "sql"),
            Relation.STRICTER,
            "1 more skill",
        ),
        (
            item("Go or C", Section.REQUIRED, "go", "c", any_of=True),
            item("Go, C or Rust", Section.REQUIRED, "go", "c", "rust", any_of=True),
            Relation.LOOSER,
            "1 more alternative",
        ),
    ],
)
def test_what_the_later_says_compared_with_the_earlier(
    earlier: Item, later: Item, relation: Relation, why: str
) -> None:
    assert relation_of(ask_of(earlier), ask_of(later), kinship=0.9) == (relation, why)


def test_kinship_is_the_same_both_ways_and_whole_with_oneself() -> None:
    found = kinship([ask_of(one) for one in (*ONE, *OTHER)])
    assert found == pytest.approx(found.T)
    assert [found[n, n] for n in range(len(ONE))] == pytest.approx([1.0] * len(ONE), abs=0.1)
    assert found.max() <= 1.0 + 1e-6
    assert found.min() >= 0.0


def test_words_that_stand_among_the_same_words_mean_the_same() -> None:
    words = known_words()
    near = words.directions @ words.directions.T
    for one, other, stranger in (("bug", "defect", "degre"), ("docker", "kubernet", "mentor")):
        place = words.numbers
        assert near[place[one], place[other]] > near[place[one], place[stranger]] + 0.3
    assert words.rarity("and") < words.rarity("python") < words.rarity("no such word") == 1.0


def test_what_was_learnt_is_kept(tmp_path: Path) -> None:
    sentences = [["you", verb, thing] for verb in ("write", "read") for thing in ("go", "sql")] * 12
    words = learn(sentences)
    words.save(tmp_path / "words.npz")
    assert (words.sentences, next(iter(words.numbers))) == (48, "you")
    assert (tmp_path / "words.npz").stat().st_size < 3_000


TEXT = (
    "# {title}\n\n## Requirements\n\n- {years} years of Python\n- A degree in computer science\n- Patience\n"
)


@pytest.fixture
def two_files(tmp_path: Path) -> list[str]:
    for name, title, years in (("one.md", "Data Engineer", 3), ("two.md", "Senior Data Engineer", 7)):
        (tmp_path / name).write_text(TEXT.format(title=title, years=years))
    return [str(tmp_path / name) for name in ("one.md", "two.md")]


def test_the_command_answers_in_json(two_files: list[str]) -> None:
    out = io.StringIO()
    call_command("align", *two_files, "--json", stdout=out)
    said = json.loads(out.getvalue())
    assert said["items"]["A"][0] == {"section": "required", "text": "3 years of Python"}
    assert said["links"] == [["A", n, "B", n, "stricter" if n == 0 else "same"] for n in range(3)]


def test_the_command_answers_in_words(two_files: list[str]) -> None:
    out = io.StringIO()
    call_command("align", *two_files, stdout=out, no_color=True)
    assert (
        "A  Required: 3 years of Python\nB  Required: 7 years of Python\n   Asks more: 7+ years"
        in out.getvalue()
    )


def test_one_posting_is_nothing_to_compare(two_files: list[str]) -> None:
    with pytest.raises(CommandError, match="Two to 6 postings can be compared; here are 1"):
        call_command("align", two_files[0])


@pytest.mark.parametrize(
    ("texts", "marked"),
    [
        (["5 years of Go", "7 years of Go"], ["[5] years of Go", "[7] years of Go"]),
        (["Know Go", "Know Go"], ["Know Go", "Know Go"]),
        (["You write Go and Rust", "You write Go"], ["You write Go and [Rust]", "You write Go"]),
        (["Know SQL", "Know Java, Perl", "Know SQL"], ["Know SQL", "Know [Java, Perl]", "Know SQL"]),
        (["…", ""], ["…", ""]),
    ],
)
def test_words_that_only_one_says_are_marked(texts: list[str], marked: list[str]) -> None:
    found = [
        "".join(f"[{part.text}]" if part.differs else part.text for part in one) for one in differing(texts)
    ]
    assert found == marked
