"""The words that differ between texts that say nearly the same: those that no other of them has."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from postings.compare.words import known_words
from postings.query.tokenise import Token, tokens_of

TELLING = 0.08  # rarity below which a word is not worth marking: and, of, the


class Part(NamedTuple):
    text: str
    differs: bool


def differing(texts: Sequence[str]) -> list[tuple[Part, ...]]:
    """Return each text in parts, cut where what only it says begins and ends."""
    tokens = [tokens_of(text, "en") for text in texts]
    stems = [{token.stem for token in each} for each in tokens]
    marked = []
    for number, text in enumerate(texts):
        others = set().union(*(stems[other] for other in range(len(texts)) if other != number))
        marked.append(tuple(_parts(text, tokens[number], others)))
    return marked


def _parts(text: str, tokens: Sequence[Token], others: set[str]) -> Iterator[Part]:
    at = 0
    for start, end in _runs(tokens, others):
        if start > at:
            yield Part(text[at:start], differs=False)
        yield Part(text[start:end], differs=True)
        at = end
    if at < len(text):
        yield Part(text[at:], differs=False)


def _runs(tokens: Sequence[Token], others: set[str]) -> Iterator[tuple[int, int]]:
    """Yield where words begin and end that follow each other and that no other text has."""
    rarity, start, end = known_words().rarity, -1, -1
    for token in tokens:
        if token.stem in others:
            if start >= 0:
                yield start, end
            start = -1
        elif start >= 0:
            end = token.end if rarity(token.stem) >= TELLING else end
        elif rarity(token.stem) >= TELLING:
            start, end = token.start, token.end
    if start >= 0:
        yield start, end
