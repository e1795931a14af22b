"""The benchmark itself: its questions, the engines beside ours, and what it says of them."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.http import QueryDict

from postings.bench import library
from postings.bench.checking import PAGE
from postings.bench.comparison import ORACLE, OURS, Line
from postings.bench.figures import figures_of
from postings.bench.mix import draw_mix
from postings.bench.paid import pay_of_selections
from postings.bench.peers import Fts5, Tantivy, has_tantivy
from postings.bench.peers.question import Question, question_of
from postings.bench.publishing import cost_of_publishing, lengthen_tail, publish_steadily
from postings.bench.queries import Query
from postings.bench.report import report, write_report
from postings.bench.sample import read_sample
from postings.bench.table import table
from postings.bench.timing import Spread, TimeLimit, Timing, measured, percentile
from postings.filters import PostingFilterSet
from postings.query import Plan
from postings.search import run
from tests.bench.conftest import TODAY
from tests.bench.test_oracle import disagreements

SmallLibrary = Callable[[int], None]
FEWEST = 80
GROUPS = {
    *("rare word", "mid word", "common word", "very common word", "phrase", "multi-word AND", "empty page"),
    *("1 filter", "2 filters", "3 filters", "4 filters", "salary range"),
    *("common word + filters", "rare word + filters"),
}


def test_the_mix_is_the_same_every_time_and_answered_as_plain_sql_answers_it(
    small_library: SmallLibrary,
) -> None:
    small_library(300)
    queries = draw_mix(read_sample())
    assert queries == draw_mix(read_sample())
    assert (len(queries) >= FEWEST, {query.group for query in queries}) == (True, GROUPS)
    assert [said for query in queries for said in disagreements(query.plan(TODAY))] == []


def test_what_selections_pay_is_what_plain_sql_says(small_library: SmallLibrary) -> None:
    small_library(300)
    paid = pay_of_selections(draw_mix(read_sample()), today=TODAY)
    assert paid.unequal == []
    assert paid.ours.median > 0


def test_an_address_says_all_that_its_question_asks(small_library: SmallLibrary) -> None:
    small_library(100)
    unsaid = []
    for query in draw_mix(read_sample()):
        filters = PostingFilterSet(QueryDict(query.address.partition("?")[2]), today=TODAY)
        applied = [(one.key, value) for one in filters.applied for value in one.values]
        if sorted(applied) != sorted(query.keys):
            unsaid.append(query)
    assert unsaid == []


def test_sqlite_finds_what_we_find_where_no_words_are_asked_for(
    small_library: SmallLibrary, tmp_path: Path
) -> None:
    """Words mean a little less to it: it knows one stem of each, and no other names of skills."""
    small_library(300)
    peer = Fts5(tmp_path / "fts5", lambda done: None)
    found = {query: (ours, peer.total(question)) for query, ours, question in _asked()}
    assert {query: both for query, both in found.items() if not query.text and len(set(both)) > 1} == {}


@pytest.mark.skipif(not has_tantivy(), reason="tantivy is not installed: pip install '.[bench]'")
def test_tantivy_finds_what_sqlite_finds(small_library: SmallLibrary, tmp_path: Path) -> None:
    small_library(300)
    peers = [make(tmp_path / make.name, lambda done: None) for make in (Tantivy, Fts5)]
    found = {query: [peer.total(question) for peer in peers] for query, _, question in _asked()}
    assert {query: both for query, both in found.items() if both[0] != both[1]} == {}


def _asked() -> Iterator[tuple[Query, int, Question]]:
    for query in draw_mix(read_sample()):
        plan = query.plan(TODAY)
        figures = figures_of(plan, run(plan, limit=PAGE))
        yield query, figures.total, question_of(plan, figures)


def test_a_page_beyond_its_limit_of_time_is_given_up(small_library: SmallLibrary, tmp_path: Path) -> None:
    small_library(300)
    peer = Fts5(tmp_path / "fts5", lambda done: None, limit=0)
    questions = [question for _, _, question in _asked()]
    with pytest.raises(TimeLimit):
        sum(map(peer.total, questions))


def test_an_index_that_is_here_is_not_built_again(small_library: SmallLibrary, tmp_path: Path) -> None:
    small_library(20)
    built = tmp_path / "fts5-1" / "library.sqlite"
    Fts5(built.parent, lambda done: None)
    then = built.stat().st_mtime_ns
    Fts5(built.parent, lambda done: None)
    assert built.stat().st_mtime_ns == then
    Fts5(tmp_path / "fts5-2", lambda done: None)
    assert [path.name for path in tmp_path.iterdir()] == ["fts5-2"]


def test_a_library_with_anything_else_is_not_added_to(
    make_posting: Callable[..., Any],
) -> None:
    make_posting()
    with pytest.raises(CommandError, match="1 published postings, 1 were not generated, and 5"):
        call_command("bench", "search", postings=5)


def test_a_generated_library_is_added_to_where_it_ends(
    small_library: SmallLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_library(20)
    asked: dict[str, Any] = {}
    monkeypatch.setattr(library, "call_command", lambda name, **options: asked.update(options, name=name))
    here = library.what_is_here()
    library.provide(here.published + 30)
    assert asked == {"name": "make_library", "postings": 30, "seed": library.SEED, "start": 20}


def test_of_a_slow_answer_one_time_is_enough() -> None:
    asked = []
    assert measured(lambda: asked.append(1), 3, slow=-1)[1].again == ()
    assert len(measured(lambda: asked.append(1), 3)[1].again) == 3
    assert len(asked) == 5


def test_an_answer_beyond_its_limit_takes_as_long_as_the_limit() -> None:
    def ask() -> int:
        raise TimeLimit(10_000)

    assert measured(ask, 3) == (None, Timing(10_000, limited=True))


def test_the_95th_percentile_is_one_of_the_values() -> None:
    assert [percentile(range(1, 101), 95), percentile([7], 95), percentile([1, 2], 95)] == [95, 7, 2]


def test_the_table_tells_ratios_and_what_is_unequal(tmp_path: Path) -> None:
    right, wrong = (
        Line(
            Query("empty page", text),
            {OURS: Timing(9, (ours,)), "tantivy": Timing(20), ORACLE: Timing(1000)},
            {OURS: 3},
            said,
        )
        for text, ours, said in (("", 1.0, []), ("word", 10.0, ["total: 3 but 4"]))
    )
    rows = list(table([right, wrong]))
    assert " ".join(rows[1].split()) == (
        "empty page 2 5.5 / 10.0 20.0 / 20.0 1,000 / 1,000 0.275 / 0.5 0.0055 / 0.01"
    )
    assert rows[-2:] == [
        "1 of 2 answers are those of the SQL oracle in every figure.",
        "  empty page: /?q=word\n    total: 3 but 4",
    ]
    write_report(tmp_path / "all.json", report([right, wrong], day=TODAY))
    whole = json.loads((tmp_path / "all.json").read_text())
    assert whole["ratios"]["all"]["tantivy"] == {"median": 0.275, "p95": 0.5}
    assert (whole["unequal"], whole["day"]) == (1, str(TODAY))
    assert Spread.of([1, 3]) == Spread(2, 3)


def test_a_tail_is_made_to_measure_and_publishing_costs_are_told(small_library: SmallLibrary) -> None:
    """What is published again is found as before, though every other time the index was not told."""
    small_library(30)
    before = figures_of(Plan(), run(Plan(), limit=PAGE))
    assert lengthen_tail(25) >= 25
    costs = cost_of_publishing(6)
    assert set(costs) == {"with", "without"}
    told = iter((False, False, True))
    assert len(publish_steadily(lambda: next(told))) == 2
    assert disagreements(Plan()) == []
    assert figures_of(Plan(), run(Plan(), limit=PAGE)) == before
