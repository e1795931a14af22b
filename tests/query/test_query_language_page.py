"""docs/query-language.md, held against the table of fields and tried out, example for example."""

import re
from pathlib import Path

import pytest

from postings.query import FIELDS
from postings.query.language.scan import LONGEST
from tests.query.nodes import meant, told

PAGE = (Path(__file__).parents[2] / "docs" / "query-language.md").read_text("utf-8")
EXAMPLES = [
    code for code in re.findall(r"`([^`\n]+)`", PAGE) if code not in {f"{one.name}:" for one in FIELDS}
]
ALIKE = [
    ("full-stack", '"full stack"'),
    ("berlin | hamburg", "berlin OR hamburg"),
    ("python NOT django", "python -django"),
    ("python AND sql", "python sql"),
    ("mode:wfh", "mode:remote"),
    ("type:full", "type:full_time"),
    ("education:phd", "education:doctorate"),
    ("salary:>90k", "pay:>90k"),
    ("location:berlin", "place:berlin"),
    ("experience:<=3", "years:<=3"),
    ("pay:>€90k", "pay:>90kEUR"),
    ("pay:>90k EUR", "pay:>90kEUR"),
]


def test_its_table_is_the_table_of_fields() -> None:
    rows = [line for line in PAGE.splitlines() if line.startswith("| `")]
    assert rows == [
        f"| `{one.name}:` | {one.meaning} | {', '.join(f'`{example}`' for example in one.examples)} |"
        for one in FIELDS
    ]


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_is_understood(example: str) -> None:
    assert (told(example), meant(example) is None) == ([], False)


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_what_it_says_is_the_same_is_the_same(one: str, other: str) -> None:
    assert one in EXAMPLES
    assert meant(one) == meant(other)


def test_it_names_the_limit() -> None:
    assert f"first {LONGEST:,} characters" in PAGE
