"""What the search index keeps of a posting after it was erased: nothing that could be read.

A life that has ended keeps its number, so that the others keep theirs; its words go, and so do terms that
only it had. Bits in the sets of other terms stay, and say nothing.
"""

from collections.abc import Collection

from pyroaring import BitMap

from postings.bitmaps import NO_WORDS, terms_of
from postings.ingest.sealing import common_words
from postings.models import IndexClock, SearchDoc, SearchTerm


def forget_words(postings: Collection[int]) -> None:
    """Take the words of all lives of these postings out of the index."""
    generation = IndexClock.objects.get().generation
    lives = SearchDoc.objects.filter(generation=generation, posting_id__in=postings)
    terms: set[str] = set()
    for zones in lives.values_list("zones", flat=True):
        terms |= terms_of(tuple(zones), common_words(generation))
    numbers = BitMap(lives.values_list("docno", flat=True))
    shared = SearchTerm.objects.filter(
        term__in=terms, segment__generation=generation, count__lte=len(numbers)
    )
    for found in shared.iterator():
        if BitMap.deserialize(bytes(found.entries)) <= numbers:
            found.delete()
    lives.update(zones=list(NO_WORDS))
