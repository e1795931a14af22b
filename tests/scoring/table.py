"""Verdicts as a page for the terminal: a row a field, a column a set."""

from collections.abc import Iterator, Mapping

from tests.scoring.values import MANY, SINGLE
from tests.scoring.verdict import Tally, Verdict

NAME_WIDTH, COLUMN_WIDTH = 22, 30
LEGEND = "P precision, R recall, then right values + extra ones - missing ones"
ROWS = ("repairs", "postings", *SINGLE, *MANY)


def table(verdicts: Mapping[str, Verdict]) -> str:
    return "\n".join(line.rstrip() for line in _lines(verdicts))


def _lines(verdicts: Mapping[str, Verdict]) -> Iterator[str]:
    yield _row("", [name.replace("_", " ") for name in verdicts])
    for row in ROWS:
        if any(row in verdict.fields for verdict in verdicts.values()):
            yield _row(
                row.replace("_", " "), [_cell(verdict.fields.get(row)) for verdict in verdicts.values()]
            )
    yield ""
    yield _row("stated values right", [_cell(verdict.stated) for verdict in verdicts.values()])
    yield _row("mean of the fields", [f"{verdict.mean:.3f}" for verdict in verdicts.values()])
    yield _row("spans that are wrong", [str(len(verdict.broken_spans)) for verdict in verdicts.values()])
    yield f"\n{LEGEND}"


def _row(name: str, cells: list[str]) -> str:
    return f"{name:<{NAME_WIDTH}}" + "".join(f"{cell:<{COLUMN_WIDTH}}" for cell in cells)


def _cell(tally: Tally | None) -> str:
    if tally is None:
        return "-"
    if tally.all:
        return f"{tally.score:5.3f}  {tally.right}/{tally.all}"
    counts = f"{tally.right}+{tally.extra}-{tally.missing}"  # right, extra, missing
    return f"{tally.score:5.3f}  P {tally.precision:.2f} R {tally.recall:.2f} {counts}"
