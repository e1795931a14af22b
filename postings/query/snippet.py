"""Sentences and the words of a query in; the sentence that shows most of them out, cut, its hits marked."""

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from typing import NamedTuple

from postings.query.plan import Word
from postings.query.tokenise import Token, stems_of, tokens_of

WIDTH = 180  # characters: two lines of a card
LEAD = 40  # characters kept before the first hit of a sentence that is cut
ELLIPSIS = "…"


class Part(NamedTuple):
    text: str
    hit: bool


class Sentences:
    """Sentences in one language: each is read when it is first looked through, and only then."""

    __slots__ = ("_stems", "language", "texts")

    def __init__(self, texts: Sequence[str], language: str) -> None:
        self.texts, self.language = texts, language
        self._stems: dict[int, tuple[str, ...]] = {}

    def having(self, place: int, stems: Set[str]) -> Set[str]:
        """Return which of these stems are in the sentence at this place."""
        if place not in self._stems:
            self._stems[place] = tuple(stems_of(self.texts[place], self.language))
        own = self._stems[place]
        return frozenset() if stems.isdisjoint(own) else stems & frozenset(own)


class _Sentence(NamedTuple):
    text: str
    tokens: list[Token]
    hits: list[Token]


def snippet_of(sentences: Sentences, words: Sequence[Word], width: int = WIDTH) -> tuple[Part, ...]:
    """Return the parts of the best sentence, which is the first of equals; without any sentence, none.

    A word counts once however often it stands there. A sentence without hits is still a sentence, and shown
    from its beginning.
    """
    sought = {stem: word.stems[0] for word in words for stem in word.stems}
    stems, most = sought.keys(), len(set(sought.values()))
    best, worth = None, -1
    for place, sentence in enumerate(sentences.texts):
        if (this := len({sought[stem] for stem in sentences.having(place, stems)})) > worth:
            best, worth = sentence, this
        if worth == most:  # none can be better, and to look takes time
            break
    if best is None:
        return ()
    tokens = tokens_of(best, sentences.language)
    shown = _Sentence(best, tokens, [token for token in tokens if token.stem in sought])
    return tuple(_parts(shown, *_window(shown, width)))


def _window(best: _Sentence, width: int) -> tuple[int, int]:
    """Return where to cut: between words, around the place where most distinct hits are."""
    length = len(best.text)
    if length <= width:
        return 0, length
    lead = min(LEAD, width // 4)
    earliest = max(min(_densest(best.hits, width - lead) - lead, length - width), 0)
    start = next((one.start for one in best.tokens if one.start >= earliest), earliest) if earliest else 0
    if length - start <= width:
        return start, length
    whole = (one.end for one in best.tokens if one.start >= start and one.end <= start + width)
    return start, max(whole, default=start + width)


def _densest(hits: Sequence[Token], reach: int) -> int:
    """Return the start of the hit from which most different ones are within reach."""
    densest, most, last = 0, 0, 0
    within = Counter[str]()
    for first in hits:
        while last < len(hits) and hits[last].end <= first.start + reach:
            within[hits[last].stem] += 1
            last += 1
        if len(within) > most:
            densest, most = first.start, len(within)
        within[first.stem] -= 1
        if within[first.stem] <= 0:
            del within[first.stem]
    return densest


def _parts(best: _Sentence, start: int, end: int) -> Iterable[Part]:
    sentence, at = best.text, start
    before = ELLIPSIS if start else ""
    for token in best.hits:
        if token.start >= at and token.end <= end:
            if plain := before + sentence[at : token.start]:
                yield Part(plain, False)
            yield Part(sentence[token.start : token.end], True)
            before, at = "", token.end
    after = ELLIPSIS if end < len(sentence) else ""
    if plain := before + sentence[at:end] + after:
        yield Part(plain, False)
