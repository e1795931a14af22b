"""The questions of a run: the same library and seed give the same ones.

Words are taken from the library by how common they are. A filter is what a posting has that is drawn by
chance, so popular values come often, as they do from readers, and few questions are without an answer.
"""

from collections.abc import Iterable, Iterator
from itertools import cycle
from random import Random

from postings.bench.queries import Query
from postings.bench.sample import Sample
from postings.models import Posting, PostingPlace, PostingSkill
from postings.query import Order

SEED = 5
# Of all postings, which share has such a word. A word of one posting in the sample is of some hundreds in a
# million; beyond nine in ten are words that nobody looks for: "with", "your".
RARE, MID, COMMON, VERY_COMMON = (0.0, 0.0006), (0.005, 0.02), (0.08, 0.2), (0.4, 0.9)
PHRASES = (0.01, 0.1)
ORDERS = (Order.RELEVANCE, Order.NEWEST, Order.PAY_HIGH)
WITHOUT_WORDS = (Order.NEWEST, Order.PAY_HIGH)
SALARIES = (
    *((("pay_min", "100000"), ("pay_max", "150000")), (("pay_min", "150000"),)),
    *((("pay_min", "60000"), ("pay_max", "90000")), (("pay_min", "200000"),), (("pay_max", "80000"),)),
)
EXPERIENCE = (("exp_max", "5"), ("exp_min", "3"))
KEYS = ("level", "family", "mode", "education", "visa", "type", "skill", "place", "company", "years")

Params = tuple[tuple[str, str], ...]


def draw_mix(sample: Sample, *, seed: int = SEED) -> list[Query]:
    return list(_Mix(sample, Random(seed)).queries())  # noqa: S311 - questions, no secrets


class _Mix:
    def __init__(self, sample: Sample, chance: Random) -> None:
        self.sample, self.chance = sample, chance
        self.common, self.mid = self._words(COMMON, 12), self._words(MID, 12)

    def queries(self) -> Iterator[Query]:
        yield from self._worded("rare word", self._words(RARE, 8))
        yield from self._worded("mid word", self.mid[:8])
        yield from self._worded("common word", self.common[:8])
        yield from self._worded("very common word", self._words(VERY_COMMON, 4))
        yield from self._worded("phrase", [f'"{first} {second}"' for first, second in self._pairs(6)])
        yield from self._worded("multi-word AND", [self._several() for _ in range(6)])
        yield Query("empty page")
        yield Query("empty page", order=Order.NEWEST)
        yield Query("empty page", order=Order.PAY_HIGH)
        for count in (1, 2, 3, 4):
            group = f"{count} filter{'s' if count > 1 else ''}"
            for _, order in zip(range(5), cycle(WITHOUT_WORDS), strict=False):
                yield Query(group, "", self._filters(count), order)
        for place, order in zip(range(6), cycle(WITHOUT_WORDS), strict=False):
            text = self.common[place] if place in {3, 4} else ""
            pay = self.chance.choice(SALARIES)
            yield Query("salary range", text, (*self._filters(place % 3), *pay), order)
        for place, order in zip(range(12), cycle(ORDERS), strict=False):
            word = self.common[place % len(self.common)]
            yield Query("common word + filters", word, self._filters(1 + place % 3), order)
        for place, order in zip(range(3), cycle(ORDERS), strict=False):
            word = self.mid[-1 - place % len(self.mid)]
            yield Query("rare word + filters", word, self._filters(1 + place % 2), order)

    def _worded(self, group: str, texts: list[str]) -> Iterator[Query]:
        for text, order in zip(texts, cycle(ORDERS), strict=False):
            yield Query(group, text, order=order)

    def _words(self, shares: tuple[float, float], count: int) -> list[str]:
        """Return words of that share; from a small library that has too few, the next commoner ones too."""
        least, most = shares
        found = self.sample.words_between(least, most)
        while len(found) < count and most < 1:
            most = min(most * 2, 1)
            least /= 2
            found = self.sample.words_between(least, most)
        return self.chance.sample(found, min(count, len(found)))

    def _pairs(self, count: int) -> list[tuple[str, str]]:
        found = self.sample.pairs_between(*PHRASES) or self.sample.pairs_between(0, 1)
        return self.chance.sample(found, min(count, len(found)))

    def _several(self) -> str:
        """Return two or three words that some posting has."""
        text = self.chance.choice(self.sample.texts)
        shares = self.sample.shares
        known = sorted({w for line in text for w in line if MID[0] <= shares.get(w, 0) < COMMON[1]})
        return " ".join(self.chance.sample(known, min(self.chance.choice((2, 3)), len(known))))

    def _filters(self, count: int) -> Params:
        """Return so many filters that one posting meets, two values in some of them."""
        while True:
            found = self._of_posting(self.chance.choice(self.sample.ids))
            if count > 1:
                found.pop("company", None)  # an employer and anything else leave next to nothing
            if len(found) >= count:
                chosen = self.chance.sample(sorted(found), count)
                return tuple(pair for key in KEYS if key in chosen for pair in found[key])

    def _of_posting(self, number: int) -> dict[str, Params]:
        posting = Posting.objects.select_related("company").get(pk=number)
        skills = PostingSkill.objects.filter(posting=posting).order_by("skill__slug")
        places = PostingPlace.objects.filter(posting=posting, place__isnull=False).order_by("position")
        several = {
            "type": posting.employment_types,
            "skill": list(skills.values_list("skill__slug", flat=True)),
            "place": self._places(places.values_list("place__slug", "place__country")),
        }
        single = {
            "level": posting.level,
            "family": posting.family,
            "mode": posting.work_mode,
            "education": posting.education,
            "visa": posting.visa_sponsorship,
            "company": posting.company.slug if posting.company else "",
        }
        found: dict[str, Params] = {key: ((key, value),) for key, value in single.items() if value}
        for key, values in several.items():
            if values:
                drawn = self.chance.sample(values, min(self.chance.choice((1, 2)), len(values)))
                found[key] = tuple((key, value) for value in sorted(drawn))
        if posting.experience_min is not None:
            found["years"] = (self.chance.choice(EXPERIENCE),)
        return found

    def _places(self, sites: Iterable[tuple[str, str]]) -> list[str]:
        """Return the cities of a posting or, as often, their countries, whose slugs are their codes."""
        country = self.chance.random() < 0.5
        return sorted({code.lower() if country else slug for slug, code in sites})
