"""Sentences and the words of a query in; the sentence that shows most of them out, cut, its hits marked."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from postings.query.plan import Word
from postings.query.tokenise import Token, stems_of, tokens_of

WIDTH = 180  # characters: two lines of a card
LEAD = 40  # characters kept before the first hit of a sentence that is cut
ELLIPSIS = "…"


class Part(NamedTuple):
    text: str
    hit: bool


class _Sentence(NamedTuple):
    text: str
    tokens: list[Token]
    hits: list[Token]


def snippet_of(
    sentences: Iterable[str],
    words: Sequence[Word],
    language: str,
    weights: Mapping[str, float] | None = None,
    width: int = WIDTH,
) -> tuple[Part, ...]:
    """Return the parts of the best sentence, which is the first of equals; without any sentence, none.

    A word counts once however often it stands there, and by its weight, which is that of its first stem:
    rarer words should weigh more. A sentence without hits is still a sentence, and shown from its beginning.
    """
    sought = {stem: word.stems[0] for word in words for stem in word.stems}
    weights = weights or {}
    most = sum(weights.get(word, 1.0) for word in set(sought.values()))
    best, worth = None, -1.0
    for sentence in sentences:
        if (this := _worth(sentence, sought, language, weights)) > worth:
            best, worth = sentence, this
        if worth == most:  # none can be better, and to look takes time
            break
    if best is None:
        return ()
    tokens = tokens_of(best, language)
    shown = _Sentence(best, tokens, [token for token in tokens if token.stem in sought])
    return tuple(_parts(shown, *_window(shown, width)))


def _worth(sentence: str, sought: Mapping[str, str], language: str, weights: Mapping[str, float]) -> float:
    having = sought.keys() & stems_of(sentence, language)
    return sum(weights.get(word, 1.0) for word in {sought[stem] for stem in having})


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
