"""Some thousand postings, evenly chosen: which words the library has, how common, and what stands beside.

Shares are taken from here and not from the index, so that the same library always gives the same questions,
whatever the index is like.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from postings.models import Posting
from postings.query import stems_of, tokens_of

SIZE = 4_000
SHORTEST = 4  # letters of a word that readers search for


@dataclass(frozen=True)
class Sample:
    ids: list[int]
    texts: list[list[list[str]]]  # of each posting, of each of its lines: words as they are written

    @cached_property
    def shares(self) -> dict[str, float]:
        """Return which share of the postings has each word, by its most frequent spelling."""
        having: Counter[str] = Counter()
        spellings: dict[str, Counter[str]] = {}
        for text in self.texts:
            words = {word for line in text for word in line if is_plain(word)}
            for stem, word in {stem_of(word): word for word in sorted(words)}.items():
                having[stem] += 1
                spellings.setdefault(stem, Counter())[word] += 1
        return {
            min(spellings[stem], key=lambda word: (-spellings[stem][word], word)): count / len(self.texts)
            for stem, count in having.items()
        }

    @cached_property
    def neighbours(self) -> dict[tuple[str, str], float]:
        """Return which share of the postings has each pair of words side by side."""
        having: Counter[tuple[str, str]] = Counter()
        for text in self.texts:
            having.update({pair for line in text for pair in pairwise(line) if all(map(is_plain, pair))})
        return {pair: count / len(self.texts) for pair, count in having.items()}

    def words_between(self, least: float, most: float) -> list[str]:
        return sorted(word for word, share in self.shares.items() if least <= share < most)

    def pairs_between(self, least: float, most: float) -> list[tuple[str, str]]:
        return sorted(pair for pair, share in self.neighbours.items() if least <= share < most)


def read_sample(size: int = SIZE) -> Sample:
    """Read every so-many-th English posting; readers of this library mostly write English."""
    postings = Posting.objects.published().vacancies().filter(language="en").order_by("pk")
    every = list(postings.values_list("pk", flat=True))
    ids = every[:: len(every) // size + 1]
    rows = Posting.objects.filter(pk__in=ids).order_by("pk").values_list("title", "run__text")
    return Sample(ids, [list(_lines(title, text)) for title, text in rows.iterator()])


def _lines(title: str, text: str) -> Iterator[list[str]]:
    for line in (title, *text.splitlines()):
        words = [line[token.start : token.end].lower() for token in tokens_of(line, "en")]
        if words:
            yield words


def is_plain(word: str) -> bool:
    return len(word) >= SHORTEST and word.isascii() and word.isalpha()


def stem_of(word: str) -> str:
    return stems_of(word, "en")[0]
