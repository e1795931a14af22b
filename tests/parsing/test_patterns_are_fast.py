"""No pattern of an extractor takes long, whatever it is run on."""

import re
from importlib import import_module
from time import process_time

import pytest

MODULES = (
    *("apply_address", "days", "demand", "education", "education_words", "employment", "employment_words"),
    *("experience", "extras", "extras_bonus", "extras_equity", "links_and_dates", "pay", "pay_bounds"),
    *("pay_periods", "pay_place", "pay_ranges", "pay_reading", "pay_scope", "pay_sums", "pay_words"),
    *("placeholders", "sponsorship", "years_words"),
)
UNITS = ("  ", " \n", "a", "1", "_", "x-", "- ", "a, ", "$1,", "5+ ", "degree or ", "[", "(", "· ")
LENGTH = 50_000


@pytest.mark.parametrize("module", MODULES)
def test_no_pattern_is_slow(module: str) -> None:
    patterns = vars(import_module(f"postings.parsing.extract.{module}"))
    slow = [
        (name, unit)
        for name, pattern in patterns.items()
        if isinstance(pattern, re.Pattern)
        for unit in UNITS
        if _seconds(pattern, unit * (LENGTH // len(unit))) > 0.4
    ]
    assert slow == []


def _seconds(pattern: re.Pattern[str], text: str) -> float:
    before = process_time()
    for _ in pattern.finditer(text):
        pass
    return process_time() - before
