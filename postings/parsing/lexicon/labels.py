"""Labels in the head of a posting, and the field that stands behind them."""

from functools import cache
from pathlib import Path

from postings.parsing.lexicon.tables import HERE, read_rows

FIELDS = ("title", "organization", "place", "mode", "scope", "department", "grade", "job_family")


@cache
def load_labels(path: Path = HERE / "labels.tsv") -> dict[str, str]:
    labels: dict[str, str] = {}
    for row in read_rows(path, ("label", "field")):
        label, field = row.cells
        if field not in FIELDS:
            raise row.fault(f"the field is one of {', '.join(FIELDS)}, not {field!r}")
        if not label or label != label.lower():
            raise row.fault(f"{label!r}: a label is written in small letters")
        if label in labels:
            raise row.fault(f"{label!r} is listed twice")
        labels[label] = field
    return labels
