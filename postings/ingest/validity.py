"""May these facts be published? The first one that may not is named, with what is wrong with it.

The database has the same rules as constraints; here they get words. Pure: facts and the text that their
spans point into come in, FactsRefused comes out.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from postings.facts import Fact, Item, Location, Pay, PostingFacts, SkillUse, Span, Years
from postings.ingest.refusal import FactsRefused
from postings.vocabulary import Kind, State

TEXT_LIMITS = {
    "title": 300,
    "organization": 200,
    "department": 200,
    "grade": 60,
    "job_family": 200,
    "language": 8,
    "bonus": 300,
    "equity": 300,
    "apply_url": 1000,
}
LARGEST_SUM = Decimal("999999999999.99")
MOST_YEARS = Decimal("99.9")
LONGEST_ITEM, LONGEST_THEME = 10_000, 60
MOST_ROWS = 2000  # of one kind in one posting; the longest real ones have about 150
COUNTRY = re.compile(r"[A-Z]{2}")
CURRENCY = re.compile(r"[A-Z]{3}")


def check_publishable(facts: PostingFacts, text: str) -> None:
    """Raise FactsRefused for the first fact that cannot be published."""
    for field, message in _faults(facts, text):
        raise FactsRefused(field, message)


def _faults(facts: PostingFacts, text: str) -> Iterator[tuple[str, str]]:
    if facts.kind is Kind.OTHER:
        yield (
            "kind",
            "a text that is not a job description cannot be published. Delete it, or change its kind",
        )
    if facts.title is None or facts.title.value is None:
        yield "title", "is missing. Type the title in before publishing"
    yield from _span_faults("span", facts.span, None, text)
    for field, fact in named_facts(facts):
        yield from _fact_faults(field, fact, text)
    yield from _item_faults(facts.items, {use.slug for use in facts.skills}, text)
    yield from _skill_faults(facts.skills, text)
    for index, finding in enumerate(facts.findings):
        yield from _span_faults(f"findings[{index}]", finding.span, finding.raw, text)


def named_facts(facts: PostingFacts) -> Iterator[tuple[str, Fact[Any]]]:
    """Yield every fact with its path: ("title", …), ("pay[1]", …)."""
    for field in facts.__dataclass_fields__:
        value = getattr(facts, field)
        if isinstance(value, Fact):
            yield field, value
        elif isinstance(value, tuple):
            yield from (
                (f"{field}[{index}]", member)
                for index, member in enumerate(value)
                if isinstance(member, Fact)
            )


def _fact_faults(field: str, fact: Fact[Any], text: str) -> Iterator[tuple[str, str]]:
    yield from _span_faults(field, fact.span, fact.raw, text)
    if (fact.value is None) != (fact.state is State.PLACEHOLDER):
        yield field, "a placeholder has no value, and every other fact has one"
    match fact.value:
        case str() as words:
            yield from _text_faults(field, words, TEXT_LIMITS.get(field, MOST_ROWS))
        case Pay() as pay:
            yield from _pay_faults(field, pay)
        case Years() as years:
            yield from _years_faults(field, years)
        case Location() as place:
            yield from _location_faults(field, place)
        case ():
            yield field, "is empty. Leave it out instead"


def _span_faults(field: str, span: Span | None, raw: str | None, text: str) -> Iterator[tuple[str, str]]:
    if span is None:
        return
    if not 0 <= span.start <= span.end <= len(text):
        yield field, f"its place {span.start}–{span.end} lies outside of the text"
    elif raw is not None and text[span.start : span.end] != raw:
        yield field, f"its words do not stand at {span.start}–{span.end} of the text"


def _text_faults(field: str, words: str, most: int) -> Iterator[tuple[str, str]]:
    if not words.strip():
        yield field, "is empty. Leave it out instead"
    if "\0" in words:
        yield field, "contains a NUL character. Remove it"
    if len(words) > most:
        yield field, f"has {len(words):,} characters, and {most:,} are the most"


def _pay_faults(field: str, pay: Pay) -> Iterator[tuple[str, str]]:
    sums = [amount for amount in (pay.min, pay.max) if amount is not None]
    if not sums:
        yield field, "has neither a minimum nor a maximum"
    for amount in sums:
        if not 0 <= amount <= LARGEST_SUM:
            yield field, f"{amount} is no sum that anybody is paid"
        elif amount != round(amount, 2):
            yield field, f"{amount} has parts of a hundredth"
    if len(sums) == 2 and sums[0] > sums[1]:
        yield field, f"its minimum {sums[0]:,} is above its maximum {sums[1]:,}"
    if not CURRENCY.fullmatch(pay.currency):
        yield field, f"“{pay.currency}” is no currency. Three letters are expected, for example USD"
    if len(pay.scope) > 200 or "\0" in pay.scope:
        yield field, "says whom it is for in more than 200 characters"


def _years_faults(field: str, years: Years) -> Iterator[tuple[str, str]]:
    bounds = [bound for bound in (years.min, years.max) if bound is not None]
    if not bounds:
        yield field, "has neither a minimum nor a maximum"
    for bound in bounds:
        if not 0 <= bound <= MOST_YEARS or bound != round(bound, 1):
            yield field, f"{bound} is no number of years"
    if len(bounds) == 2 and bounds[0] > bounds[1]:
        yield field, f"its minimum {bounds[0]} is above its maximum {bounds[1]}"


def _location_faults(field: str, place: Location) -> Iterator[tuple[str, str]]:
    yield from _text_faults(field, place.text, 200)
    if place.country and not COUNTRY.fullmatch(place.country):
        yield field, f"“{place.country}” is no country code. Two letters are expected, for example US"
    if (place.city or place.region) and not place.country:
        yield field, "has a city or a region without its country"
    if max(len(place.city), len(place.region)) > 120 or "\0" in place.city + place.region:
        yield field, "has a city or a region of more than 120 characters"


def _item_faults(items: tuple[Item, ...], slugs: set[str], text: str) -> Iterator[tuple[str, str]]:
    if len(items) > MOST_ROWS:
        yield "items", f"are {len(items):,}, and {MOST_ROWS:,} are the most. Split the text into its postings"
    for index, item in enumerate(items):
        yield from _span_faults(f"items[{index}]", item.span, None, text)
        if item.theme:
            yield from _text_faults(f"items[{index}]", item.theme, LONGEST_THEME)
        for words in (item.text, *item.any_of):
            yield from _text_faults(f"items[{index}]", words, LONGEST_ITEM)
        if unknown := set(item.skills) - slugs:
            yield f"items[{index}]", f"names the skill “{min(unknown)}”, which the posting does not list"


def _skill_faults(skills: tuple[SkillUse, ...], text: str) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for index, use in enumerate(skills):
        if use.slug in seen:
            yield f"skills[{index}]", f"“{use.slug}” is listed twice"
        seen.add(use.slug)
        for span in use.spans:
            yield from _span_faults(f"skills[{index}]", span, None, text)
