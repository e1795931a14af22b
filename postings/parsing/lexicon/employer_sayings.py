"""How a sentence says whose posting it is: what stands before and behind the employer's name."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from postings.parsing.lexicon.tables import HERE, Row, read_rows

COLUMNS = ("weight", "sentence", "before", "after")
BEGINNING = "^"
END = "$"
ANY_END = "~"


@dataclass(frozen=True, slots=True)
class Saying:
    weight: int
    sentence: tuple[str, ...]
    before: str  # without the ^
    alone: bool  # nothing else of the sentence stands before the name
    after: "After"


@dataclass(frozen=True, slots=True)
class After:
    """What may stand behind the name, by its first word, so that most alternatives are never tried."""

    by_word: dict[str, tuple[str, ...]]
    beginnings: tuple[str, ...]  # of words: "specializ"
    marks: tuple[str, ...]  # phrases that begin with no letter: "'s mission"
    ends: bool  # the sentence or the line may end there

    @property
    def anything(self) -> bool:
        return not (self.by_word or self.beginnings or self.marks or self.ends)


@dataclass(frozen=True, slots=True)
class Sayings:
    by_before: dict[str, tuple[Saying, ...]]  # by the last word before the name; "" begins a sentence
    anywhere: tuple[Saying, ...]  # told by what stands behind the name alone


@cache
def load_employer_sayings(path: Path = HERE / "employer_sayings.tsv") -> Sayings:
    by_before: dict[str, list[Saying]] = {}
    anywhere: list[Saying] = []
    for row in read_rows(path, COLUMNS):
        for saying in _sayings(row):
            if saying.before or saying.alone:
                last = saying.before.split()[-1] if saying.before else ""
                by_before.setdefault(last, []).append(saying)
            else:
                anywhere.append(saying)
    return Sayings(
        {last: _heaviest_first(found) for last, found in by_before.items()}, _heaviest_first(anywhere)
    )


def _heaviest_first(sayings: list[Saying]) -> tuple[Saying, ...]:
    return tuple(sorted(sayings, key=lambda saying: -saying.weight))


def _sayings(row: Row) -> list[Saying]:
    weight, sentence, before, after = row.cells
    if not weight.isdecimal() or not int(weight):
        raise row.fault(f"the weight is a number, not {weight!r}")
    if not before and not after:
        raise row.fault("nothing stands before or behind the name")
    return [
        Saying(
            int(weight),
            _parted(sentence),
            phrase.removeprefix(BEGINNING),
            phrase.startswith(BEGINNING),
            _after(_parted(after)),
        )
        for phrase in (_parted(before) or ("",))
    ]


def _after(phrases: tuple[str, ...]) -> After:
    by_word: dict[str, tuple[str, ...]] = {}
    beginnings, marks = [], []
    for phrase in phrases:
        first = phrase.split()[0]
        if phrase != END and not phrase[0].isalnum():
            marks.append(phrase)
        elif first.endswith(ANY_END):
            beginnings.append(first.removesuffix(ANY_END))
        elif phrase != END:
            by_word[first] = (*by_word.get(first, ()), phrase)
    return After(by_word, tuple(beginnings), tuple(marks), END in phrases)


def _parted(cell: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for phrase in cell.split("|") if phrase.strip())
