"""Postings that lack one word, for where those with every word are few or say little of them in their titles.

Somebody who looks for a warehouse associate is better served by a warehouse operative than by a posting that
mentions warehouses in one sentence and associates in another. What lacks a word is always shown apart.
"""

from collections.abc import Sequence
from typing import NamedTuple

from pyroaring import BitMap

from postings.bitmaps import NONE
from postings.query.plan import All, Node, Phrase, Word, Zone
from postings.search.matching import Matching, in_zone

FEW = 5


class Near(NamedTuple):
    entries: BitMap
    after: int  # how many of the found ones are as good or better


NOBODY = Near(NONE, 0)


def near(matching: Matching, text: Node | None, within: BitMap, found: BitMap, *, by_relevance: bool) -> Near:
    """Return who is worth showing beside the found ones, of those that lack one word."""
    if not isinstance(text, All):
        return NOBODY
    said = [node for node in text.nodes if isinstance(node, Word | Phrase)]
    if len(said) < 2 or (len(found) >= FEW and not by_relevance):
        return NOBODY
    titled = _by_words_in_title(matching, said, within)
    if len(titled[(len(said) - 1) // 2] & found) >= FEW:  # half of the words are enough to say what it is
        return NOBODY
    lacking = [All(tuple(node for node in text.nodes if node is not one)) for one in said]
    others = BitMap.union(NONE, *(matching.entries(rest, within) for rest in lacking)) - found
    if len(found) < FEW:
        return Near(others, len(found))
    for having in reversed(titled):
        best = found & having
        if best or having & others:
            return Near(others & having, len(best)) if len(best) < FEW else NOBODY
    return NOBODY


def _by_words_in_title(matching: Matching, said: Sequence[Word | Phrase], within: BitMap) -> list[BitMap]:
    """Return who has at least one of the words in the title, who at least two, and so on."""
    having = [within, *(NONE for _ in said)]
    for one in said:
        title = matching.entries(in_zone(one, Zone.TITLE), within)
        for number in range(len(said), 0, -1):
            having[number] = having[number] | (having[number - 1] & title)
    return having[1:]
