"""The index held against plain SQL, figure by figure."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

from django.db import connection, transaction

from postings.bench.figures import Figures, differences, figures_of
from postings.bench.oracle import counted, selection_of, words_found
from postings.bench.timing import clocked
from postings.query import All, Either, Node, Plan, Word, stems_in_all_languages
from postings.search import run

PAGE, MOST = 25, 20


@dataclass(frozen=True, slots=True)
class Check:
    differences: list[str]  # ours first; none, if all is well
    oracle: Figures
    took: float  # milliseconds that the oracle counted


def checked(plan: Plan) -> Check:
    """Ask both. While others write, this belongs into a `snapshot`.

    Reading every posting for its words is not in the oracle's time: a page by ORM would have an index for
    words, and is given it for nothing.
    """
    answer = run(plan, limit=PAGE)
    selection = selection_of(as_understood(plan, answer.results.rescued))
    with words_found(selection):
        oracle, took = clocked(lambda: counted(selection, limit=PAGE, most=MOST))
    return Check(differences(figures_of(plan, answer), oracle), oracle, took)


def as_understood(plan: Plan, rescued: Mapping[str, str]) -> Plan:
    """Return the plan with what was meant in place of what nobody has; which words those are we say."""
    return replace(plan, text=_meant(plan.text, rescued)) if plan.text and rescued else plan


def _meant(node: Node, rescued: Mapping[str, str]) -> Node:
    match node:
        case Word(typed=typed) if typed in rescued:
            meant = rescued[typed]
            return replace(node, stems=stems_in_all_languages(meant), typed=meant)
        case All(nodes) | Either(nodes):
            return replace(node, nodes=tuple(_meant(one, rescued) for one in nodes))
        case _:
            return node


@contextmanager
def snapshot() -> Iterator[None]:
    """See the database as it is now, whatever others commit meanwhile; grouping need not go through files."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        cursor.execute("SET LOCAL work_mem = '256MB'")
        yield
