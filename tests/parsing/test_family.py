"""Claims about families of work: the longest words of a title decide, and silence stays silence."""

import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postings.facts import Fact, SkillUse, Span
from postings.parsing.extract.family import LABELLED, read_family
from postings.parsing.part import Part
from postings.parsing.view import View
from postings.vocabulary import Strength

CODE = ("python", "java", "react", "django")
CIRCUITS = ("pcb-design", "fpga", "altium-designer")


def family_of(title: str, body: str = "", skills: tuple[str, ...] = ()) -> tuple[str, str] | None:
    text = f"{title}\n{body}"
    uses = tuple(SkillUse(slug, slug, Strength.REQUIRED) for slug in skills)
    fact = Fact(title, span=Span(0, len(title)), raw=title)
    family = read_family(Part(View(text), ()), fact, uses)
    if family is None or family.value is None or family.span is None:
        return None
    assert text[family.span.start : family.span.end] == family.raw
    return family.value.value, family.raw


@pytest.mark.parametrize(
    ("title", "family"),
    [
        ("Senior Software Engineer, Data", ("software", "Software Engineer")),
        ("Full-Stack Developer (m/w/d)", ("software", "Full-Stack Developer")),
        ("Softwareentwickler:in Java", ("software", "Java")),
        ("Marketing Data Analyst", ("data", "Data Analyst")),
        ("Data Scientist Customer Care", ("data", "Data Scientist")),
        ("Solutions Engineer Support Specialist", ("support", "Support Specialist")),
        ("Data Integration Engineer", ("data", "Data Integration Engineer")),
        ("Propriété intellectuelle", ("legal", "Propriété intellectuelle")),
        ("Data Entry Clerk", ("administration", "Data Entry Clerk")),
        ("Data Center Technician", ("infrastructure", "Data Center Technician")),
        ("Site Reliability Engineer", ("infrastructure", "Site Reliability Engineer")),
        ("Security Engineer", ("security", "Security Engineer")),
        ("Security Project Manager", ("product", "Project Manager")),
        ("Civil Engineer", ("hardware", "Civil Engineer")),
        ("Research Scientist", ("science", "Research Scientist")),
        ("Product Designer", ("design", "Product Designer")),
        ("Product Marketing Manager", ("marketing", "Product Marketing Manager")),
        ("Sales Engineer", ("sales", "Sales Engineer")),
        ("Technical Support Engineer: EMEA", ("support", "Technical Support Engineer")),
        ("Finance Recruiter", ("people", "Recruiter")),
        ("Comptable (H/F)", ("finance", "Comptable")),
        ("Rechtsanwaltsfachangestellte (m/w/d)", ("legal", "Rechtsanwaltsfachangestellte")),
        ("Mozo de almacén", ("operations", "Mozo de almacén")),
        ("Infirmier(e) de nuit", ("health", "Infirmier")),
        ("Gesundheits- und Krankenpfleger", ("health", "Krankenpfleger")),
        ("Nursing Instructor", ("education", "Instructor")),
        ("Betriebselektroniker", ("trades", "Betriebselektroniker")),
        ("Assistant Store Manager", ("hospitality", "Assistant Store Manager")),
        ("Executive Assistant to the Director of Nursing", ("administration", "Executive Assistant")),
        ("Machine Learning Engineering Manager", ("data", "Machine Learning")),
        ("Consultant II", None),
        ("Specialist", None),
    ],
)
def test_the_longest_words_of_a_title_tell_its_family(title: str, family: tuple[str, str] | None) -> None:
    assert family_of(title) == family


def test_an_open_title_waits_for_the_skills() -> None:
    assert family_of("Engineering Manager") is None
    assert family_of("Engineering Manager", skills=CODE) == ("software", "Engineering Manager")
    assert family_of("Engineering Manager", skills=CIRCUITS) == ("hardware", "Engineering Manager")
    assert family_of("Engineering Manager", skills=(*CODE[:3], *CIRCUITS)) is None
    assert family_of("Engineering Manager - Backend") == ("software", "Backend")


def test_skills_alone_tell_no_family() -> None:
    assert family_of("Associate", skills=CODE) is None


@pytest.mark.parametrize(
    ("body", "family"),
    [
        ("Department: Accounting", ("finance", "Accounting")),
        ("Team: Data", ("data", "Data")),
        ("Department: Blue", None),
        ("the department of accounting is next door", None),
    ],
)
def test_a_label_tells_where_the_title_is_silent(body: str, family: tuple[str, str] | None) -> None:
    assert family_of("Consultant II", body) == family


@given(st.text(max_size=120), st.text(max_size=120))
def test_any_text_is_read_without_a_fault(title: str, body: str) -> None:
    source = f"{title}\n{body}"
    fact = Fact(title, span=Span(0, len(title)), raw=title) if title else None
    family = read_family(Part(View(source), ()), fact, ())
    if family and family.span:
        assert source[family.span.start : family.span.end] == family.raw


@pytest.mark.parametrize(("pattern", "text"), [(LABELLED, "\n- team job " * 9000)])
def test_no_pattern_is_slow(pattern: re.Pattern[str], text: str) -> None:
    begun = process_time()
    for _ in pattern.finditer(text):
        pass
    assert process_time() - begun < 0.5
