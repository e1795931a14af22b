"""What a person makes of a reading: facts and an edit in, facts out. Pure.

A value that was left as it is stays the fact that it was. A value that was changed is a fact whose state is
`edited`; it keeps the words that it stood for, because they are what was corrected. What was emptied is not
stated.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from postings.facts import Fact, Finding, Item, PostingFacts, SkillUse, Span
from postings.ingest.refusal import FactsRefused
from postings.vocabulary import Kind, Section, State, Strength

SINGLE = (
    *("title", "organization", "department", "grade", "job_family", "level", "family", "work_mode"),
    *("remote_scope", "experience_years", "education", "visa_sponsorship", "bonus", "equity", "apply_url"),
    *("posted_on", "closes_on"),
)
LISTED = ("locations", "employment_types", "pay")
OPEN = (State.PLACEHOLDER, State.CONFLICTING)


class Row(NamedTuple):
    """One of several: which it was before, by its place among them, and what it is now."""

    before: int | None
    value: Any
    confirmed: bool = False  # its doubtful value is right as it is


class ItemEdit(NamedTuple):
    before: int | None
    section: Section
    text: str


class SkillEdit(NamedTuple):
    slug: str
    name: str
    strength: Strength


@dataclass(frozen=True, slots=True)
class Edit:
    kind: Kind
    values: Mapping[str, Any]  # of single facts; None: not stated
    rows: Mapping[str, Sequence[Row]]  # of facts that there may be several of
    items: Sequence[ItemEdit]
    skills: Sequence[SkillEdit]
    confirmed: frozenset[str] = frozenset()  # single fields whose doubtful value is right as it is
    settled: frozenset[int] = field(default_factory=frozenset)  # findings that somebody has dealt with


def edited(facts: PostingFacts, edit: Edit, text: str) -> PostingFacts:
    """Return the facts with the edit; FactsRefused for an item whose words do not stand in the text."""
    values: dict[str, Any] = {
        name: _fact(getattr(facts, name), edit.values[name], name in edit.confirmed)
        for name in SINGLE
        if name in edit.values
    }
    for name in LISTED:
        values[name] = tuple(_listed(getattr(facts, name), edit.rows.get(name, ())))
    slugs = {use.slug for use in edit.skills}
    changed = replace(
        facts,
        kind=edit.kind,
        items=tuple(_item(facts.items, item, slugs, text) for item in edit.items),
        skills=_skills(facts.skills, edit.skills),
        **values,
    )
    return replace(changed, findings=tuple(_left(facts, changed, edit.settled)))


def _fact(before: Fact[Any] | None, value: Any, confirmed: bool) -> Fact[Any] | None:
    if value is None or value == "" or value == ():
        return before if before is not None and before.value is None and not confirmed else None
    if before is None:
        return Fact(value, State.EDITED)
    if before.value == value and not (confirmed and before.state in OPEN):
        return before
    return Fact(value, State.EDITED, before.span, before.raw)


def _listed(known: Sequence[Fact[Any]], rows: Sequence[Row]) -> Iterator[Fact[Any]]:
    """Yield what the rows make of several facts; a blank of the template stays until a row fills it."""
    for row in rows:
        if fact := _fact(_at(known, row.before), row.value, row.confirmed):
            yield fact
    if all(row.before is not None for row in rows):
        yield from (fact for fact in known if fact.value is None)


def _at(known: Sequence[Fact[Any]], place: int | None) -> Fact[Any] | None:
    return known[place] if place is not None and 0 <= place < len(known) else None


def _item(items: Sequence[Item], edit: ItemEdit, slugs: set[str], text: str) -> Item:
    if edit.before is not None and 0 <= edit.before < len(items):
        before = items[edit.before]
        kept = tuple(slug for slug in before.skills if slug in slugs)
        return replace(before, section=edit.section, text=edit.text, skills=kept)
    start = text.find(edit.text)
    if start < 0:
        raise FactsRefused(
            "items", f"“{edit.text[:60]}” does not stand in the text. Copy the words from it as they are"
        )
    return Item(edit.section, edit.text, Span(start, start + len(edit.text)))


def _skills(before: Sequence[SkillUse], edits: Sequence[SkillEdit]) -> tuple[SkillUse, ...]:
    known = {use.slug: use for use in before}
    return tuple(
        replace(known[edit.slug], strength=edit.strength)
        if edit.slug in known
        else SkillUse(edit.slug, edit.name, edit.strength)
        for edit in edits
    )


def _left(before: PostingFacts, after: PostingFacts, settled: frozenset[int]) -> list[Finding]:
    """Return the findings that still hold: neither settled by hand nor by what was changed."""
    filled = [fact.span for fact in _all_facts(before) if fact.value is None and fact.span]
    empty = [fact.span for fact in _all_facts(after) if fact.value is None and fact.span]
    gone = [span for span in filled if span not in empty]
    return [
        finding
        for number, finding in enumerate(before.findings)
        if number not in settled
        and not (finding.rule == "no_title" and after.title and after.title.value)
        and not (finding.rule == "not_a_job" and after.kind is not Kind.OTHER)
        and not (finding.span and any(_overlap(finding.span, span) for span in gone))
    ]


def _all_facts(facts: PostingFacts) -> list[Fact[Any]]:
    single = [getattr(facts, name) for name in SINGLE]
    listed = [fact for name in LISTED for fact in getattr(facts, name)]
    return [fact for fact in (*single, *listed) if fact is not None]


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
