"""One posting of a document that holds several: its own text, and facts that point into it."""

from postings.facts import Fact, Finding, Item, PostingFacts, SkillUse, Span
from postings.own_part import own_part
from postings.vocabulary import Section, Severity, Strength

TEXT = "Baker\nBake bread\n\nWelder\nWeld with Python\n"
PART = Span(18, len(TEXT))


def test_spans_count_from_where_the_part_begins() -> None:
    facts = PostingFacts(
        span=PART,
        part=2,
        title=Fact("Welder", span=Span(18, 24), raw="Welder"),
        items=(Item(Section.RESPONSIBILITY, "Weld with Python", Span(25, 41)),),
        skills=(SkillUse("python", "Python", Strength.REQUIRED, (Span(35, 41),)),),
        findings=(Finding("short", Severity.INFO, "Short.", Span(25, 29), "Weld"),),
    )
    own, text = own_part(facts, TEXT)
    assert text == "Welder\nWeld with Python\n"
    assert own.span == Span(0, len(text))
    assert own.title
    assert own.title.span
    assert own.findings[0].span
    spans = (own.title.span, own.items[0].span, own.skills[0].spans[0], own.findings[0].span)
    assert [text[slice(*span)] for span in spans] == ["Welder", "Weld with Python", "Python", "Weld"]


def test_what_points_elsewhere_points_nowhere() -> None:
    facts = PostingFacts(span=PART, title=Fact("Baker", span=Span(0, 5), raw="Baker"))
    own, _ = own_part(facts, TEXT)
    assert own.title == Fact("Baker", span=Span(0, 0), raw="Baker")


def test_a_posting_that_is_its_document_is_left_as_it_is() -> None:
    facts = PostingFacts(title=Fact("Baker", span=Span(0, 5), raw="Baker"))
    assert own_part(facts, TEXT) == (facts, TEXT)
