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
# A heading that nothing marks ends in one of these: "Skills and attributes", not "Minimum of ten years".
NOUNS = frozenset(
    [
        "responsibilities",
        "requirements",
        "qualifications",
        "education",
        "experience",
        "skills",
        "duties",
        "description",
        "summary",
        "benefits",
        "competencies",
        "overview",
        "functions",
        "accountabilities",
        "purpose",
        "attributes",
        "abilities",
        "knowledge",
        "required",
        "preferred",
        "profile",
        "tasks",
    ]
)
CONNECTED = frozenset(
    [
        "and",
        "of",
        "the",
        "to",
        "for",
        "you",
        "your",
        "we",
        "in",
        "a",
        "or",
        "&",
        "will",
        "do",
        "our",
        "with",
        "be",
        "this",
    ]
)
HEADING_WORDS = frozenset(
    [
        "job",
        "key",
        "main",
        "core",
        "position",
        "role",
        "minimum",
        "basic",
        "essential",
        "additional",
        "other",
        "general",
    ]
)
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
    by_word, by_beginning = _by_first_word()
    likely = {
        number: rule
        for word in words.split()
        for rules in (by_word.get(word, ()), by_beginning.get(word[:BEGINNING], ()))
        for number, rule in rules
        if rule.words in words and rule.matches(words)
    }
    return (True, likely[min(likely)].section) if likely else (False, None)


Numbered = dict[str, list[tuple[int, Rule]]]


@cache
def _by_first_word() -> tuple[Numbered, Numbered]:
    """Each rule, and its number, under its first word, or under the first letters where that word is cut short."""
    by_word: Numbered = {}
    by_beginning: Numbered = {}
    for number, rule in enumerate(load_headings()):
        first = rule.words.split()[0]
        if rule.words == f" {first}":
            by_beginning.setdefault(first[:BEGINNING], []).append((number, rule))
        else:
            by_word.setdefault(first, []).append((number, rule))
    return by_word, by_beginning


@cache
def _heading_words() -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the words that headings which name a section are made of, and the beginnings of such words."""
    naming = [rule for rule in load_headings() if rule.section]
    words = {word for rule in naming for word in rule.words.split()}
    stems = {rule.words.split()[-1] for rule in naming if not rule.words.endswith(" ")}
    return frozenset((words - stems) | NOUNS | HEADING_WORDS), tuple(sorted(stems))


@lru_cache(maxsize=4096)
def is_heading_word(word: str) -> bool:
    words, stems = _heading_words()
    return word in words or word in CONNECTED or word.startswith(stems)


def is_bare_heading(words: str) -> bool:
    """ "Education and Experience" is made of nothing else than words of headings; "Experience in sales" is not."""
    given = heading_key(words).split()
    return bool(given) and given[-1] in NOUNS and all(map(is_heading_word, given))
