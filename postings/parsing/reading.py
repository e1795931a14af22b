"""A first reading of a job description: its title, its labelled lines and its lists.

Text in, facts out. It takes only what stands in plain sight (a first line, `Company: …`, bullets under a
heading that says what they are) and leaves everything else unsaid.
"""

import re
from decimal import Decimal

from postings.facts import Fact, Item, Location, Pay, PostingFacts, Span, Years
from postings.parsing.outline import Line, outline
from postings.vocabulary import Period, Section, WorkMode

PARSER_VERSION = "0.1"

SECTION_WORDS = {
    Section.PREFERRED: ("preferred", "nice to have", "plus", "desired", "bonus points"),
    Section.REQUIRED: ("require", "qualification", "must have", "you bring", "skills", "looking for"),
    Section.RESPONSIBILITY: ("responsib", "duties", "you will", "you'll", "what you do", "the role"),
    Section.BENEFIT: ("benefit", "we offer", "perks"),
    Section.PROCESS: ("how to apply", "process"),
    Section.ABOUT: ("about",),
}
LABEL = re.compile(
    r"(?P<label>company|employer|location|place|work mode)\s*:\s*(?P<value>\S.*)", re.IGNORECASE
)
PAY = re.compile(
    r"(?P<sign>[$£€])\s?(?P<low>\d{2,3},\d{3})\s?[-–—]\s?[$£€]?(?P<high>\d{2,3},\d{3})(?!\d)"  # not 401k
)
CURRENCIES = {"$": "USD", "£": "GBP", "€": "EUR"}
YEARS = re.compile(r"(?P<low>\d{1,2})\s?\+\s?years", re.IGNORECASE)  # not "18 years or older"
MODES = {
    "remote": WorkMode.REMOTE,
    "hybrid": WorkMode.HYBRID,
    "on site": WorkMode.ONSITE,
    "onsite": WorkMode.ONSITE,
}


def read_postings(text: str) -> tuple[PostingFacts, ...]:
    lines = list(outline(text))
    labels = _labels(lines)
    return (
        PostingFacts(
            span=Span(0, len(text)),
            title=Fact(lines[0].text, span=lines[0].span, raw=lines[0].text) if lines else None,
            organization=labels.get("company") or labels.get("employer"),
            locations=tuple(
                Fact(Location(fact.raw), span=fact.span, raw=fact.raw)
                for name in ("location", "place")
                if (fact := labels.get(name))
            ),
            work_mode=_work_mode(labels.get("work mode")),
            experience_years=_years(text),
            pay=_pay(text),
            items=_items(lines),
        ),
    )


def _labels(lines: list[Line]) -> dict[str, Fact[str]]:
    found: dict[str, Fact[str]] = {}
    for line in lines:
        if match := LABEL.fullmatch(line.text):
            start = line.span.start + match.start("value")
            value = match["value"]
            found.setdefault(
                match["label"].lower(), Fact(value, span=Span(start, start + len(value)), raw=value)
            )
    return found


def _work_mode(fact: Fact[str] | None) -> Fact[WorkMode] | None:
    mode = MODES.get(fact.raw.strip().lower()) if fact else None
    return Fact(mode, span=fact.span, raw=fact.raw) if fact and mode else None


def _years(text: str) -> Fact[Years] | None:
    found = max(YEARS.finditer(text), key=lambda match: int(match["low"]), default=None)
    if found is None:
        return None
    return Fact(Years(min=Decimal(found["low"])), span=Span(*found.span()), raw=found.group())


def _pay(text: str) -> tuple[Fact[Pay], ...]:
    bands: dict[Pay, Fact[Pay]] = {}
    for found in PAY.finditer(text):
        low, high = (Decimal(found[name].replace(",", "")) for name in ("low", "high"))
        if low <= high:
            band = Pay(low, high, CURRENCIES[found["sign"]], Period.YEAR)
            bands.setdefault(band, Fact(band, span=Span(*found.span()), raw=found.group()))
    return tuple(bands.values())


def _items(lines: list[Line]) -> tuple[Item, ...]:
    section = Section.OTHER
    items = []
    for line in lines:
        if line.kind == "heading":
            section = _section(line.text)
        elif line.kind == "bullet":
            items.append(Item(section, line.text, line.span))
    return tuple(items)


def _section(heading: str) -> Section:
    words = heading.casefold()
    return next(
        (section for section, signs in SECTION_WORDS.items() if any(s in words for s in signs)), Section.OTHER
    )
