"""How well postings answer the words of a question: where in them the words stand, and how rare they are.

A posting that has all words in its title comes before one that has some of them among its skills, that
before one that asks for them in a sentence, and that before one that only mentions them.
"""

from collections.abc import Iterator
from dataclasses import replace
from math import log2

from pyroaring import BitMap

from postings.bitmaps import of_length, scored
from postings.bitmaps.segment import Array
from postings.query.plan import All, Either, Node, Phrase, Word, Zone
from postings.search.matching import Matching

TIER = 1 << 20  # more than all weights of any question
IN_TITLE, IN_SKILLS, IN_REQUIREMENTS = 8, 4, 2
SHORT, LONGER = 96, 4  # what a title gains by each word that it does not have more, up to so many
MOST_WORDS = 12  # that are weighed; the others must be there, and are


def ranked(matching: Matching, text: Node, within: BitMap) -> Array:
    """Return a key for every entry of the library, the larger the better; 0 outside of `within`."""
    library = matching.index.library
    hits: list[tuple[int, BitMap]] = []
    title, skills, required = within, within, within
    said = list(_said(text))[:MOST_WORDS]
    for one in said:
        parts = _parts(matching, one, within)
        rarity = _rarity(len(library.live), parts[-1])
        for weight, having in zip((IN_TITLE, IN_SKILLS, IN_REQUIREMENTS, 1), parts, strict=True):
            hits.append((weight * rarity, having))
        in_title, skilled, asked, _ = parts
        title = title & in_title
        skills = skills & (in_title | skilled)
        required = required & (in_title | skilled | asked)
    hits += [(TIER, title), (TIER, skills), (TIER, required)]
    if title:
        hits += _short_titles(matching, title, len(said))
    return scored(library, within, hits)


def _short_titles(matching: Matching, title: BitMap, words: int) -> Iterator[tuple[int, BitMap]]:
    """Among those with all words in the title, the title that says nothing else comes first."""
    lengths = [of_length(words + more) for more in range(LONGER)]
    for more, having in enumerate(matching.index.words.terms(lengths).values()):
        yield SHORT * (LONGER - more), title & having


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
        matching.entries(_in_zone(said, zone), within) for zone in (Zone.TITLE, Zone.REQUIRED, Zone.PREFERRED)
    )
    return (
        title,
        within & matching.with_skill(said),
        BitMap.union(*asked),
        matching.entries(said, within),
    )


def _in_zone(said: Word | Phrase, zone: Zone) -> Word | Phrase:
    if isinstance(said, Phrase):
        return Phrase(tuple(replace(word, zone=zone) for word in said.words), zone)
    return replace(said, zone=zone)


def _rarity(live: int, having: BitMap) -> int:
    """Return 16 for what half of the library has, some 300 for what one in a million has."""
    return round(16 * log2(1 + live / max(len(having), 1)))
