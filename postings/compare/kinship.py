"""How near any two of many asks are: 0 for nothing in common, 1 for the same words.

Two things count: the words and skills that two have in common, and for each word of one the word of the
other that means most nearly the same. Rare words weigh more, and words that these postings repeat weigh less.
All pairs at once, since a comparison of six postings has some twenty thousand of them.
"""

from collections.abc import Iterable, Sequence

import numpy as np

from postings.compare.asks import Ask
from postings.compare.words import Array, Words, known_words
from postings.vocabulary import Section

ASKED = {Section.REQUIRED: "asked", Section.PREFERRED: "asked", Section.ELIGIBILITY: "asked"}
ACROSS = {frozenset({"asked", Section.RESPONSIBILITY}): 0.5}  # “you will write Go” is near to “you know Go”
UNLIKE = 0.35  # words whose directions are no nearer than this have nothing to do with each other
MEANT = 0.75  # how much meanings count; the rest is for words that are the same
CONTAINED = 0.35  # of words that are the same: the share of the shorter in the longer, the rest is of both
SHORT = 1.5  # weight below which having all of an ask says little
REPEATED = 0.6  # how much less a word weighs that every ask has


def kinship(asks: Sequence[Ask]) -> Array:
    """Return the matrix of all pairs."""
    if not asks:
        return np.zeros((0, 0))
    words = known_words()
    said = [sorted(ask.stems) for ask in asks]
    used = [sorted(ask.stems | {f"skill {slug}" for slug in ask.skills}) for ask in asks]
    near = MEANT * _in_meaning(said, words) + (1 - MEANT) * _in_words(used, words)
    kin: Array = near * _comparable(asks)
    return kin


def _numbered(lists: Iterable[Iterable[str]]) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for one in lists:
        for token in one:
            numbers.setdefault(token, len(numbers))
    return numbers


def _in_meaning(said: Sequence[Sequence[str]], words: Words) -> Array:
    """Return how much of what each says the other says too, the mean of both ways."""
    numbers = _numbered(said)
    alike = _alike(list(numbers), words)
    weights, best = (np.zeros((len(said), len(numbers))) for _ in range(2))
    rarity = np.array([words.rarity(stem) for stem in numbers])
    for row, stems in enumerate(said):
        places = [numbers[stem] for stem in stems]
        if places:
            weights[row, places] = rarity[places]
            best[row] = alike[places].max(axis=0)
    having = np.count_nonzero(weights, axis=0)
    weights *= 1 - REPEATED * np.log(np.maximum(having, 1)) / np.log(len(said) + 1)
    covered = weights @ best.T / np.maximum(weights.sum(axis=1, keepdims=True), 1e-9)
    mean: Array = (covered + covered.T) / 2
    return mean


def _alike(stems: Sequence[str], words: Words) -> Array:
    """Return how nearly any two stems mean the same."""
    alike = np.eye(len(stems))
    known = [place for place, stem in enumerate(stems) if stem in words.numbers]
    directions = words.directions[[words.numbers[stems[place]] for place in known]]
    nearness = np.maximum(directions @ directions.T - UNLIKE, 0) / (1 - UNLIKE)
    alike[np.ix_(known, known)] = np.minimum(nearness * np.sqrt(nearness), 1)
    np.fill_diagonal(alike, 1)
    return alike


def _in_words(used: Sequence[Sequence[str]], words: Words) -> Array:
    """Return how much two say in the same words and ask for the same skills."""
    numbers = _numbered(used)
    weights = np.zeros((len(used), max(len(numbers), 1)))
    for row, tokens in enumerate(used):
        for token in tokens:
            weights[row, numbers[token]] = 1.0 if " " in token else words.rarity(token)
    shared = weights @ weights.T
    squares = np.maximum(np.diag(shared), 1e-6)
    cosine = shared / np.sqrt(np.outer(squares, squares))
    contained = shared / np.maximum(np.minimum.outer(squares, squares), SHORT)
    same: Array = (1 - CONTAINED) * cosine + CONTAINED * contained
    return same


def _comparable(asks: Sequence[Ask]) -> Array:
    """Return 1 for asks of one kind, less for those of two that may meet, 0 for all others."""
    kinds = [ASKED.get(ask.section, str(ask.section)) for ask in asks]
    known = sorted(set(kinds))
    between = np.array([[_between(one, other) for other in known] for one in known])
    places = np.array([known.index(kind) for kind in kinds], np.intp)
    return between[np.ix_(places, places)]


def _between(one: str, other: str) -> float:
    return 1.0 if one == other else ACROSS.get(frozenset({one, other}), 0.0)
