"""Any facts that may be published, with the text that they were read from."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from postings.facts import Fact, Finding, Item, Location, Pay, PostingFacts, SkillUse, Span, Years
from postings.vocabulary import (
    Basis,
    Education,
    EmploymentType,
    Family,
    Kind,
    Level,
    Period,
    Section,
    Severity,
    Sponsorship,
    State,
    Strength,
    WorkMode,
)

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0", exclude_categories=["Cs"]), min_size=1)
KNOWN = st.sampled_from([State.STATED, State.CONFLICTING, State.EDITED])
SUMS = st.decimals(0, 10**9, places=2, allow_nan=False, allow_infinity=False)
YEARS = st.decimals(0, 60, places=1, allow_nan=False, allow_infinity=False)
CODES = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=2)
DATES = st.dates(date(1990, 1, 1), date(2100, 1, 1))


def words(most: int) -> st.SearchStrategy[str]:
    return WORDS.map(lambda text: text[:most]).filter(lambda text: bool(text.strip()))


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
    return Span(start, end)


@st.composite
def facts_of(draw: st.DrawFn, values: st.SearchStrategy[Any], text: str) -> Fact[Any]:
    span = draw(st.none() | spans(text))
    raw = text[span.start : span.end] if span else draw(words(20))
    if draw(st.integers(0, 9)) == 0:
        return Fact(None, State.PLACEHOLDER, span, raw)
    return Fact(draw(values), draw(KNOWN), span, raw)


@st.composite
def pay(draw: st.DrawFn) -> Pay:
    low, high = sorted((draw(SUMS), draw(SUMS)))
    bounds = draw(st.sampled_from([(low, high), (low, None), (None, high)]))
    return Pay(
        *bounds,
        currency=draw(st.sampled_from(["USD", "EUR", "INR"])),
        period=draw(st.sampled_from(Period)),
        basis=draw(st.sampled_from(Basis)),
        open_top=bounds[1] is None and draw(st.booleans()),
        scope=draw(st.just("") | words(30)),
    )


@st.composite
def years(draw: st.DrawFn) -> Years:
    low, high = sorted((draw(YEARS), draw(YEARS)))
    return Years(*draw(st.sampled_from([(low, high), (low, None), (None, high)])))


@st.composite
def locations(draw: st.DrawFn) -> Location:
    country = draw(st.just("") | CODES)
    city, region = (draw(st.just("") | words(20)) if country else "" for _ in range(2))
    return Location(draw(words(40)), city, region, country)


TEXTS = words(200)


@st.composite
def facts_for(draw: st.DrawFn, text: str) -> PostingFacts:
    """Any facts whose spans lie in this text."""
    optional = lambda values: draw(st.none() | facts_of(values, text))  # noqa: E731
    several = lambda values: tuple(draw(st.lists(facts_of(values, text), max_size=3)))  # noqa: E731
    slugs = draw(st.lists(st.sampled_from(["python", "sql", "c++", "go", "excel"]), unique=True))
    return PostingFacts(
        kind=draw(st.sampled_from([Kind.POSTING, Kind.GUIDE])),
        span=draw(st.none() | spans(text)),
        title=Fact(draw(words(300)), draw(KNOWN)),
        organization=optional(words(200)),
        department=optional(words(200)),
        grade=optional(words(60)),
        job_family=optional(words(200)),
        language=optional(st.sampled_from(["en", "de", "fr"])),
        level=optional(st.sampled_from(Level)),
        family=optional(st.sampled_from(Family)),
        locations=several(locations()),
        work_mode=optional(st.sampled_from(WorkMode)),
        remote_scope=optional(st.lists(CODES, min_size=1, max_size=3).map(tuple)),
        employment_types=several(st.sampled_from(EmploymentType)),
        experience_years=optional(years()),
        education=optional(st.sampled_from(Education)),
        visa_sponsorship=optional(st.sampled_from(Sponsorship)),
        pay=several(pay()),
        bonus=optional(words(300)),
        equity=optional(words(300)),
        apply_url=optional(words(1000)),
        posted_on=optional(DATES),
        closes_on=optional(DATES),
        items=tuple(draw(st.lists(items(text, slugs), max_size=4))),
        skills=tuple(
            SkillUse(
                slug,
                slug.title(),
                draw(st.sampled_from(Strength)),
                tuple(draw(st.lists(spans(text), max_size=2))),
            )
            for slug in slugs
        ),
        findings=tuple(draw(st.lists(findings(text), max_size=2))),
    )


@st.composite
def items(draw: st.DrawFn, text: str, slugs: list[str]) -> Item:
    named = draw(st.sets(st.sampled_from(slugs))) if slugs else set()
    return Item(
        draw(st.sampled_from(Section)),
        draw(words(100)),
        draw(spans(text)),
        draw(st.just("") | words(20)),
        tuple(draw(st.lists(words(20), max_size=3))),
        tuple(slug for slug in slugs if slug in named),
    )


@st.composite
def findings(draw: st.DrawFn, text: str) -> Finding:
    span = draw(st.none() | spans(text))
    raw = text[span.start : span.end] if span else ""
    return Finding(
        draw(words(30)), draw(st.sampled_from(Severity)), draw(words(50)), span, raw, draw(words(30))
    )
