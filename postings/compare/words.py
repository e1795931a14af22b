"""Words as job descriptions use them: how rare each is, and which mean nearly the same.

Whoever reads “defects” beside “bugs” knows that they are one thing, because both stand among the same words.
words.npz has that of the commonest stems; `learn` makes it from sentences, and `manage.py learn_words` from a
library.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from math import log
from pathlib import Path
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]

TABLE = Path(__file__).with_name("words.npz")
FEWEST = 12  # sentences that a word must be in to be known
MOST = 4_000  # words
REACH = 8  # words to either side that say what one means
DIMENSIONS = 64
RAREST = 2  # as many sentences a word counts for that is not known
RISE = 2  # the higher, the less common words count
STEPS = 127  # of a direction's coordinates as they are kept


@dataclass(frozen=True)
class Words:
    sentences: int  # that were read
    numbers: dict[str, int]
    having: Array  # in how many sentences each is
    directions: Array  # a row of length 1 a word; near rows, near meanings

    def rarity(self, stem: str) -> float:
        """Return 0 for a word that all sentences have, 1 for the rarest."""
        return self._rarities.get(stem, 1.0)

    @cached_property
    def _rarities(self) -> dict[str, float]:
        having = np.maximum(self.having, RAREST)
        shares = np.log(self.sentences / having) / log(self.sentences / RAREST)
        return dict(zip(self.numbers, (shares**RISE).tolist(), strict=True))

    def save(self, path: Path) -> None:
        np.savez_compressed(
            path,
            sentences=np.array(self.sentences),
            stems=np.frombuffer("\n".join(self.numbers).encode(), np.uint8),
            having=self.having.astype(np.int32),
            directions=np.round(self.directions * STEPS).astype(np.int8),
        )


@cache
def known_words() -> Words:
    with np.load(TABLE) as table:
        stems = table["stems"].tobytes().decode().split("\n")
        directions = table["directions"].astype(np.float32) / STEPS
        return Words(
            int(table["sentences"]),
            {stem: number for number, stem in enumerate(stems)},
            table["having"],
            directions / np.linalg.norm(directions, axis=1, keepdims=True),
        )


def learn(sentences: Iterable[Sequence[str]]) -> Words:
    """Learn from the stems of many sentences, in the order in which they stand there."""
    read = list(sentences)
    having = Counter(stem for sentence in read for stem in set(sentence))
    numbers: dict[str, int] = {}
    for stem, count in having.most_common(MOST):
        if count >= FEWEST:
            numbers[stem] = len(numbers)
    together = np.zeros((len(numbers), len(numbers)))
    for sentence in read:
        known = [numbers[stem] for stem in sentence if stem in numbers]
        for at, one in enumerate(known):
            for distance, other in enumerate(known[at + 1 : at + 1 + REACH], 1):
                if one != other:
                    together[one, other] += distance**-0.5
                    together[other, one] += distance**-0.5
    counts = np.array([having[stem] for stem in numbers])
    return Words(len(read), numbers, counts, _directions(together))


def _directions(together: Array) -> Array:
    """Return what words stand together more often than chance has it, in few dimensions."""
    total = together.sum(axis=1)
    by_chance = total**0.75 / np.sum(total**0.75)
    share = together / np.maximum(total[:, None], 1e-9) / by_chance[None, :]
    surprise = np.log(np.maximum(share, 1.0))
    strengths, axes = np.linalg.eigh((surprise + surprise.T) / 2)
    chief = np.argsort(-np.abs(strengths))[:DIMENSIONS]
    directions: Array = axes[:, chief] * np.sqrt(np.abs(strengths[chief]))
    directions /= np.maximum(np.linalg.norm(directions, axis=1, keepdims=True), 1e-9)
    return directions
