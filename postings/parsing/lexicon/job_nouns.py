"""Words that end the name of a role: "engineer", "nurse"."""

import re
from functools import cache
from itertools import groupby
from pathlib import Path

from postings.parsing.lexicon.tables import HERE, read_rows

ANY_END = "~"
WEAK = "weak"


@cache
def load_job_nouns(path: Path = HERE / "job_nouns.tsv") -> dict[str, bool]:
    """Return the words, and whether each names a role in small letters too."""
    nouns: dict[str, bool] = {}
    for row in read_rows(path, ("word", "use")):
        word, use = row.cells
        if use not in ("", WEAK) or word != word.lower() or len(word.rstrip(ANY_END)) < 2:
            raise row.fault(f"{word!r}, {use!r}: a word in small letters, then {WEAK!r} or nothing")
        if word in nouns:
            raise row.fault(f"{word!r} is listed twice")
        nouns[word] = use != WEAK
    return nouns


@cache
def job_noun_pattern() -> re.Pattern[str]:
    """The words as one pattern, by their first letters: most places of a text are refused at once."""
    words = sorted(load_job_nouns())
    by_letter = (
        "(?:" + "|".join(map(_pattern, same)) + ")" for _, same in groupby(words, lambda word: word[0])
    )
    return re.compile(rf"\b(?:{'|'.join(by_letter)})\b", re.IGNORECASE)


def _pattern(word: str) -> str:
    return re.escape(word.rstrip(ANY_END)) + (r"\w*" if word.endswith(ANY_END) else "")
