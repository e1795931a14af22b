"""What stands below a heading, by the heading's words."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from postings.parsing.lexicon.tables import HERE, read_rows
from postings.vocabulary import Section

COLUMNS = ("section", "words")
NONE = "none"
BEGINNING = 3  # letters; no rule's first word may be cut shorter
NOT_WORDS = re.compile(r"[^\w'+-]+|(?<!\w)[-']+|[-']+(?!\w)")


@dataclass(frozen=True, slots=True)
class Rule:
    section: Section | None
    words: str  # with a space on either side where a word has to begin or end
    whole: bool = False
    first: bool = False

    def matches(self, heading: str) -> bool:
        if self.whole:
            return heading == self.words
        return heading.startswith(self.words) if self.first else self.words in heading


@cache
def load_headings(path: Path = HERE / "headings.tsv") -> tuple[Rule, ...]:
    rules = []
    known: set[str] = set()
    for row in read_rows(path, COLUMNS):
        section, words = row.cells
        if section != NONE and section not in set(Section):
            raise row.fault(f"{section!r} is no section; there are {', '.join(Section)} and {NONE}")
        if not words:
            raise row.fault("a rule needs words")
        if words.endswith("~") and len(words.split()[0].strip("=^~")) < BEGINNING:
            raise row.fault(f"a beginning needs {BEGINNING} letters or more")
        if words in known:
            raise row.fault(f"{words!r} is listed twice")
        known.add(words)
        rules.append(_rule(None if section == NONE else Section(section), words))
    return tuple(rules)


def _rule(section: Section | None, words: str) -> Rule:
    bare = words.lstrip("=^").rstrip("~")
    end = "" if words.endswith("~") else " "
    return Rule(section, f" {heading_key(bare)}{end}", words.startswith("="), words.startswith("^"))


def heading_key(heading: str) -> str:
    """Return the words of a heading as rules know them: "What You’ll Do…" → "what you'll do"."""
    return " ".join(NOT_WORDS.sub(" ", heading.lower().replace("’", "'").replace("_", " ")).split())


@lru_cache(maxsize=4096)
def section_of(heading: str) -> tuple[bool, Section | None]:
    """Return whether a rule knows this heading, and the section that it names. The first of the table decides."""
    words = f" {heading_key(heading)} "
    index = _by_beginning()
    likely = {
        number: rule
        for word in words.split()
        for number, rule in index.get(word[:BEGINNING], ())
        if rule.words in words and rule.matches(words)
    }
    return (True, likely[min(likely)].section) if likely else (False, None)


@cache
def _by_beginning() -> dict[str, list[tuple[int, Rule]]]:
    """Each rule, and its number, under the first letters of its first word."""
    index: dict[str, list[tuple[int, Rule]]] = {}
    for number, rule in enumerate(load_headings()):
        index.setdefault(rule.words.split()[0][:BEGINNING], []).append((number, rule))
    return index
