"""Claims about years of experience: the largest minimum that is required, and no other count of years."""

from decimal import Decimal
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postings.facts import Years
from postings.parsing.extract.demand import BREAK
from postings.parsing.extract.experience import read_experience
from postings.parsing.extract.years_words import COUNT, LABELLED, NOT_AFTER, NOT_BEFORE, STANDS_IN
from postings.parsing.outline import outline
from postings.parsing.part import Part
from postings.parsing.view import View


def part(text: str, header_end: int = 0) -> Part:
    view = View(text)
    return Part(view, outline(view, header_end), header_end)


def years(text: str) -> Years | None:
    fact = read_experience(part(text))
    return fact.value if fact else None


def required(line: str) -> str:
    return f"Baker\n\nRequirements:\n\n- {line}\n- A calm hand\n"


def at_least(least: str, most: str | None = None) -> Years:
    return Years(Decimal(least), Decimal(most) if most else None)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("5+ years of experience in ovens", at_least("5")),
        ("13-20 Years in bread", at_least("13", "20")),
        ("3 to 5 yrs' experience", at_least("3", "5")),
        ("5-18+ years of experience for various grades", at_least("5", "18")),
        ("At least ten (10) years of experience", at_least("10")),
        ("Minimum of three years baking professionally", at_least("3")),
        ("7 or more years of experience", at_least("7")),
        ("2.5 years of experience", at_least("2.5")),
        ("18 months of experience with rye", at_least("1.5")),
        ("At least a year of experience", at_least("1")),
        ("8 years of pastry (Required)", at_least("8")),
        ("0-2 years of experience", at_least("0", "2")),
        ("Up to 3 years of experience", Years(None, Decimal(3))),
        ("Years of experience: 5-7", at_least("5", "7")),
        ("Du hast mehr als 3 Jahre Berufserfahrung", at_least("3")),
        ("Mindestens fünf Jahre Erfahrung", at_least("5")),
        ("Mindestens 2-jährige Berufserfahrung", at_least("2")),
        ("3 ans d'expérience au minimum", at_least("3")),
        ("Al menos 3 años de experiencia", at_least("3")),
        ("Bachelor's and 5 years of experience, or Master's and 3 years of experience", at_least("5")),
        ("5+ years of experience with dough, Kneadly is a plus", at_least("5")),
        ("Enough of either to do the work. 2-5 years' experience with ovens", at_least("2", "5")),
        ("5+ years of experience with sales, and/or catering is required", at_least("5")),
        ("A bachelor's or master's degree and 3 years of experience", at_least("3")),
        ("제빵 경력 9년 이상", at_least("9")),
        ("3+ years of experience required, 8+ years of experience preferred", at_least("3")),
    ],
)
def test_a_required_count_is_read(line: str, expected: Years) -> None:
    assert years(required(line)) == expected


@pytest.mark.parametrize(
    "line",
    [
        "You are 18 years or older",
        "A 6+ month contract",
        "9 months of service in your position",
        "5 years UK residency",
        "Ten (10) years of stable Canadian residency",
        "Willing to get the licence within 2 years",
        "A 5-year plan for the shop",
        "A four-year technical degree",
        "Vesting after 2 years of service",
        "Travels twice a year",
        "7 or more years of experience (Preferred)",
        "Ideally 5+ years of experience",
        "4-6 years of related experience preferred",
        "Idealerweise 3 Jahre Erfahrung",
        "A bachelor's degree in baking OR an associate degree in baking and at least two years experience",
        "Able to read recipes as would be learnt in four years of high school",
        "Extensive experience",
        "XX years of experience",
        "A degree or 4 years of experience",
        "6 years of experience in lieu of a degree",
        "Instead of a degree, 8+ years of experience may suffice",
        "Any combination of training and work totaling 8 years of experience",
    ],
)
def test_what_is_no_requirement_is_no_number(line: str) -> None:
    assert years(required(line)) is None


@pytest.mark.parametrize(
    ("line", "least"),
    [
        ("8+ years of combined experience in baking and sales", "8"),
        ("A diploma combined with 13 years of relevant experience", "13"),
        ("Option 1 - a certificate and 3 years' experience. Option 2 - 5 years' experience", "3"),
    ],
)
def test_what_one_candidate_combines_is_asked(line: str, least: str) -> None:
    assert years(required(line)) == at_least(least)


def test_a_sentence_that_requires_asks_wherever_it_stands() -> None:
    text = "Baker\n\nBenefits\n\n- Free bread\n- Requires eight (8) years of experience in baking.\n"
    assert years(text) == at_least("8")


def test_how_long_a_post_lasts_is_not_asked() -> None:
    assert years("Baker\n\nWho may apply\n\nNot to exceed 24 months (2 years); experience counts.") is None


@pytest.mark.parametrize(
    "text",
    [
        "With over 25 years of experience, Oven & Sons is the leader in bread.",
        "We have 20 years of experience in bread.",
        "For over 50 years our bakers have worked by hand.",
        "You join a team with more than twenty years of aggregated experience.",
        "The next three years will bring more shops, and there are 3 years of runway.",
        "The founders have 30 years of combined experience.",
        "You will join a team of bakers with 15 years of experience in rye.",
        "You will learn from bakers with more than 10 years of experience.",
        "You report to our head baker, who has 18 years of experience.",
        "Our millers with 12 years of experience will train you.",
        "Our bakers have been working together for over 10 years of experience and fun.",
    ],
)
def test_the_years_of_a_company_are_not_asked(text: str) -> None:
    assert years(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We are looking for a baker with 7+ years of experience.", at_least("7")),
        (
            "Baker\n\nExperience: 8 to 10 years\n\nRequirements:\n- 4+ years of experience in rye",
            at_least("8", "10"),
        ),
        ("Requirements:\n- 2 years of experience\n- 6 years of experience in rye", at_least("6")),
        ("Requirements:\n- 2 years of experience\n\nNice to have:\n- 9 years of experience", at_least("2")),
        ("Benefits:\n- Sabbatical after 7 years\n\nRequirements:\n- 2 years of experience", at_least("2")),
        ("Experience Required2-5 years' experience in a shop", at_least("2", "5")),
    ],
)
def test_the_largest_required_minimum_counts(text: str, expected: Years) -> None:
    assert years(text) == expected


def test_the_answers_of_a_questionnaire_ask_for_nothing() -> None:
    assert (
        years("Requirements:\n\nHow long have you baked?\n\nLess than 1 year\n\n1-3 years\n\nOver 5 years\n")
        is None
    )


@given(
    st.text(alphabet=st.sampled_from("5+- \n*.,()yearsofxpinc18máño"), max_size=300) | st.text(max_size=200)
)
def test_a_span_holds_whatever_the_text(text: str) -> None:
    fact = read_experience(part(f"Requirements:\n- {text}"))
    if fact and fact.span:
        assert f"Requirements:\n- {text}"[fact.span.start : fact.span.end] == fact.raw


@pytest.mark.parametrize(
    "pattern", [COUNT, LABELLED, NOT_BEFORE, NOT_AFTER, STANDS_IN, BREAK], ids=lambda one: one.pattern[:20]
)
@pytest.mark.parametrize(
    "unit", ["5+ ", "5 (five) ", "years of ", "degree or ", "at least ", "- ", "  ", "5 to ", "(", "a. "]
)
def test_no_pattern_is_slow(pattern: object, unit: str) -> None:
    text = unit * (100_000 // len(unit))
    before = process_time()
    for _ in pattern.finditer(text):  # type: ignore[attr-defined]
        pass
    assert process_time() - before < 0.5


@pytest.mark.parametrize("unit", ["5 years ", "5 years of experience, ", "- 5 years\n", "year "])
def test_no_text_is_slow(unit: str) -> None:
    given = part(unit * (100_000 // len(unit)))
    before = process_time()
    read_experience(given)
    assert process_time() - before < 2


def test_the_evidence_has_no_bracket_that_stays_open() -> None:
    fact = read_experience(part(required("Sourdough (4+ years of experience)")))
    assert fact is not None
    assert fact.raw == "4+ years"
