"""Near-duplicates: postings that ask and offer nearly the same in nearly the same words.

What a posting asks and does is cut into runs of three words. The share of runs that two have in common is
their likeness. To find the few candidates among a million, each posting has some numbers (MinHash, in bands):
postings that are much alike nearly always share one, others nearly never.
"""

import hashlib
import re
from collections.abc import Iterable, Set
from itertools import pairwise

from postings.facts import PostingFacts
from postings.vocabulary import Section

WORD = re.compile(r"[^\W_]+")
RUN = 3  # words
TOLD = frozenset({Section.REQUIRED, Section.PREFERRED, Section.RESPONSIBILITY})  # not the employer's praise
FEWEST_RUNS = 12  # fewer say too little to call two postings alike
BANDS, ROWS = 16, 4  # alike by 0.8: one band shared in 99.98 %; by 0.3: in 12 %
BINS = BANDS * ROWS
# The beginning of every text key: which way of making keys and bands it was. Change it with the way, and
# `manage.py fingerprint` makes all of them anew.
ALGORITHM = b"mh-1"
EMPTY = 2**64
KEY_BYTES = 32


def text_key(text: str) -> bytes:
    """Return what two texts share that differ in spaces, marks and capitals at most."""
    words = " ".join(WORD.findall(text.lower())).encode()
    return ALGORITHM + hashlib.sha256(words).digest()[: KEY_BYTES - len(ALGORITHM)]


def shingles_of(facts: PostingFacts) -> frozenset[str]:
    """Return the runs of words of what is asked and done; none where that is too little."""
    runs = {run for item in facts.items if item.section in TOLD for run in _runs(item.text)}
    return frozenset(runs if len(runs) >= FEWEST_RUNS else ())


def _runs(text: str) -> Iterable[str]:
    words = WORD.findall(text.lower())
    return (" ".join(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1)))


def likeness(one: Set[str], other: Set[str]) -> float:
    """Return the share of all runs that both have: 0 to 1."""
    return len(one & other) / len(one | other) if one or other else 0.0


def bands_of(shingles: Set[str]) -> list[int]:
    """Return the numbers by which candidates are found; none for too little text."""
    if not shingles:
        return []
    least = [EMPTY] * BINS
    for shingle in shingles:
        number = int.from_bytes(hashlib.blake2b(shingle.encode(), digest_size=8).digest(), "big")
        place = number % BINS
        least[place] = min(least[place], number)
    filled = _without_gaps(least)
    edges = pairwise(range(0, BINS + 1, ROWS))
    return [_number(band, filled[first:last]) for band, (first, last) in enumerate(edges)]


def _without_gaps(least: list[int]) -> list[int]:
    """Fill an empty bin from the next one that is not: short texts leave some empty."""
    return [
        next(least[(place + step) % BINS] for step in range(BINS) if least[(place + step) % BINS] != EMPTY)
        for place in range(BINS)
    ]


def _number(band: int, values: list[int]) -> int:
    """Return a signed number of 64 bits, as the database has them."""
    digest = hashlib.blake2b(repr((band, values)).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
