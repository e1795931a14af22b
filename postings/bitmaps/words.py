"""Words of documents turned around: which postings have a word, a zone's word, or a pair of common words.

A phrase is looked for in the zones themselves, since a set of postings does not know which words are
neighbours; two common words would leave too many to look through, so their pairs are terms as well.
"""

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from pyroaring import BitMap

from postings.bitmaps.entry import ZONES, Entry, Zones

MARKS = {"title": "t:", "required": "r:", "preferred": "p:"}  # no stem has a colon


def term(stem: str, zone: str = "") -> str:
    """Return what a word is stored under: in one zone, or anywhere in the document."""
    return MARKS[zone] + stem if zone else stem


def of_length(words: int) -> str:
    """Return the term of documents whose title has so many words."""
    return f"n:{words}"


def pair(first: str, second: str) -> str:
    return f"{first} {second}"


def terms_of(zones: Zones, common: Collection[str]) -> set[str]:
    """Return all terms of a document; pairs of those words that are common."""
    found = {of_length(len(zones[0].split()))}
    for zone, text in zip(ZONES, zones, strict=True):
        stems = set(text.split())
        found |= stems
        if mark := MARKS.get(zone):
            found.update(mark + stem for stem in stems)
        if common:
            found.update(_pairs(text, common))
    return found


def _pairs(text: str, common: Collection[str]) -> Iterator[str]:
    for line in text.split("\n"):
        for first, second in pairwise(line.split()):
            if first in common and second in common:
                yield pair(first, second)


def turned_around(entries: Iterable[Entry], common: Collection[str]) -> dict[str, BitMap]:
    """Return the entries that have each term."""
    having: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
    for entry in entries:
        for found in terms_of(entry.zones, common):
            having[found].append(entry.number)
    return {found: BitMap(numbers) for found, numbers in having.items()}


def has_phrase(text: str, stems: Iterable[str]) -> bool:
    """Whether the stems follow each other within one line of a zone's text."""
    return f" {' '.join(stems)} " in f" {text} "
