"""Claims about what the demonstration library contains, so that every page has its hard case to show."""

from collections import Counter
from datetime import date
from decimal import Decimal
from difflib import SequenceMatcher

from postings.library import demo_library
from postings.vocabulary import (
    Basis,
    Education,
    Family,
    Kind,
    Level,
    Period,
    Severity,
    Sponsorship,
    State,
    WorkMode,
)  # fmt: skip

TODAY = date(2026, 11, 20)
DEMO = tuple(demo_library(today=TODAY))
POSTINGS = [draft for draft in DEMO if draft.facts.kind is Kind.POSTING]
FACTS = [draft.facts for draft in POSTINGS]


def count(condition: object) -> int:
    return sum(1 for facts in FACTS if condition(facts))  # type: ignore[operator]


def test_there_are_four_hundred_postings_and_six_guides() -> None:
    assert len(POSTINGS) == 400
    assert len(DEMO) == 406


def test_guides_hire_nobody_and_estimate_pay() -> None:
    for guide in DEMO[400:]:
        facts = guide.facts
        assert facts.kind is Kind.GUIDE
        assert (facts.organization, facts.locations) == (None, ())
        assert {fact.value.basis for fact in facts.pay if fact.value} == {Basis.MARKET_ESTIMATE}


def test_about_two_in_five_postings_keep_silent_about_pay() -> None:
    assert 0.34 <= count(lambda facts: not facts.pay) / 400 <= 0.48


def test_pay_comes_in_all_its_forms() -> None:
    bands = [fact.value for facts in FACTS for fact in facts.pay if fact.value]
    assert {Period.HOUR, Period.YEAR, Period.MONTH} <= {band.period for band in bands}
    assert {"USD", "GBP", "EUR", "CAD", "INR"} <= {band.currency for band in bands}
    assert any(band.basis is Basis.OTE for band in bands)
    assert any(band.open_top for band in bands)
    assert any(band.min is None for band in bands)
    assert count(lambda facts: len(facts.pay) > 1 and len({fact.value.scope for fact in facts.pay}) > 1) >= 8


def test_yearly_pay_in_dollars_is_believable() -> None:
    for facts in FACTS:
        for band in (fact.value for fact in facts.pay if fact.value):
            if (band.currency, band.period, band.basis) == ("USD", Period.YEAR, Basis.BASE):
                assert Decimal(18_000) <= (band.min or band.max or Decimal(0)) <= Decimal(480_000), (
                    facts.title
                )


def test_conflicting_pay_is_marked_and_found() -> None:
    conflicts = [facts for facts in FACTS if any(fact.state is State.CONFLICTING for fact in facts.pay)]
    assert len(conflicts) >= 4
    for facts in conflicts:
        assert [finding.rule for finding in facts.findings] == ["pay_conflict"]
        assert facts.findings[0].severity is Severity.WARNING


def test_unfilled_gaps_are_errors_and_no_values() -> None:
    gaps = [facts for facts in FACTS if any(finding.rule == "placeholder" for finding in facts.findings)]
    assert len(gaps) >= 6
    for facts in gaps:
        assert facts.findings[0].severity is Severity.ERROR
    assert count(lambda facts: any(fact.state is State.PLACEHOLDER for fact in facts.pay)) >= 2
    years = [facts.experience_years for facts in FACTS if facts.experience_years]
    assert sum(fact.state is State.PLACEHOLDER and fact.value is None for fact in years) >= 2
    employers = [facts.organization for facts in FACTS if facts.organization]
    assert sum(fact.state is State.PLACEHOLDER and fact.value is None for fact in employers) == 2


def test_three_languages_beside_english() -> None:
    languages = Counter(facts.language.value for facts in FACTS if facts.language)
    assert languages == {"en": 375, "de": 12, "fr": 7, "es": 6}


def test_reposts_and_twins_are_nearly_the_same_text() -> None:
    by_title: dict[str | None, list[str]] = {}
    for draft in POSTINGS:
        title = draft.facts.title
        by_title.setdefault(title.value if title else None, []).append(draft.text)
    alike = sum(
        SequenceMatcher(None, first, second, autojunk=False).quick_ratio() > 0.9
        and SequenceMatcher(None, first.splitlines(), second.splitlines()).ratio() > 0.6
        for texts in by_title.values()
        for place, first in enumerate(texts)
        for second in texts[place + 1 :]
    )
    assert alike >= 14


def test_one_company_writes_its_name_in_two_ways() -> None:
    names = Counter(facts.organization.value for facts in FACTS if facts.organization)
    assert names["Norwell Payments"] > 3
    assert names["Norwell Payments Ltd"] >= 2


def test_rare_forms_are_there() -> None:
    assert max(len(facts.title.value or "") for facts in FACTS if facts.title) > 150
    assert any(len(facts.items) == 3 and not facts.pay for facts in FACTS)
    assert count(lambda facts: len(facts.locations) >= 3) >= 5
    assert count(lambda facts: facts.experience_years and facts.experience_years.value
                 and facts.experience_years.value.max) >= 20  # fmt: skip
    assert count(lambda facts: facts.education is None) >= 40
    assert count(lambda facts: facts.education and facts.education.value is Education.NONE) >= 5
    assert count(lambda facts: facts.closes_on and facts.closes_on.value < TODAY) >= 6
    visas = Counter(facts.visa_sponsorship.value for facts in FACTS if facts.visa_sponsorship)
    assert visas[Sponsorship.NO] > visas[Sponsorship.YES] >= 10
    scopes = {facts.remote_scope.value for facts in FACTS if facts.remote_scope}
    assert {("US",), ("US", "CA"), ("DE", "AT", "CH"), ("worldwide",)} <= scopes


def test_only_remote_work_has_a_scope() -> None:
    for facts in FACTS:
        if facts.remote_scope:
            assert facts.work_mode is not None
            assert facts.work_mode.value is WorkMode.REMOTE


def test_facets_look_like_life() -> None:
    families = Counter(facts.family.value for facts in FACTS if facts.family)
    assert set(families) == set(Family)
    assert families.most_common(1)[0][1] < 110
    employers = Counter(facts.organization.value for facts in FACTS if facts.organization)
    assert len(employers) > 100
    assert 8 <= employers.most_common(1)[0][1] <= 30
    levels = {facts.level.value for facts in FACTS if facts.level}
    assert levels == set(Level)
    skills = Counter(use.slug for facts in FACTS for use in facts.skills)
    assert len(skills) > 350
    ranked = [uses for _, uses in skills.most_common()]
    assert ranked[0] > 4 * ranked[99]


def test_lengths_are_those_of_real_documents() -> None:
    words = sorted(len(draft.text.split()) for draft in POSTINGS)
    assert 200 <= words[200] <= 320
    assert words[-1] < 420
