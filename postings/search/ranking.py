"""How well postings answer the words of a question: where in them the words stand, and how rare they are.

First come titles that say all of it. Otherwise a posting is worth what its words are: each by the best place
that it has there, of title, skills, requirements and text, and the more the rarer it is; and the more of the
words stand in the title, and the less else does, the better.
"""

from collections.abc import Iterator, Sequence
from math import log2

from pyroaring import BitMap

from postings.bitmaps import NONE, add_shares, of_length, scored
from postings.bitmaps.segment import Array
from postings.query.plan import All, Either, Node, Phrase, Word, Zone
from postings.search.matching import Matching, in_zone

IN_TITLE, IN_SKILLS, IN_REQUIREMENTS, ANYWHERE = 8, 4, 2, 1
TITLED = 400  # for each word in the title
SHARE = 1_000  # for a title that says nothing else
WHOLE = 1 << 20  # more than all weights of any question
LONGEST = 12  # words of a title; longer ones are taken to have no share
MOST_WORDS = 12  # that are weighed; the others must be there, and are


def ranked(matching: Matching, text: Node, within: BitMap) -> Array:
    """Return a key for every entry of the library, the larger the better; 0 outside of `within`."""
    library = matching.index.library
    hits: list[tuple[int, BitMap]] = []
    titled: list[BitMap] = []
    for one in list(_said(text))[:MOST_WORDS]:
        parts = _parts(matching, one, within)
        rare = rarity(len(library.live), parts[-1])
        known = NONE
        for weight, having in zip((IN_TITLE, IN_SKILLS, IN_REQUIREMENTS, ANYWHERE), parts, strict=True):
            hits.append((weight * rare, having - known))
            known = known | having
        titled.append(parts[0])
    hits += [(TITLED, having) for having in titled]
    if titled:
        hits.append((WHOLE, BitMap.intersection(*titled)))
    keys = scored(library, within, hits)
    add_shares(keys, library, titled, _title_lengths(matching), SHARE)
    return keys


def _title_lengths(matching: Matching) -> Sequence[BitMap]:
    """Return who has a title of one word, of two, and so on."""
    return list(matching.index.words.terms([of_length(words) for words in range(1, LONGEST + 1)]).values())


def _said(node: Node) -> Iterator[Word | Phrase]:
    """Yield the words that a posting is wanted for; what it must not have says nothing about it."""
    match node:
        case Word() | Phrase():
            yield node
        case All(nodes) | Either(nodes):
            for one in nodes:
                yield from _said(one)


def _parts(matching: Matching, said: Word | Phrase, within: BitMap) -> tuple[BitMap, ...]:
    """Return who has it in the title, among the skills, in a requirement, and anywhere."""
    title, *asked = (
        matching.entries(in_zone(said, zone), within) for zone in (Zone.TITLE, Zone.REQUIRED, Zone.PREFERRED)
    )
    return (
        title,
        within & matching.with_skill(said),
        BitMap.union(*asked),
        matching.entries(said, within),
    )


def rarity(live: int, having: BitMap) -> int:
    """Return 16 for what half of the library has, some 300 for what one in a million has."""
    return round(16 * log2(1 + live / max(len(having), 1)))
