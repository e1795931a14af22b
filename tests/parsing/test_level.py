"""Claims about levels: what a title says, what only sounds so, and what a text says of its own role."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postings.facts import Fact, Span
from postings.parsing.extract.level import CHOICE, read_level
from postings.parsing.extract.level_said import HIRING, LABELLED, STATED, THIS_ROLE
from postings.parsing.extract.title_words import GENDER, PARTING
from postings.parsing.part import Part
from postings.parsing.view import View


def level_of(title: str, body: str = "") -> tuple[str, str] | None:
    text = f"{title}\n{body}"
    fact = Fact(title, span=Span(0, len(title)), raw=title) if title else None
    level = read_level(Part(View(text), ()), fact)
    if level is None or level.value is None or level.span is None:
        return None
    assert text[level.span.start : level.span.end] == level.raw
    return level.value.value, level.raw


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Marketing Intern", ("intern", "Intern")),
        ("HR Manager Intern", ("intern", "Intern")),
        ("Werkstudent Vertrieb (m/w/d)", ("intern", "Werkstudent")),
        ("Stage - Développeur web H/F", ("intern", "Stage")),
        ("Stage Technician", None),
        ("Junior Buyer", ("entry", "Junior")),
        ("Entry-Level Analyst", ("entry", "Entry-Level")),
        ("Data Entry Clerk", None),
        ("Associate Software Engineer", ("entry", "Associate")),
        ("Associate Director, Quality", ("director", "Director")),
        ("Sales Associate", None),
        ("Associate, Tax", None),
        ("Middle Python Developer", ("mid", "Middle")),
        ("Middle School Teacher", None),
        ("Mid-Market Account Executive", None),
        ("Software Engineer II", ("mid", "II")),
        ("Tier 2 Support", None),
        ("Sr. Cook", ("senior", "Sr")),
        ("Senior Living Advisor", None),
        ("Senior/Lead Engineer", ("senior", "Senior")),
        ("Senior Lead Architect", ("lead", "Lead")),
        ("Mid-Senior Designer", ("mid", "Mid")),
        ("Tech Lead", ("lead", "Tech Lead")),
        ("Lead Generation Specialist", None),
        ("Staff Software Engineer", ("principal", "Staff")),
        ("Staff Accountant", None),
        ("Senior Staff Nurse", ("senior", "Senior")),
        ("Principal Scientist", ("principal", "Principal")),
        ("Principal Investigator", None),
        ("Engineering Manager", ("manager", "Engineering Manager")),
        ("Manager, Billing", ("manager", "Manager")),
        ("Senior Manager, Customer Success", ("manager", "Manager")),
        ("Product Manager", None),
        ("Project Manager", None),
        ("Account Manager", None),
        ("Senior Product Manager", ("senior", "Senior Product Manager")),
        ("Gerente de Proyectos", None),
        ("Jefe de Ventas", ("manager", "Jefe de Ventas")),
        ("Head of People", ("head", "Head of")),
        ("Head Chef", None),
        ("Leiterin Einkauf", ("head", "Leiterin")),
        ("Projektleiter Hochbau", None),
        ("Directrice des opérations", ("director", "Directrice")),
        ("VP, Sales", ("vp", "VP")),
        ("Senior Vice President", ("vp", "Senior Vice President")),
        ("Fractional CTO", ("executive", "CTO")),
        ("Executive Assistant to the CEO", None),
        ("Account Executive", None),
        ("Chief of Staff", None),
        ("Scrum Master", None),
        ("CRO Specialist", None),
        ("Software Engineer at Director Labs", None),
        ("Cashier", None),
    ],
)
def test_a_title_says_its_level_or_nothing(title: str, level: tuple[str, str] | None) -> None:
    assert level_of(title) == level


@pytest.mark.parametrize(
    ("body", "level"),
    [
        ("Seniority level: Mid-Senior", ("mid", "Mid")),
        ("Level: Senior", ("senior", "Senior")),
        ("Experience level: Entry", ("entry", "Entry")),
        ("Experience: 5 years of senior care", None),
        ("This is an entry-level position.", ("entry", "entry-level")),
        ("This senior role reports to the owner.", ("senior", "senior")),
        ("You will work with senior engineers and this team.", None),
        ("We are hiring a senior data analyst in Leeds.", ("senior", "senior")),
        ("We are also hiring a senior welder.", None),
        ("We are seeking a senior pricing analyst.", ("senior", "senior")),
        ("We are seeking a senior analyst and hiring a junior analyst.", None),
        ("As a staff data analyst, you will count.", ("principal", "staff")),
        ("As a senior analyst once said, count twice.", None),
        ("At least ten years of experience.", None),
    ],
)
def test_a_text_may_say_the_level_of_its_own_role(body: str, level: tuple[str, str] | None) -> None:
    assert level_of("Data Analyst", body) == level


def test_the_title_counts_before_the_text() -> None:
    assert level_of("Junior Clerk", "Level: Senior") == ("entry", "Junior")


@given(st.text(max_size=120), st.text(max_size=120))
def test_any_text_is_read_without_a_fault(title: str, body: str) -> None:
    view = View(f"{title}\n{body}")
    fact = Fact(title, span=Span(0, len(title)), raw=title) if title else None
    level = read_level(Part(view, ()), fact)
    if level and level.span:
        assert view.source[level.span.start : level.span.end] == level.raw


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (LABELLED, "\nlevel" * 16000),
        (STATED, "associate graduate" * 5500),
        (THIS_ROLE, "this is a this is our " * 4500),
        (HIRING, "hiring a talented, new, " * 4000),
        (CHOICE, " / - " * 20000),
        (GENDER, "(m/w/(" * 16000),
        (PARTING, " - office of " * 8000),
    ],
)
def test_no_pattern_is_slow(pattern: object, text: str) -> None:
    begun = process_time()
    for _ in pattern.finditer(text):  # type: ignore[attr-defined]
        pass
    assert process_time() - begun < 0.5
