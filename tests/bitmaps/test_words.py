import pytest
from hypothesis import given
from hypothesis import strategies as st

from postings.bitmaps import Entry, has_phrase, terms_of, turned_around

ZONES = ("head of ai", "python sql\nrag", "kafka", "head of ai\npython sql\nthe team")
STEMS = st.lists(st.sampled_from(("head", "of", "ai", "python", "\n")), max_size=6).map(" ".join)


def test_a_word_is_found_anywhere_and_in_its_zone_and_a_title_by_its_length():
    assert terms_of(("head", "sql", "kafka", "team"), ()) == {
        "n:1",
        *("head", "t:head", "sql", "r:sql", "kafka", "p:kafka", "team"),
    }


def test_pairs_are_those_of_common_neighbours_in_one_line():
    pairs = {term for term in terms_of(ZONES, {"head", "of", "ai", "sql", "rag"}) if " " in term}
    assert pairs == {"head of", "of ai"}


@given(st.lists(st.tuples(STEMS, STEMS, STEMS, STEMS), max_size=5))
def test_turned_around_every_document_has_its_terms(documents):
    entries = [Entry(n, n, str(n), 0, zones=zones) for n, zones in enumerate(documents)]
    found = turned_around(entries, {"of", "ai"})
    terms = {term for zones in documents for term in terms_of(zones, {"of", "ai"})}
    assert found.keys() == terms
    for term, numbers in found.items():
        assert set(numbers) == {
            n for n, zones in enumerate(documents) if term in terms_of(zones, {"of", "ai"})
        }


@pytest.mark.parametrize(
    ("stems", "there"),
    [
        (["head"], True),
        (["head", "of", "ai"], True),
        (["of", "head"], False),
        (["sql", "the"], False),
        (["ea"], False),
    ],
)
def test_a_phrase_stands_within_one_line(stems, there):
    assert has_phrase(" head of ai \n python sql \n the team ", stems) is there
