"""The benchmark of pages: through gunicorn as in production, and a file of everything."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import call_command

from postings.bench import pages

pytestmark = pytest.mark.django_db(transaction=True)


def test_pages_are_fetched_without_an_error_and_everything_is_exported(
    small_library: Callable[[int], None],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    small_library(60)
    monkeypatch.setattr(pages, "POLLS", 3)
    few = ["--postings", "1", "--only", "1 filter", "--clients", "2", "--json", str(tmp_path / "all.json")]
    call_command("bench", "pages", *few)
    said = capsys.readouterr().out
    assert "errors" not in said
    assert "A feed without news:" in said
    whole = json.loads((tmp_path / "all.json").read_text())
    assert set(whole["http"]["fetched"]) == {
        pages.LISTS,
        pages.TOGETHER,
        "lists that were asked for before",
        "lists through the API",
        "one posting",
        "comparisons of 6",
        "what a selection pays",
    }
    assert all(one["errors"] == {} for one in whole["http"]["fetched"].values())
    assert whole["export"]["rows"] > 40
