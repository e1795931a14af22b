"""Claims about every draft: its facts stand in its text, and it is made from its seed alone."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postings.facts import PostingFacts, Span
from postings.library import Draft, big_library, demo_library
from postings.parsing.lexicon import load_places, load_skills
from postings.vocabulary import Section, Strength

TODAY = date(2026, 11, 20)
DEMO = tuple(demo_library(today=TODAY))


def stated(facts: PostingFacts) -> Iterator[tuple[Span, str]]:
    single = (
        facts.title, facts.organization, facts.department, facts.level, facts.family, facts.work_mode,
        facts.remote_scope, facts.experience_years, facts.education, facts.visa_sponsorship, facts.bonus,
        facts.equity, facts.apply_url, facts.posted_on, facts.closes_on,
    )  # fmt: skip
    several = chain(facts.locations, facts.employment_types, facts.pay, facts.findings)
    for fact in chain((fact for fact in single if fact), several):
        assert fact.span is not None
        yield fact.span, fact.raw
    for item in facts.items:
        yield item.span, item.text


def assert_anchored(draft: Draft) -> None:
    for span, raw in stated(draft.facts):
        assert draft.text[span.start : span.end] == raw, draft.key
        assert raw, draft.key
    skills = load_skills()
    for use in draft.facts.skills:
        spellings = {spelling.casefold() for spelling in skills[use.slug].spellings}
        for span in use.spans:
            assert draft.text[span.start : span.end].casefold() in spellings, (draft.key, use)


def assert_consistent(draft: Draft) -> None:
    """What an item names is a skill of the posting, and required where a required item names it."""
    strengths = {use.slug: use.strength for use in draft.facts.skills}
    for item in draft.facts.items:
        for slug in item.skills:
            assert slug in strengths
            if item.section is Section.REQUIRED:
                assert strengths[slug] is Strength.REQUIRED
        assert all(word.casefold() in item.text.casefold() for word in item.any_of)
    for pay in (fact.value for fact in draft.facts.pay if fact.value):
        assert pay.min is None or pay.max is None or pay.min < pay.max
        assert pay.open_top == (pay.max is None)


def test_every_fact_of_the_demonstration_stands_in_its_text() -> None:
    for draft in DEMO:
        assert_anchored(draft)
        assert_consistent(draft)


def test_every_fact_of_two_thousand_big_drafts_stands_in_its_text() -> None:
    for draft in big_library(seed=11, count=2000, today=TODAY):
        assert_anchored(draft)
        assert_consistent(draft)


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32), start=st.integers(0, 5_000_000))
def test_facts_stand_in_the_text_whatever_the_seed(seed: int, start: int) -> None:
    for draft in big_library(seed=seed, start=start, count=5, today=TODAY):
        assert_anchored(draft)
        assert_consistent(draft)


def test_the_same_seed_gives_the_same_drafts() -> None:
    assert tuple(demo_library(today=TODAY)) == DEMO
    assert list(big_library(seed=3, count=50, today=TODAY)) == list(
        big_library(seed=3, count=50, today=TODAY)
    )


def test_another_seed_gives_other_drafts() -> None:
    ours, theirs = (next(big_library(seed=seed, count=1, today=TODAY)).text for seed in (3, 4))
    assert ours != theirs


def test_two_ranges_make_one_library() -> None:
    whole = list(big_library(seed=5, count=10, today=TODAY))
    first = list(big_library(seed=5, count=5, today=TODAY))
    rest = list(big_library(seed=5, count=5, start=5, today=TODAY))
    assert whole == first + rest


@pytest.mark.parametrize("draft", DEMO[::7], ids=lambda draft: draft.key)
def test_no_bullet_is_repeated_and_no_gap_is_left(draft: Draft) -> None:
    texts = [item.text for item in draft.facts.items]
    assert len(texts) == len(set(texts))
    assert "{" not in draft.text
    assert "|" not in "".join(texts)
    assert "\n\n\n" not in draft.text


def test_dates_lie_in_the_window_and_recent_ones_are_denser() -> None:
    ages = [(TODAY - draft.posted_at.date()).days for draft in DEMO]
    assert min(ages) >= 0
    assert max(ages) <= 125
    newest, middle = sum(age <= 30 for age in ages), sum(30 < age <= 60 for age in ages)
    assert newest > 1.5 * middle


def test_another_day_moves_the_library_with_it() -> None:
    later = next(demo_library(today=TODAY + timedelta(days=10)))
    assert later.posted_at - DEMO[0].posted_at == timedelta(days=10)


def test_keys_and_file_names_are_unique() -> None:
    assert len({draft.key for draft in DEMO}) == len(DEMO)
    assert len({draft.file_name for draft in DEMO}) == len(DEMO)


def test_places_of_postings_are_places_that_the_lexicon_knows() -> None:
    cities = {(place.city, place.country) for place in load_places().values()}
    for draft in DEMO:
        for fact in draft.facts.locations:
            assert fact.value is not None
            assert not fact.value.city or (fact.value.city, fact.value.country) in cities
