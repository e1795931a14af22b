"""Facts as a page for the terminal: each with its value, and with the line of the text that says so."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from postings.facts import Fact, Location, Pay, PostingFacts, Span, Years
from postings.vocabulary import Section, Severity, Term

if TYPE_CHECKING:
    from postings.parsing.reading import Document

BOLD, DIM, RED, YELLOW, GREEN, CYAN, REVERSE, PLAIN = (
    f"\x1b[{code}m" for code in (1, 2, 31, 33, 32, 36, 7, 0)
)
NAME_WIDTH = 18
EVIDENCE = 100  # characters of the line around the words that say so
FIELDS = (
    *("organization", "department", "grade", "job_family", "language", "level", "family", "locations"),
    *("work_mode", "remote_scope", "employment_types", "experience_years", "education", "visa_sponsorship"),
    *("pay", "bonus", "equity", "apply_url", "posted_on", "closes_on"),
)
RULES = {
    "department": "header",
    "grade": "header",
    "job_family": "header",
    "remote_scope": "extract/locations",
    "employment_types": "extract/employment",
    "experience_years": "extract/experience",
    "visa_sponsorship": "extract/sponsorship",
    **dict.fromkeys(("bonus", "equity"), "extract/extras"),
    **dict.fromkeys(("apply_url", "posted_on", "closes_on"), "extract/links_and_dates"),
}
MARKS = {Severity.ERROR: RED, Severity.WARNING: YELLOW, Severity.INFO: CYAN}


def summary(document: "Document", name: str, *, why: bool = False, colours: bool = False) -> str:
    lines = [line for facts in document.postings for line in _lines(document.text, facts, name, why)]
    text = "\n".join(lines) + "\n"
    if not colours:
        for code in (BOLD, DIM, RED, YELLOW, GREEN, CYAN, REVERSE, PLAIN):
            text = text.replace(code, "")
    return text


def _lines(text: str, facts: PostingFacts, name: str, why: bool) -> Iterator[str]:
    title = facts.title.value if facts.title and facts.title.value else "(no title)"
    part = f" part {facts.part}" if facts.part > 1 else ""
    yield f"{BOLD}{title}{PLAIN}  {DIM}{facts.kind.label.lower()} · {name}{part}{PLAIN}"
    if why and facts.title:
        yield from _evidence(text, facts.title, "extract/title")
    for field in FIELDS:
        said = getattr(facts, field)
        for fact in said if isinstance(said, tuple) else (said,) if said else ():
            yield f"  {field.replace('_', ' '):<{NAME_WIDTH}}{GREEN}{_words(fact)}{PLAIN}"
            if fact.raw and (why or fact.raw != _words(fact)):
                yield from _evidence(text, fact, RULES.get(field, f"extract/{field}") if why else "")
    yield from _skills(facts)
    yield from _items(facts, why)
    for finding in facts.findings:
        quote = f": {finding.raw}" if finding.raw else ""
        yield f"  {MARKS[finding.severity]}{finding.severity.label}{PLAIN}  {finding.message}{quote} {DIM}{finding.fix}{PLAIN}"
    yield ""


def _evidence(text: str, fact: Fact[Any], rule: str) -> Iterator[str]:
    if fact.span is not None:
        where = f"  {DIM}[{rule} {fact.span.start}-{fact.span.end}]{PLAIN}" if rule else ""
        yield f"  {'':<{NAME_WIDTH}}{_line_around(text, fact.span)}{where}"


def _line_around(text: str, span: Span) -> str:
    """The line that holds the words, cut to what fits, with the words themselves standing out."""
    room = max(10, (EVIDENCE - (span.end - span.start)) // 2)
    first = max(text.rfind("\n", 0, span.start) + 1, span.start - room)
    end = text.find("\n", span.end)
    last = min(len(text) if end < 0 else end, span.end + room)
    before, words, after = text[first : span.start], text[span.start : span.end], text[span.end : last]
    return f"{DIM}{before}{PLAIN}{REVERSE}{' '.join(words.split())}{PLAIN}{DIM}{after}{PLAIN}"


def _words(fact: Fact[Any]) -> str:
    match fact.value:
        case None:
            return "(a blank that was never filled in)"
        case Term() as term:
            return term.label
        case Location() as place:
            return place.text
        case Years(low, high):
            return f"{low or 0}-{high}" if high is not None else f"{low} or more"
        case Pay() as pay:
            return _pay(pay)
        case tuple() as members:
            return ", ".join(map(str, members))
    return str(fact.value)


def _pay(pay: Pay) -> str:
    low, high = (f"{amount:,}" if amount is not None else "" for amount in (pay.min, pay.max))
    if not low:
        amount = f"up to {high}"
    elif pay.open_top or not high:
        amount = f"from {low}" + (f" to {high} or more" if high else "")
    else:
        amount = low if low == high else f"{low} - {high}"
    return f"{amount} {pay.currency} {pay.period.label} ({pay.basis.label.lower()}{', ' + pay.scope if pay.scope else ''})"


def _skills(facts: PostingFacts) -> Iterator[str]:
    for strength in dict.fromkeys(use.strength for use in facts.skills):
        names = ", ".join(use.name for use in facts.skills if use.strength is strength)
        yield f"  {strength.label + ' skills':<{NAME_WIDTH}}{names}"


def _items(facts: PostingFacts, why: bool) -> Iterator[str]:
    for section in Section:
        items = [item for item in facts.items if item.section is section]
        if items:
            yield f"  {BOLD}{section.label}{PLAIN} {DIM}({len(items)}){PLAIN}"
            for item in items:
                skills = f"  {CYAN}{', '.join(item.skills)}{PLAIN}" if why and item.skills else ""
                yield f"    - {item.text}{skills}"
