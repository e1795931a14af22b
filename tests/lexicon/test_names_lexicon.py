"""The tables about employers and roles are well formed, and say where they are not."""

from pathlib import Path

import pytest

from postings.parsing.lexicon.beside_names import load_beside_names
from postings.parsing.lexicon.employer_sayings import load_employer_sayings
from postings.parsing.lexicon.job_nouns import job_noun_pattern, load_job_nouns
from postings.parsing.lexicon.labels import load_labels
from postings.parsing.lexicon.role_sayings import load_role_sayings
from postings.parsing.lexicon.tables import LexiconFaultError


@pytest.mark.parametrize(
    ("load", "text", "fault"),
    [
        (load_beside_names, "word\tuse\nat\tbefore", "'before'"),
        (load_employer_sayings, "weight\tsentence\tbefore\tafter\nx\t\tat\t", "'x'"),
        (load_employer_sayings, "weight\tsentence\tbefore\tafter\n4\t\t\t", "nothing stands"),
        (load_job_nouns, "word\tuse\nBaker", "'Baker'"),
        (load_labels, "label\tfield\njob\tname", "'name'"),
        (load_role_sayings, "weight\tbefore\tafter\tsmall\n5\tas\t\n5\tas\t", "twice"),
    ],
)
def test_a_wrong_line_is_named(load, text: str, fault: str, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "table.tsv"
    path.write_text(text)
    with pytest.raises(LexiconFaultError, match=fault):
        load(path)


@pytest.mark.parametrize(
    ("words", "found"),
    [("Night Baker", True), ("Softwareentwickler", False), ("Entwicklerin", True), ("leadership", False)],
)
def test_nouns_of_work_are_whole_words(words: str, found: bool) -> None:
    assert bool(job_noun_pattern().search(words)) is found
