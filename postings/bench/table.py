"""The lines of a run as a table that people read: a class a row, a side a column, ratios beside."""

from collections.abc import Iterator, Sequence

from postings.bench.comparison import ORACLE, OURS, Line
from postings.bench.timing import Spread

ALL = "all"


def spreads(lines: Sequence[Line]) -> dict[str, dict[str, Spread]]:
    """Return median and p95 of each side, by class and over all."""
    groups = {ALL: list(lines)}
    for line in lines:
        groups.setdefault(line.query.group, []).append(line)
    return {
        group: {side: Spread.of([line.times[side].typical for line in members]) for side in members[0].times}
        for group, members in groups.items()
    }


def ratios(spread: dict[str, Spread]) -> dict[str, Spread]:
    """Return what share of each other side's time we take: below 1 is faster."""
    ours = spread[OURS]
    return {
        side: Spread(ours.median / one.median, ours.p95 / one.p95)
        for side, one in spread.items()
        if side != OURS
    }


def worst(lines: Sequence[Line]) -> tuple[Line, float]:
    """Return the question that takes longest by the median of its class, and how many times that."""
    medians = {group: sides[OURS].median for group, sides in spreads(lines).items()}
    found = max(lines, key=lambda line: line.times[OURS].typical / medians[line.query.group])
    return found, found.times[OURS].typical / medians[found.query.group]


def table(lines: Sequence[Line]) -> Iterator[str]:
    sides = list(lines[0].times)
    yield _row("milliseconds, median / p95", "n", *sides, *(f"ours/{side}" for side in sides[1:]))
    for group, spread in sorted(spreads(lines).items(), key=lambda one: one[0] == ALL):
        members = [line for line in lines if group in (ALL, line.query.group)]
        times = [_times(spread[side], _limited(members, side)) for side in sides]
        shares = ratios(spread)
        each = [f"{shares[side].median:.3g} / {shares[side].p95:.3g}" for side in sides[1:]]
        yield _row(group, str(len(members)), *times, *each)
    farthest, beyond = worst(lines)
    yield f"Farthest beyond the median of its class: {beyond:.1f} times, {farthest.query}"
    unequal = [line for line in lines if line.differences]
    equal = len(lines) - len(unequal)
    yield f"{equal} of {len(lines)} answers are those of the {ORACLE} oracle in every figure."
    yield from (f"  {line.query}\n    " + "\n    ".join(line.differences) for line in unequal)


def _row(name: str, count: str, *cells: str) -> str:
    return f"{name:<28}{count:>4} " + " ".join(f"{cell:>19}" for cell in cells)


def _limited(lines: Sequence[Line], side: str) -> int:
    return sum(line.times[side].limited for line in lines)


def _times(spread: Spread, limited: int) -> str:
    """A side that was stopped at its limit may have needed any time beyond."""
    mark = ">" if limited else ""
    return " / ".join(
        f"{mark}{time:,.0f}" if time >= 100 else f"{mark}{time:.1f}" for time in (spread.median, spread.p95)
    )
