"""Which published postings are most like one of them: by skills and title, the rarer the more they count."""

from collections.abc import Iterator

import numpy as np
from pyroaring import BitMap

from postings.bitmaps import NONE, code_of, page_of, scored, term
from postings.query import stems_in_all_languages, tokens_of
from postings.search.index import Index, current_index
from postings.search.ranking import MOST_WORDS, rarity
from postings.search.words import AnotherEpoch

MOST_SKILLS = 12  # the rarest of the posting's
SKILLED, TITLED = 2, 4  # times rarity
OF_KIND = {"level": 40, "family": 60}  # what it adds to be of the same


def similar(posting: int, title: str, *, limit: int) -> list[int]:
    """Return up to `limit` postings, the most alike first; none if this one is not published any more."""
    try:
        with current_index() as index:
            number = _number_of(index, posting)
            return [] if number is None else _like(index, number, title, limit)
    except AnotherEpoch:
        return []  # the next page shows them


def _number_of(index: Index, posting: int) -> int | None:
    lives = np.flatnonzero(index.library.column("posting") == posting).tolist()
    return lives[-1] if lives and lives[-1] in index.library.live else None


def _like(index: Index, number: int, title: str, limit: int) -> list[int]:
    library = index.library
    within = library.live & library.having(code_of("kind", "posting"))
    within.discard(number)
    shared = [(weight, within & having) for weight, having in _shared(index, number, title)]
    near = _in_several([having for _, having in shared])
    hits = [*shared, *_of_kind(index, number)]
    page = page_of(library, near, scored(library, near, hits), limit=limit)
    return [int(one) for one in library.column("posting")[page.numbers]]


def _shared(index: Index, number: int, title: str) -> Iterator[tuple[int, BitMap]]:
    """Yield who has each of the posting's skills, and who has each word of its title in theirs."""
    library, live = index.library, len(index.library.live)
    starts = library.starts("skill")
    skills = library.column("skill")[starts[number] : starts[number + 1]].tolist()
    having_any = {skill: library.having(code_of("skill", skill)) for skill in skills}
    for skill in sorted(skills, key=lambda one: len(having_any[one]))[:MOST_SKILLS]:
        yield SKILLED * rarity(live, having_any[skill]), having_any[skill]
    words = [title[token.start : token.end] for token in tokens_of(title, "en")[:MOST_WORDS]]
    terms = [{term(stem, "title") for stem in stems_in_all_languages(word)} for word in words]
    known = index.words.terms(set().union(*terms))  # of all words in one query
    for of_word in terms:
        having = BitMap.union(NONE, *(known[one] for one in of_word))
        yield TITLED * rarity(live, having), having


def _of_kind(index: Index, number: int) -> Iterator[tuple[int, BitMap]]:
    for dimension, weight in OF_KIND.items():
        for code in index.library.codes[dimension]:
            if number in index.library.sets[code]:
                yield weight, index.library.sets[code]


def _in_several(sets: list[BitMap]) -> BitMap:
    """Return who is in at least two of the sets: one skill alone makes nobody alike."""
    once, twice = BitMap(), BitMap()
    for having in sets:
        twice |= once & having
        once |= having
    return twice
