"""Reads the files of words: settings on top, then sections of lines. See banks/software.txt for the form."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent / "banks"


class BankFaultError(ValueError):
    """A bank says something that cannot be: `software.txt:12: …`."""


@dataclass(frozen=True, slots=True)
class Line:
    file: str
    number: int
    text: str

    def fault(self, reason: str) -> BankFaultError:
        return BankFaultError(f"{self.file}:{self.number}: {reason}")


@dataclass(frozen=True, slots=True)
class Bank:
    name: str
    settings: dict[str, str]
    sections: dict[str, tuple[Line, ...]] = field(default_factory=dict)

    def section(self, name: str) -> tuple[Line, ...]:
        return self.sections.get(name, ())

    def words(self, section: str) -> dict[str, tuple[str, ...]]:
        """Lines such as `company: Company | Employer`, as lists of variants."""
        found: dict[str, tuple[str, ...]] = {}
        for line in self.section(section):
            key, colon, variants = line.text.partition(": ")
            if not colon:
                raise line.fault("expected a key, a colon and variants")
            found[key] = tuple(variant.strip() for variant in variants.split(" | "))
        return found


@cache
def load_bank(name: str) -> Bank:
    path = HERE / f"{name}.txt"
    settings: dict[str, str] = {}
    sections: defaultdict[str, list[Line]] = defaultdict(list)
    section = ""
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = Line(path.name, number, text.strip())
        if not line.text or line.text.startswith("#"):
            continue
        if line.text.startswith("["):
            section = line.text.strip("[]")
        elif section:
            sections[section].append(line)
        else:
            key, colon, value = line.text.partition(": ")
            if not colon:
                raise line.fault("a setting is written `name: value`")
            settings[key] = value
    return Bank(name, settings, {key: tuple(lines) for key, lines in sections.items()})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A line such as `leadership @manager ^senior: Hires {n} people a year`."""

    line: Line
    theme: str
    tracks: frozenset[str]
    standing: str  # "", "junior", "senior", "lead", "manager"
    text: str

    def fits(self, tracks: frozenset[str], rank: int) -> bool:
        return (not self.tracks or bool(self.tracks & tracks)) and rank in STANDINGS[self.standing]


STANDINGS = {
    "": range(10),
    "junior": range(2),
    "early": range(3),
    "mid": range(2, 10),
    "senior": range(3, 10),
    "lead": range(4, 10),
    "manager": range(5, 10),
    "ic": range(5),
}


def read_sentences(lines: tuple[Line, ...]) -> tuple[Sentence, ...]:
    return tuple(_sentence(line) for line in lines)


def _sentence(line: Line) -> Sentence:
    head, colon, text = line.text.partition(": ")
    if not colon:
        raise line.fault("a sentence is written `theme: words`")
    words = head.split()
    tracks = frozenset(word[1:] for word in words if word.startswith("@"))
    standing = next((word[1:] for word in words if word.startswith("^")), "")
    if standing not in STANDINGS:
        raise line.fault(f"^{standing} is none of {', '.join(STANDINGS)}")
    theme = " ".join(word for word in words if word[0] not in "@^")
    return Sentence(line, theme, tracks, standing, text)
