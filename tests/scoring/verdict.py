"""What comparing came to: tallies a field, and every miss in words."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

Json = Any
Fits = Callable[[Json, Json], bool]  # is this wanted value that read one?


@dataclass(frozen=True, slots=True)
class Miss:
    sample: str
    part: int
    field: str
    wanted: Json
    read: Json

    def __str__(self) -> str:
        return f"{self.sample}#{self.part} {self.field}: wanted {self.wanted!r}, read {self.read!r}"


@dataclass(slots=True)
class Tally:
    """`right` of `all` for what has one value; right, extra and missing for what may have many."""

    right: int = 0
    all: int = 0
    extra: int = 0
    missing: int = 0

    @property
    def precision(self) -> float:
        return _share(self.right, self.right + self.extra)

    @property
    def recall(self) -> float:
        return _share(self.right, self.right + self.missing)

    @property
    def score(self) -> float:
        """The share that is right, or F1."""
        if self.all:
            return self.right / self.all
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(slots=True)
class Verdict:
    """Over any number of samples."""

    fields: dict[str, Tally] = field(default_factory=dict)
    stated: Tally = field(default_factory=Tally)  # of the values that were read, those that are right
    misses: list[Miss] = field(default_factory=list)
    broken_spans: list[str] = field(default_factory=list)

    @property
    def mean(self) -> float:
        return sum(tally.score for tally in self.fields.values()) / max(1, len(self.fields))

    def one(self, sample: str, part: int, name: str, wanted: list[Json], read: Json) -> None:
        """Judge a single value; any of `wanted` is right."""
        tally = self.fields.setdefault(name, Tally())
        right = read in wanted
        tally.right += right
        tally.all += 1
        if read is not None and name not in {"kind", "postings"}:
            self.stated.right += right
            self.stated.all += 1
        if not right:
            self.misses.append(Miss(sample, part, name, wanted[0], read))

    def many(
        self, sample: str, part: int, name: str, wanted: list[Json], read: list[Json], fits: Fits
    ) -> None:
        tally = self.fields.setdefault(name, Tally())
        left, missing = list(read), []
        for one in wanted:
            found = next((index for index, value in enumerate(left) if fits(one, value)), None)
            if found is None:
                missing.append(one)
            else:
                del left[found]
        right = len(read) - len(left)
        tally.right += right
        tally.extra += len(left)
        tally.missing += len(missing)
        self.stated.right += right
        self.stated.all += len(read)
        self.misses += [Miss(sample, part, name, one, None) for one in missing]
        self.misses += [Miss(sample, part, name, None, one) for one in left]


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
