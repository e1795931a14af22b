"""Text in, postings out: every extractor asked once, what they say put together, disagreements noted."""

from collections.abc import Sequence
from dataclasses import replace

from postings.facts import Fact, Finding, Item, Location, PostingFacts, Span
from postings.parsing.extract.education import read_education
from postings.parsing.extract.employment import read_employment
from postings.parsing.extract.experience import read_experience
from postings.parsing.extract.extras import read_extras
from postings.parsing.extract.family import read_family
from postings.parsing.extract.language import read_language
from postings.parsing.extract.level import read_level
from postings.parsing.extract.links_and_dates import read_links_and_dates
from postings.parsing.extract.locations import read_locations, read_remote_scope
from postings.parsing.extract.organization import read_organization
from postings.parsing.extract.pay import read_pay
from postings.parsing.extract.placeholders import read_placeholders
from postings.parsing.extract.skills import alternatives_in, read_skills, skills_in
from postings.parsing.extract.sponsorship import read_sponsorship
from postings.parsing.extract.title import read_title
from postings.parsing.extract.work_mode import read_work_mode
from postings.parsing.header import Header, Stretch, read_header
from postings.parsing.items import read_items
from postings.parsing.kind import read_kind
from postings.parsing.outline import outline
from postings.parsing.part import Part
from postings.parsing.splitting import split
from postings.parsing.view import View
from postings.vocabulary import Kind, Severity

PARSER_VERSION = "1.1"


def read_postings(text: str, declared: int = 0) -> tuple[PostingFacts, ...]:
    """Read a repaired text; text[:declared] is a header that a structured source stated."""
    return read_parts(text, split(text) if not declared else ((0, len(text)),), declared)


def read_parts(
    text: str, stretches: Sequence[tuple[int, int]], declared: int = 0
) -> tuple[PostingFacts, ...]:
    """Read a text whose parts are known, because a person said where each begins."""
    return tuple(
        _read(text, number, start, end, declared if number == 1 else 0)
        for number, (start, end) in enumerate(stretches, 1)
    )


def _read(text: str, number: int, start: int, end: int, declared: int) -> PostingFacts:
    view = View(text, start, end)
    header = read_header(view)
    declared_end = _in_view(view, declared) if declared else 0
    part = Part(
        view, outline(view, max(header.end, declared_end)), max(header.end, declared_end), declared_end
    )
    title = read_title(part, header)
    kind = read_kind(part, (title and title.value) or "")
    span = Span(start, end)
    if kind is Kind.OTHER:
        return PostingFacts(
            kind=kind,
            part=number,
            span=span,
            title=title,
            language=read_language(part),
            findings=(_not_a_job(),),
        )
    guide = kind is Kind.GUIDE
    pay, pay_findings = read_pay(part, guide)
    bonus, equity = (None, None) if guide else read_extras(part)
    apply_url, posted_on, closes_on = read_links_and_dates(part)
    items = read_items(part, lambda a, b: skills_in(part, a, b), lambda a, b: alternatives_in(part, a, b))
    skills = read_skills(part, items)
    items = _with_skills(items, {one.slug for one in skills})
    organization = read_organization(part, header)
    mode = None if guide else read_work_mode(part, header, title)
    locations: tuple[Fact[Location], ...] = () if guide else read_locations(part, header)
    facts = PostingFacts(
        kind=kind,
        part=number,
        span=span,
        title=title,
        organization=organization,
        department=_field(view, header, "department"),
        grade=_field(view, header, "grade"),
        job_family=_field(view, header, "job_family"),
        language=read_language(part),
        level=read_level(part, title),
        family=read_family(part, title, skills),
        locations=locations,
        work_mode=mode,
        remote_scope=read_remote_scope(part, header, mode),
        employment_types=() if guide else read_employment(part),
        experience_years=read_experience(part),
        education=read_education(part),
        visa_sponsorship=read_sponsorship(part),
        pay=pay,
        bonus=bonus,
        equity=equity,
        apply_url=apply_url,
        posted_on=posted_on,
        closes_on=closes_on,
        items=items,
        skills=skills,
    )
    return replace(facts, findings=(*read_placeholders(part), *pay_findings, *_missing(facts)))


def _with_skills(items: tuple[Item, ...], asked: set[str]) -> tuple[Item, ...]:
    """An item names no skill that the posting does not: "benefits from Shopify" asks for none."""
    return tuple(
        item
        if asked.issuperset(item.skills)
        else replace(item, skills=tuple(one for one in item.skills if one in asked))
        for item in items
    )


def _field(view: View, header: Header, name: str) -> Fact[str] | None:
    stretches: list[Stretch] = header.fields.get(name, [])
    if not stretches:
        return None
    start, end = stretches[0]
    return view.fact(" ".join(view.words[start:end].split())[: 60 if name == "grade" else 200], start, end)


def _in_view(view: View, offset: int) -> int:
    """Return the first place in the view that stands at or behind an offset of the source."""
    low, high = 0, len(view.text)
    while low < high:
        middle = (low + high) // 2
        if view.span(middle, middle + 1).start < offset:
            low = middle + 1
        else:
            high = middle
    return low


def _not_a_job() -> Finding:
    return Finding(
        rule="not_a_job",
        severity=Severity.WARNING,
        message="This does not read like a job description.",
        fix="If it is one, say so; else delete it.",
    )


def _missing(facts: PostingFacts) -> tuple[Finding, ...]:
    if facts.title is not None:
        return ()
    return (
        Finding(
            rule="no_title",
            severity=Severity.ERROR,
            message="The text does not say what the role is called.",
            fix="Type the title in.",
        ),
    )
