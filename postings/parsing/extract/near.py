"""Where a text is worth a closer look: the stretches around words that every statement of a kind has.

Extractors look for some hundreds of words, and run their large patterns only around those that they find. All words
are found in one pass over a text (Aho-Corasick), which is kept while the extractors ask, one after the other.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from ahocorasick import Automaton

Stretch = tuple[int, int]

SOUGHT: set[str] = set()  # all words that any extractor has looked for
SHORT = 400  # characters; a shorter text is searched word by word


def has_any(text: str, words: Iterable[str]) -> bool:
    return any(map(text.__contains__, words))  # a loop in Python takes three times as long


def hits_of(text: str, words: Collection[str]) -> Iterator[int]:
    """Yield every place at which one of the words stands, as part of another word too, in no order."""
    if len(text) < SHORT:
        yield from _one_by_one(text, words)
        return
    if not SOUGHT.issuperset(words):
        SOUGHT.update(words)
    places = _places(text, len(SOUGHT))
    for word in words:
        if word in places:
            yield from places[word]


def _one_by_one(text: str, words: Iterable[str]) -> Iterator[int]:
    for word in words:
        at = text.find(word)
        while at >= 0:
            yield at
            at = text.find(word, at + len(word))


@lru_cache(maxsize=2)
def _places(text: str, known: int) -> dict[str, list[int]]:
    """Return where each word stands. What is known grows while the first texts are read."""
    places: dict[str, list[int]] = defaultdict(list)
    for last, word in _automaton(known).iter(text):
        places[word].append(last - len(word) + 1)
    return places


@lru_cache(maxsize=1)
def _automaton(known: int) -> Automaton:
    automaton = Automaton()
    for word in SOUGHT:
        automaton.add_word(word, word)
    automaton.make_automaton()
    return automaton


def stretches_near(text: str, words: Collection[str], before: int, after: int) -> list[Stretch]:
    """Return what stands around the words, in order; stretches that touch are one."""
    merged: list[Stretch] = []
    for at in sorted(hits_of(text, words)):
        start, end = max(0, at - before), min(len(text), at + after)
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged
