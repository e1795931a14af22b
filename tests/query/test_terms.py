"""The other names of values: each means one thing, and is written where it belongs."""

from collections import Counter

import pytest

from postings.query.terms import SYNONYMS, VOCABULARIES, key, names_in, term_named


def test_no_two_vocabularies_share_a_value() -> None:
    """Terms are strings: two that are equal would share their other names."""
    values = Counter(term.value for terms in VOCABULARIES.values() for term in terms)
    assert [value for value, times in values.items() if times > 1] == []


@pytest.mark.parametrize("dimension", VOCABULARIES)
def test_a_name_means_one_value(dimension: str) -> None:
    names = [
        (key(name), term)
        for term in VOCABULARIES[dimension]
        for name in {key(one): one for one in (term.value, term.label, *SYNONYMS.get(term, ()))}.values()
    ]
    assert dict(names) == dict(names_in(dimension))
    assert [name for name, times in Counter(name for name, _ in names).items() if times > 1] == []


@pytest.mark.parametrize("dimension", VOCABULARIES)
def test_every_value_goes_by_its_own_name_and_by_its_label(dimension: str) -> None:
    terms = list(VOCABULARIES[dimension])
    assert [term_named(dimension, term.value) for term in terms] == terms
    assert [term_named(dimension, term.label.upper()) for term in terms] == terms


def test_no_other_name_repeats_what_is_understood_anyway() -> None:
    assert [
        name
        for term, names in SYNONYMS.items()
        for name in names
        if key(name) in {key(term.value), key(term.label)}
    ] == []
