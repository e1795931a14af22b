"""The samples on disk: a text, and beside it the facts that a person read in it.

tests/samples/README.md says what the sets are for and how the facts are written down.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from postings.facts import PostingFacts
from postings.parsing.reading import read_document

FOLDER = Path(__file__).parents[1] / "samples"
TEXTS = {".md", ".txt"}
KNOWN = "known_failures"
SETS = ("tuned", "held_out", "bugs", KNOWN)


@dataclass(frozen=True, slots=True)
class Reading:
    """What the parser makes of a sample."""

    text: str
    repairs: tuple[str, ...]
    postings: tuple[PostingFacts, ...]


@dataclass(frozen=True, slots=True)
class Sample:
    path: Path
    wanted: dict[str, Any]

    @property
    def name(self) -> str:
        return f"{self.path.parent.name}/{self.path.name}"

    def read(self) -> Reading:
        text, declared = self._text()
        document = read_document(text, declared)
        return Reading(document.text, document.repairs, document.postings)

    def _text(self) -> tuple[str, int]:
        """Return the text, and how much of it is a header that a structure stated."""
        if self.path.suffix in TEXTS:
            return self.path.read_text(encoding="utf-8"), 0
        from postings.readers import read  # and its converters, for the few samples that need one

        (source,) = read(self.path.read_bytes(), self.path.name)
        return source.text, source.declared


def samples_in(name: str) -> tuple[Sample, ...]:
    """Return the samples of a set; facts without a text, or a text without facts, are a fault."""
    folder = FOLDER / name
    texts = {path.stem: path for path in sorted(folder.iterdir()) if path.suffix != ".json"}
    facts = {path.stem: path for path in sorted(folder.glob("*.json"))}
    if alone := texts.keys() ^ facts.keys():
        raise ValueError(f"{folder}: {', '.join(sorted(alone))} is a text without facts, or the reverse")
    return tuple(Sample(path, json.loads(facts[stem].read_text("utf-8"))) for stem, path in texts.items())
