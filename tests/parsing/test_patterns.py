"""Every pattern of the parser and the readers is linear: texts that were made to be slow are not."""

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time

import pytest

import postings.parsing
import postings.readers

LENGTH = 100_000  # characters
SECONDS = 0.5
UNITS = [
    *(
        "  ",
        "\n",
        " \n",
        "- ",
        "\n- ",
        "a",
        "A ",
        "Aa",
        "_",
        "(",
        "[",
        "{{",
        "<a ",
        "**",
        "#",
        "1",
        "1.",
        "$1,",
        "€",
    ),
    *(
        "·",
        "| ",
        "a:\n",
        "x,",
        "é",
        "a@",
        "www.",
        "https://a/",
        "in ",
        "and ",
        "remote ",
        "the role is ",
        "apply by ",
    ),
    *(
        "5+ ",
        "5 (five) ",
        "years of ",
        "degree or ",
        "at least ",
        "a. ",
        "Required ",
        "to be ",
        "salary ",
        "bonus ",
    ),
]


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    seen = set()
    for package in (postings.parsing, postings.readers):
        for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            for name, value in vars(importlib.import_module(module.name)).items():
                if isinstance(value, re.Pattern) and isinstance(value.pattern, str) and value not in seen:
                    seen.add(value)
                    yield f"{module.name.removeprefix('postings.')}.{name}", value


ALL = sorted(patterns(), key=lambda named: named[0])
SOURCES = "\n".join(
    path.read_text("utf-8")
    for package in (postings.parsing, postings.readers)
    for path in Path(package.__path__[0]).rglob("*.py")
)


def is_only_matched(name: str) -> bool:
    """A pattern that is only asked at one place need not be quick at finding it."""
    name = name.rsplit(".", 1)[-1]
    asked = set(re.findall(rf"\b{name}\.(\w+)\(", SOURCES))
    return bool(asked) and asked <= {"match", "fullmatch"}


@pytest.mark.parametrize("number", range(len(ALL)), ids=[name for name, _ in ALL])
def test_no_pattern_is_slow(number: int, campaign: Callable[..., int]) -> None:
    name, pattern = ALL[number]
    for unit in (UNITS * 2)[number % len(UNITS) :][: campaign(sample=5, full=len(UNITS))]:
        text = unit * (LENGTH // len(unit))
        if _seconds(name, pattern, text) >= SECONDS:  # a neighbour may have had the core: once more
            assert _seconds(name, pattern, text) < SECONDS, f"on 100 KB of {unit!r}"


def _seconds(name: str, pattern: re.Pattern[str], text: str) -> float:
    before = process_time()
    if is_only_matched(name):
        pattern.match(text)
    else:
        for _ in pattern.finditer(text):
            pass
    return process_time() - before
