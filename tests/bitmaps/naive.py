"""The same answers by going through every entry: slow, plain, and right by inspection."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from hypothesis import strategies as st

from postings.bitmaps import NOT_STATED, Band, Edge, Entry, Library, Segment, code_of, dimension_of, value_of

CURRENCIES = ("EUR", "GBP", "USD")
BEYOND = 2**31 - 1


@st.composite
def bands(draw: st.DrawFn) -> Band:
    low, more = draw(st.integers(0, 9)), draw(st.integers(0, 5))
    return Band(draw(st.sampled_from(CURRENCIES)), low * 10_000, (low + more) * 10_000, draw(st.booleans()))


def codes() -> st.SearchStrategy[tuple[int, ...]]:
    """Of one company at most, some skills and places, a level."""
    several = [
        st.sets(st.integers(1, 6).map(lambda n, d=d: code_of(d, n)), max_size=4) for d in ("skill", "place")
    ]
    one = [
        st.sets(st.sampled_from([code_of("company", n) for n in (1, 2, 900_000)]), max_size=1),
        st.sets(st.sampled_from([code_of("level", name) for name in ("senior", "lead")]), max_size=1),
    ]
    return st.tuples(*several, *one).map(lambda sets: tuple(sorted(set().union(*sets))))


@st.composite
def libraries(draw: st.DrawFn) -> list[Entry]:
    """Few times and keys, so that most entries are equal in them and only the id decides."""
    count = draw(st.integers(0, 14))
    return [
        Entry(
            number=number,
            posting=1000 + number,
            public_id=f"{draw(st.integers(0, 99)):02}{number:02}",
            published=draw(st.sampled_from((0, 1, 999_999, 1_000_000, 1_700_000_000_000_000))),
            codes=draw(codes()),
            years=draw(st.sampled_from((NOT_STATED, 0, 5, 30, 100))),
            posted=draw(st.integers(738_000, 738_003)),
            closes=draw(st.sampled_from((0, 738_001, 738_002))),
            bands=tuple(draw(st.lists(bands(), max_size=3))),
        )
        for number in range(count)
    ]


def library_of(entries: Sequence[Entry], cuts: Iterable[int] = (), ended: Iterable[int] = ()) -> Library:
    """Load the entries in portions, as a process does that looks in from time to time."""
    library = Library()
    for segment in segments_of(entries, cuts):
        library.extend(segment)
    library.end(ended)
    return library


def segments_of(entries: Sequence[Entry], cuts: Iterable[int]) -> list[Segment]:
    edges = [0, *sorted(min(cut, len(entries)) for cut in cuts), len(entries)]
    return [Segment.of(entries[first:last], first) for first, last in pairwise(edges)]


def having(entries: Iterable[Entry], code: int) -> set[int]:
    return {entry.number for entry in entries if code in entry.codes}


def counted(entries: Iterable[Entry], dimension: str) -> list[tuple[int, int]]:
    counts = Counter(
        value_of(code) for entry in entries for code in entry.codes if dimension_of(code) == dimension
    )
    return sorted(counts.items(), key=lambda one: (-one[1], one[0]))


def pays(entry: Entry, currency: str, low: int | None, high: int | None) -> bool:
    return any(
        band.currency == currency
        and (low is None or (BEYOND if band.open else band.high) >= low)
        and (high is None or band.low <= high)
        for band in entry.bands
    )


def highest(entry: Entry, currency: str) -> Band | None:
    of_it = [band for band in entry.bands if band.currency == currency]
    return max(of_it, key=lambda band: (band.high, band.low), default=None)


def key_by(order: str, currency: str, entry: Entry) -> int:
    band = highest(entry, currency)
    match order:
        case "years":
            return 0 if entry.years == NOT_STATED else BEYOND - entry.years
        case "highest":
            return band.high if band else 0
        case "lowest":
            return BEYOND - band.low if band else 0
        case _:
            return 0


def in_order(entries: Iterable[Entry], order: str, currency: str) -> list[tuple[int, Edge]]:
    found = [
        (entry.number, Edge(key_by(order, currency, entry), entry.published, entry.public_id))
        for entry in entries
    ]
    return sorted(found, key=lambda one: (-one[1].key, -one[1].published, one[1].public_id))
