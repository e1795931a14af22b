"""What differs between two readings of one posting, in words. Pure."""

from collections.abc import Iterator
from typing import NamedTuple

from postings.facts import PostingFacts
from postings.selectors.fact_words import facts_in_words
from postings.vocabulary import Section


class FactChange(NamedTuple):
    label: str
    before: str
    after: str


def fact_changes(before: PostingFacts, after: PostingFacts) -> list[FactChange]:
    """Return the fields that differ, in the order of the page; lists by what they have more and less."""
    return [*_single(before, after), *_items(before, after), *_skills(before, after)]


def _single(before: PostingFacts, after: PostingFacts) -> Iterator[FactChange]:
    if before.kind is not after.kind:
        yield FactChange("Kind", before.kind.label, after.kind.label)
    pairs = zip(facts_in_words(before), facts_in_words(after), strict=True)
    for (_, label, old), (_, _, new) in pairs:
        told = [", ".join(one.text or one.raw for one in words) for words in (old, new)]
        if told[0] != told[1]:
            yield FactChange(label, *told)


def _items(before: PostingFacts, after: PostingFacts) -> Iterator[FactChange]:
    for section in Section:
        old = [item.text for item in before.items if item.section is section]
        new = [item.text for item in after.items if item.section is section]
        yield from _more_and_less(section.label, old, new)


def _skills(before: PostingFacts, after: PostingFacts) -> Iterator[FactChange]:
    old, new = (
        [f"{use.name} ({use.strength.label.lower()})" for use in facts.skills] for facts in (before, after)
    )
    yield from _more_and_less("Skills", old, new)


def _more_and_less(label: str, old: list[str], new: list[str]) -> Iterator[FactChange]:
    less = [text for text in old if text not in new]
    more = [text for text in new if text not in old]
    if less or more:
        yield FactChange(label, "\n".join(less), "\n".join(more))
