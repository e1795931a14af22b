"""Every question asked of every side, one after the other on the same data."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import inf
from typing import Protocol

from postings.bench.checking import PAGE, checked, snapshot
from postings.bench.figures import figures_of
from postings.bench.peers.question import Question, question_of
from postings.bench.queries import Query
from postings.bench.timing import Timing, measured
from postings.query import Plan
from postings.search import run

OURS, ORACLE = "jobsite", "SQL"
REPEATS, PEERS_REPEATS = 7, 3


class Peer(Protocol):
    @property
    def name(self) -> str: ...
    def total(self, question: Question) -> int: ...


@dataclass(slots=True)
class Line:
    """What became of one question."""

    query: Query
    times: dict[str, Timing] = field(default_factory=dict)  # by side
    totals: dict[str, int | None] = field(default_factory=dict)
    differences: list[str] = field(default_factory=list)  # between us and the oracle


def compared(
    queries: Sequence[Query],
    peers: Iterable[Peer],
    *,
    today: date,
    progress: Callable[[int], None] = lambda done: None,
) -> list[Line]:
    peers, lines = list(peers), []
    run(Plan(), limit=PAGE)  # loads the index
    for done, query in enumerate(queries, 1):
        lines.append(_asked(query, peers, today))
        progress(done)
    return lines


def _asked(query: Query, peers: list[Peer], today: date) -> Line:
    plan, line = query.plan(today), Line(query)
    _, line.times[OURS] = measured(lambda: run(plan, limit=PAGE), REPEATS, slow=inf)
    figures = figures_of(plan, run(plan, limit=PAGE))
    line.totals[OURS] = figures.total
    question = question_of(plan, figures)
    for peer in peers:
        line.totals[peer.name], line.times[peer.name] = measured(
            lambda peer=peer: peer.total(question),  # type: ignore[misc]
            PEERS_REPEATS,
        )
    with snapshot():
        check = checked(plan)
    line.differences = check.differences
    line.totals[ORACLE], line.times[ORACLE] = check.oracle.total, Timing(check.took)
    return line
