"""Words of job titles, with the family of work and the level that they speak of."""

import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from postings.parsing.lexicon.tables import HERE, Row, read_rows
from postings.vocabulary import Family, Level

COLUMNS = ("words", "family", "level")
NO_LEVEL = "-"
ANY_START = "*"  # "*entwickler" is every word that ends so


@dataclass(frozen=True, slots=True)
class TitleWords:
    words: tuple[str, ...]
    families: tuple[Family, ...]  # several where the words leave it open
    level: Level | None
    speaks_of_level: bool  # "product manager" does, and says that there is none


@dataclass(frozen=True, slots=True)
class Titles:
    by_first: dict[str, tuple[TitleWords, ...]]  # by their first word, the longest first
    endings: tuple[tuple[str, TitleWords], ...]  # of compounds, the longest first


def fold(words: str) -> str:
    """Return them in small letters without accents, as long as they were, so that offsets hold."""
    bare = (unicodedata.normalize("NFD", character)[0].lower()[0] for character in words)
    return "".join(bare).replace("ß", "s")


@cache
def load_titles(path: Path = HERE / "titles.tsv") -> Titles:
    by_first: dict[str, list[TitleWords]] = {}
    endings: list[tuple[str, TitleWords]] = []
    known: set[tuple[str, ...]] = set()
    for row in read_rows(path, COLUMNS):
        one = _title_words(row)
        if one.words in known:
            raise row.fault(f"{row.cells[0]!r} is listed twice")
        known.add(one.words)
        if one.words[0].startswith(ANY_START):
            endings.append((one.words[0].removeprefix(ANY_START), one))
        else:
            by_first.setdefault(one.words[0], []).append(one)
    return Titles(
        {first: tuple(sorted(rows, key=lambda one: -len(one.words))) for first, rows in by_first.items()},
        tuple(sorted(endings, key=lambda ending: -len(ending[0]))),
    )


def _title_words(row: Row) -> TitleWords:
    written, families, level = row.cells
    words = tuple(written.split())
    if not words or fold(written) != written:
        raise row.fault(f"{written!r}: words are written in small letters without accents")
    if words[0].startswith(ANY_START) and len(words) > 1:
        raise row.fault("an ending stands alone")
    if not families and not level:
        raise row.fault(f"{written!r} tells neither family nor level")
    try:
        return TitleWords(
            words,
            tuple(Family(name) for name in families.split("/") if name),
            Level(level) if level not in ("", NO_LEVEL) else None,
            bool(level),
        )
    except ValueError as unknown:
        raise row.fault(str(unknown)) from unknown
