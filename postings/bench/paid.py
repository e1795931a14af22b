"""What a selection pays, by the index and by plain SQL: times, and every quarter compared."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from postings.bench.oracle import selection_of
from postings.bench.oracle.paying import Quarters, quarters
from postings.bench.queries import Query
from postings.bench.timing import Spread, clocked
from postings.search import PayReport, pay_report

REPEATS = 5


@dataclass(frozen=True, slots=True)
class Paid:
    ours: Spread  # milliseconds
    sql: Spread
    unequal: list[str]


def pay_of_selections(
    queries: Iterable[Query], *, today: date, progress: Callable[[int], None] = lambda done: None
) -> Paid:
    """Ask what the postings of each question without words pay."""
    ours, sql, unequal = [], [], []
    for done, query in enumerate([query for query in queries if not query.text], 1):
        plan = query.plan(today)
        report = pay_report(plan)
        ours += [clocked(lambda plan=plan: pay_report(plan))[1] for _ in range(REPEATS)]  # type: ignore[misc]
        selection, currency = selection_of(plan), report.spread.currency
        found, took = clocked(lambda one=selection, currency=currency: quarters(one, currency))  # type: ignore[misc]
        sql.append(took)
        if _told(report) != found:
            unequal.append(str(query))
        progress(done)
    return Paid(Spread.of(ours), Spread.of(sql), unequal)


def _told(report: PayReport) -> Quarters:
    groups = {"": report.spread, **report.by_family, **report.by_level}
    return {str(name): spread for name, spread in groups.items() if spread.total}


def said(paid: Paid) -> Iterable[str]:
    ours, sql = paid.ours, paid.sql
    yield (
        f"What selections pay: {ours.median:.1f} / {ours.p95:.1f} ms,"
        f" by SQL {sql.median:,.0f} / {sql.p95:,.0f} ms;"
        f" {ours.median / sql.median:.3g} / {ours.p95 / sql.p95:.3g} of it. Unequal: {len(paid.unequal)}."
    )
    yield from (f"  {query}" for query in paid.unequal)
