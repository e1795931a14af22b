"""Waiting for something to be so, instead of sleeping for as long as it might take."""

import time
from collections.abc import Callable
from typing import Any

import pytest


def wait_for(fact: Callable[[], Any], what: str, seconds: float = 40) -> Any:
    """Return the first true answer of `fact`; without one in time the test fails, naming `what`."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if found := fact():
            return found
        time.sleep(0.01)
    pytest.fail(f"not within {seconds} s: {what}")
