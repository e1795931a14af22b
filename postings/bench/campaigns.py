"""A part of a run beside the comparison: the same questions while others publish."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

from django.conf import settings

from postings.bench.checking import PAGE, checked, snapshot
from postings.bench.publishing import RATE, cost_of_publishing, lengthen_tail, tail_length
from postings.bench.queries import Query
from postings.bench.timing import Spread, clocked
from postings.search import run

COSTS = 100  # publishings with the index, and as many without
REPEATS = 5

Say = Callable[[str], None]


def while_publishing(
    queries: Sequence[Query], *, today: date, say: Say, progress: Callable[[int], None]
) -> dict[str, Any]:
    cost = cost_of_publishing(COSTS)
    more = cost["with"].median - cost["without"].median
    say(
        f"A publish: {cost['with'].median:.1f} / {cost['with'].p95:.1f} ms with the index,"
        f" {cost['without'].median:.1f} / {cost['without'].p95:.1f} without; {more:+.1f} ms."
    )
    say(f"{lengthen_tail():,} entries are in no segment yet.")
    run(queries[0].plan(today), limit=PAGE)  # takes the new tail in
    quiet = _times(queries, today)
    with _publisher() as published:
        busy = _times(queries, today)
        unequal = {}
        for done, query in enumerate(queries, 1):
            with snapshot():
                found = checked(query.plan(today)).differences
            if found:
                unequal[str(query)] = found
            progress(done)
    say(
        f"Core with that tail {quiet.median:.1f} / {quiet.p95:.1f} ms,"
        f" with {RATE} publishes a second {busy.median:.1f} / {busy.p95:.1f} ms"
        f" ({len(published)} publishes, {Spread.of(published).median:.1f} ms each)."
    )
    for asked, found in unequal.items():
        say(f"  {asked}\n    " + "\n    ".join(found))
    say(f"{len(queries) - len(unequal)} of {len(queries)} answers during writes are those of the oracle.")
    return {
        "cost": cost,
        "tail": tail_length(),
        "core_before": quiet,
        "core_during": busy,
        "publishes_ms": published,
        "differences": unequal,
    }


def _times(queries: Sequence[Query], today: date) -> Spread:
    """Every time counts here, not the median of a question: catching up falls on whoever asks first."""
    plans = [query.plan(today) for query in queries]
    for plan in plans:
        run(plan, limit=PAGE)
    return Spread.of(
        [
            clocked(lambda plan=plan: run(plan, limit=PAGE))[1]  # type: ignore[misc]
            for _ in range(REPEATS)
            for plan in plans
        ]
    )


@contextmanager
def _publisher() -> Iterator[list[float]]:
    """Publish in another process meanwhile; the list has what each took once the block has ended."""
    times: list[float] = []
    process = subprocess.Popen(
        [sys.executable, "manage.py", "bench", "publish"],
        cwd=settings.BASE_DIR,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield times
    finally:
        process.terminate()
        said, _ = process.communicate()
        if process.returncode == 0:
            times += json.loads(said)
