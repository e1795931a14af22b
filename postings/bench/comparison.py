"""Every question asked of every side on the same data."""

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


def timed(
    queries: Sequence[Query],
    peers: Iterable[Peer],
    *,
    today: date,
    progress: Callable[[int], None] = lambda done: None,
) -> list[Line]:
    """Ask us and our peers every question, by turns."""
    peers, lines = list(peers), []
    run(Plan(), limit=PAGE)  # loads the index
    for done, query in enumerate(queries, 1):
        plan, line = query.plan(today), Line(query)
        _, line.times[OURS] = measured(lambda plan=plan: run(plan, limit=PAGE), REPEATS, slow=inf)  # type: ignore[misc]
        figures = figures_of(plan, run(plan, limit=PAGE))
        line.totals[OURS] = figures.total
        question = question_of(plan, figures)
        for peer in peers:
            line.totals[peer.name], line.times[peer.name] = measured(
                lambda peer=peer, question=question: peer.total(question),  # type: ignore[misc]
                PEERS_REPEATS,
            )
        lines.append(line)
        progress(done)
    return lines


def hold_against_oracle(
    lines: Sequence[Line], *, today: date, progress: Callable[[int], None] = lambda done: None
) -> None:
    """Let plain SQL answer too. It takes by far the longest, so all the others have been timed before."""
    for done, line in enumerate(lines, 1):
        with snapshot():
            check = checked(line.query.plan(today))
        line.differences = check.differences
        line.totals[ORACLE], line.times[ORACLE] = check.oracle.total, Timing(check.took)
        progress(done)
