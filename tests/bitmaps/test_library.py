"""Everything that the index computes, held against going through every entry."""

from collections import Counter as Tally

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from postings.bitmaps import (
    Band,
    Counter,
    Edge,
    Entry,
    Library,
    Offers,
    Orders,
    Segment,
    code_of,
    counting,
    joined,
    money,
    page_of,
    paying,
    scored,
)
from postings.bitmaps.entry import currency_code, currency_number
from postings.vocabulary import Education, EmploymentType, Family, Kind, Level, Sponsorship, WorkMode
from tests.bitmaps import naive

CURRENCY = st.sampled_from(naive.CURRENCIES)
AMOUNT = st.none() | st.integers(0, 15).map(lambda thousands: thousands * 10_000)
CUTS = st.lists(st.integers(0, 14), max_size=3)
NUMBERS = st.sets(st.integers(0, 13))
ORDERS = ("newest", "years", "highest", "lowest")


def keys_of(library: Library, order: str, currency: str):
    orders = Orders(library)
    match order:
        case "newest":
            return orders.newest()
        case "years":
            return orders.by_years()
        case _:
            return orders.by_pay(currency, highest=order == "highest")


@given(naive.libraries(), CUTS, NUMBERS)
def test_a_library_loaded_in_portions_has_every_entry_under_its_codes(entries, cuts, ended):
    ended &= set(range(len(entries)))
    library = naive.library_of(entries, cuts, ended)
    assert set(library.live) == set(range(len(entries))) - ended
    for code in {code for entry in entries for code in entry.codes}:
        assert set(library.having(code)) == naive.having(entries, code)


@given(naive.libraries(), CUTS)
def test_a_segment_is_the_same_after_it_was_stored_and_joined(entries, cuts):
    parts = [Segment.from_bytes(part.to_bytes()) for part in naive.segments_of(entries, cuts)]
    found, expected = joined(parts), Segment.of(entries, 0)
    assert (found.first, found.size, found.sets) == (expected.first, expected.size, expected.sets)
    for name, column in expected.columns.items():
        assert (found.columns[name].dtype, found.columns[name].tolist()) == (column.dtype, column.tolist())


@given(naive.libraries(), CURRENCY, AMOUNT, AMOUNT)
def test_who_pays_within_a_range(entries, currency, low, high):
    found = paying(naive.library_of(entries), currency, low, high)
    assert set(found) == {entry.number for entry in entries if naive.pays(entry, currency, low, high)}


@given(naive.libraries(), st.none() | st.integers(0, 100), st.none() | st.integers(0, 100))
def test_who_asks_for_so_many_years(entries, low, high):
    found = naive.library_of(entries).asking_years(low, high)
    assert set(found) == {
        entry.number
        for entry in entries
        if entry.years >= 0 and (low is None or entry.years >= low) and (high is None or entry.years <= high)
    }


@given(naive.libraries(), st.integers(737_999, 738_004))
def test_who_was_posted_since_a_day_and_who_is_open_on_it(entries, day):
    library = naive.library_of(entries)
    assert set(library.posted_since(day)) == {one.number for one in entries if one.posted >= day}
    assert set(library.open_on(day)) == {one.number for one in entries if not one.closes or one.closes >= day}


@pytest.mark.parametrize("dimension", ["company", "skill", "place"])
@pytest.mark.parametrize("looked_up", [0, 10_000], ids=["sets", "values"])
@given(entries=naive.libraries(), cuts=CUTS, within=NUMBERS, most=st.integers(1, 7))
def test_the_most_frequent_values_are_counted_exactly(dimension, looked_up, entries, cuts, within, most):
    within &= set(range(len(entries)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(counting.LOOKED_UP, dimension, looked_up)  # of companies without effect
        counter = Counter(naive.library_of(entries, cuts))
        found = counter.most_frequent(BitMap(within), dimension, most)
    assert found == naive.counted([entries[number] for number in within], dimension)[:most]


@given(naive.libraries(), CUTS)
def test_counts_stay_exact_while_the_library_grows(entries, cuts):
    library = Library()
    counter = Counter(library)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(counting.LOOKED_UP, "skill", 0)
        patch.setattr(counting, "STALE", 1000)
        for segment in naive.segments_of(entries, cuts):
            library.extend(segment)
            found = counter.most_frequent(library.live, "skill", 2)
            assert found == naive.counted(entries[: library.size], "skill")[:2]


@pytest.mark.parametrize("dimension", ["company", "skill"])
@given(entries=naive.libraries(), within=NUMBERS)
def test_chosen_values_are_counted_frequent_or_not(dimension, entries, within):
    within &= set(range(len(entries)))
    counts = dict(naive.counted([entries[number] for number in within], dimension))
    found = Counter(naive.library_of(entries)).chosen(BitMap(within), dimension, [1, 2, 7])
    assert found == {value: counts.get(value, 0) for value in (1, 2, 7)}


@given(naive.libraries(), NUMBERS)
def test_each_value_of_a_small_dimension_is_counted(entries, within):
    within &= set(range(len(entries)))
    found = Counter(naive.library_of(entries)).of_each(BitMap(within), "level")
    assert [one for one in found.items() if one[1]] == sorted(
        naive.counted([entries[number] for number in within], "level"),
        key=lambda one: list(found).index(one[0]),
    )


@pytest.mark.parametrize("few", [0, 10_000], ids=["all bands", "theirs"])
@given(entries=naive.libraries(), within=NUMBERS)
def test_pay_is_spread_over_currencies_and_bins_as_every_band_says(few, entries, within):
    chosen = [entry for entry in entries if entry.number in within]
    library, these = naive.library_of(entries), BitMap(entry.number for entry in chosen)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(money, "FEW", few)
        counts = Tally(currency for entry in chosen for currency in {band.currency for band in entry.bands})
        offers = Offers(library, these)
        assert dict(offers.currencies()) == counts
        for currency, total in counts.items():
            chart = offers.histogram(currency)
            bands = [band for entry in chosen if (band := naive.highest(entry, currency))]
            bins = Tally(min((band.low + band.high) // 2 // chart.width, money.BINS - 1) for band in bands)
            assert chart.total == total
            assert {place: count for place, count in enumerate(chart.counts) if count} == bins


def test_bins_are_as_wide_as_a_round_number():
    entries = [Entry(n, n, str(n), 0, bands=(Band("USD", n * 1000, n * 1000),)) for n in range(300)]
    chart = Offers(naive.library_of(entries), BitMap(range(300))).histogram("USD")
    assert (chart.width, chart.counts[0], chart.counts[14], chart.total) == (20_000, 20, 20, 300)


def test_nobody_who_pays_in_a_currency_has_no_histogram():
    assert Offers(naive.library_of([Entry(0, 1, "a", 0)]), BitMap([0])).histogram("USD").counts == ()


@pytest.mark.parametrize("order", ORDERS)
@given(entries=naive.libraries(), cuts=CUTS, within=NUMBERS, currency=CURRENCY, limit=st.integers(1, 4))
def test_pages_walk_through_everything_once_in_order_and_back(order, entries, cuts, within, currency, limit):
    expected = naive.in_order([entries[n] for n in within if n < len(entries)], order, currency)
    library = naive.library_of(entries, cuts)
    keys, these = keys_of(library, order, currency), BitMap(number for number, _ in expected)
    seen: list[tuple[int, Edge]] = []
    page = page_of(library, these, keys, limit=limit)
    assert not page.before
    while True:
        seen += zip(page.numbers, page.edges, strict=True)
        if not page.after:
            break
        page = page_of(library, these, keys, limit=limit, after=page.edges[-1])
        assert page.before
    assert seen == expected
    back = seen[-len(page.numbers) :] if page.numbers else []
    while page.before:
        page = page_of(library, these, keys, limit=limit, before=page.edges[0])
        assert page.after
        back = [*zip(page.numbers, page.edges, strict=True), *back]
    assert back == expected


@given(naive.libraries(), CUTS, CURRENCY)
def test_orders_are_lengthened_as_they_would_be_made(entries, cuts, currency):
    library = Library()
    orders = Orders(library)
    for segment in naive.segments_of(entries, cuts):
        library.extend(segment)
        for order, keys in (
            ("years", orders.by_years()),
            ("highest", orders.by_pay(currency, highest=True)),
            ("lowest", orders.by_pay(currency, highest=False)),
        ):
            assert keys.tolist() == [
                naive.key_by(order, currency, entry) for entry in entries[: library.size]
            ]


def test_scores_add_up_within_the_set_alone():
    library = naive.library_of([Entry(n, n, str(n), 0) for n in range(4)])
    assert scored(library, BitMap([0, 1, 2]), [(5, BitMap([1, 2, 3])), (2, BitMap([2]))]).tolist() == [
        0,
        5,
        7,
        0,
    ]


def test_an_entry_out_of_turn_is_refused():
    with pytest.raises(ValueError, match="entry 7 stands where 0 should"):
        Segment.of([Entry(7, 1, "a", 0)], 0)
    with pytest.raises(ValueError, match="a segment from 3 on cannot follow 0 entries"):
        Library().extend(Segment.of([Entry(3, 1, "a", 0)], 3))


def test_a_currency_comes_back_from_its_number():
    assert [currency_code(currency_number(code)) for code in ("AAA", "USD", "ZZZ")] == ["AAA", "USD", "ZZZ"]


@pytest.mark.parametrize("terms", [Education, EmploymentType, Family, Kind, Level, Sponsorship, WorkMode])
def test_no_two_words_of_a_vocabulary_share_a_code(terms):
    assert len({code_of("level", term.value) for term in terms}) == len(terms)


def test_a_row_beyond_all_codes_is_refused():
    with pytest.raises(ValueError, match="16777216 is beyond the 16,777,216 values"):
        code_of("company", 1 << 24)
