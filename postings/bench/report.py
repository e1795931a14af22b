"""A whole run as JSON: every time of every question, and what follows from them."""

import dataclasses
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from postings.bench.comparison import Line
from postings.bench.table import ratios, spreads, worst


def report(lines: Sequence[Line], **parts: Any) -> dict[str, Any]:
    found = spreads(lines)
    farthest, times = worst(lines)
    return parts | {
        "questions": [_line(line) for line in lines],
        "classes": found,
        "ratios": {group: ratios(spread) for group, spread in found.items()},
        "worst": {"question": str(farthest.query), "times_the_median_of_its_class": times},
        "unequal": sum(bool(line.differences) for line in lines),
    }


def write_report(path: Path, whole: dict[str, Any]) -> None:
    path.write_text(json.dumps(whole, indent=1, default=_plain) + "\n", encoding="utf-8")


def _line(line: Line) -> dict[str, Any]:
    return {
        "class": line.query.group,
        "address": line.query.address,
        "totals": line.totals,
        "times_ms": line.times,
        "differences": line.differences,
    }


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {one.name: getattr(value, one.name) for one in dataclasses.fields(value)}
    return str(value)
