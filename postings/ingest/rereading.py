"""A newer parser reads an old text: its facts, with what people have changed put back in. Pure.

What a person did is what differs between the facts as they were read and the facts as they are now. It is
done again to the fresh reading, and its words are looked for in the text anew; an edit whose words are not
found any more is kept all the same, and a finding says so.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from postings.facts import Fact, Finding, Item, PostingFacts, SkillUse, Span
from postings.ingest.editing import LISTED, SINGLE
from postings.vocabulary import Severity, State

LOST = "edit_without_words"


def reread(as_read: PostingFacts, now: PostingFacts, fresh: PostingFacts, text: str) -> PostingFacts:
    """Return the fresh reading with everything that people have made of the old one."""
    values: dict[str, Any] = {}
    for name in SINGLE:
        old, current = getattr(as_read, name), getattr(now, name)
        if current != old:
            values[name] = current and _anchored(current, text)
    for name in LISTED:
        old, current = getattr(as_read, name), getattr(now, name)
        if current != old:
            values[name] = tuple(_anchored(fact, text) for fact in current)
    if now.kind is not as_read.kind:
        values["kind"] = now.kind
    skills = _skills(as_read.skills, now.skills, fresh.skills)
    slugs = {use.slug for use in skills}
    items = tuple(_items(as_read.items, now.items, fresh.items, text))
    merged = replace(
        fresh,
        **values,
        skills=skills,
        items=tuple(
            replace(item, skills=tuple(slug for slug in item.skills if slug in slugs)) for item in items
        ),
    )
    return replace(merged, findings=tuple(_findings(as_read, now, merged)))


def _anchored(fact: Fact[Any], text: str) -> Fact[Any]:
    """Return an edited fact with its words where they stand now; without a place, where they are gone."""
    if fact.span is None:
        return fact
    at = _nearest(text, fact.raw, fact.span.start)
    return replace(fact, span=None if at is None else Span(at, at + len(fact.raw)))


def _nearest(text: str, words: str, near: int) -> int | None:
    """Return where the words stand, of several places the one nearest to where they stood."""
    places, at = [], text.find(words) if words else -1
    while at >= 0:
        places.append(at)
        at = text.find(words, at + 1)
    return min(places, key=lambda place: abs(place - near), default=None)


def _items(as_read: Sequence[Item], now: Sequence[Item], fresh: Sequence[Item], text: str) -> Iterator[Item]:
    """Do to the fresh items what was done to the old: moved, reworded, taken out, added."""
    kept = {(item.span.start, item.span.end): item for item in now}
    changed = {item.text: kept.get((item.span.start, item.span.end)) for item in as_read}
    for item in fresh:
        if item.text not in changed:
            yield item
        elif (edited := changed[item.text]) is not None:
            yield replace(item, section=edited.section, text=edited.text)
    places = {(item.span.start, item.span.end) for item in as_read}
    for item in now:
        if (item.span.start, item.span.end) not in places:
            at = _nearest(text, item.text, item.span.start)
            if at is not None and all(item.text != one.text for one in fresh):
                yield replace(item, span=Span(at, at + len(item.text)))


def _skills(
    as_read: Sequence[SkillUse], now: Sequence[SkillUse], fresh: Sequence[SkillUse]
) -> tuple[SkillUse, ...]:
    read = {use.slug: use for use in as_read}
    kept = {use.slug: use for use in now}
    removed = read.keys() - kept.keys()
    found = [
        replace(use, strength=kept[use.slug].strength)
        if use.slug in kept and use.slug in read and kept[use.slug].strength is not read[use.slug].strength
        else use
        for use in fresh
        if use.slug not in removed
    ]
    known = {use.slug for use in found}
    added = [use for slug, use in kept.items() if slug not in read and slug not in known]
    return (*found, *(replace(use, spans=()) for use in added))


def _findings(as_read: PostingFacts, now: PostingFacts, merged: PostingFacts) -> Iterator[Finding]:
    """Yield what the fresh reading found, but for what somebody had settled; then the edits without words."""
    left = {(finding.rule, finding.raw) for finding in now.findings}
    settled = {(finding.rule, finding.raw) for finding in as_read.findings} - left
    yield from (finding for finding in merged.findings if (finding.rule, finding.raw) not in settled)
    for name in (*SINGLE, *LISTED):
        value = getattr(merged, name)
        for fact in value if isinstance(value, tuple) else (value,):
            if fact is not None and fact.state is State.EDITED and fact.raw and fact.span is None:
                yield Finding(
                    LOST,
                    Severity.WARNING,
                    f"An edit stood for “{fact.raw[:80]}”, which the text as it is read now does not say.",
                    fix="Look whether the edit still holds.",
                )
