"""A part → its items: the leaf bullets and sentences of its lists, in order, each with the skills that it names."""

from collections.abc import Callable

from postings.facts import Item
from postings.parsing.entries import entries_of
from postings.parsing.part import Part
from postings.parsing.placing import placed
from postings.parsing.sections import ASKED
from postings.vocabulary import Section

LONGEST_THEME = 60  # characters: a heading that says more is a sentence, and no theme
SKILLED = (*ASKED, Section.ELIGIBILITY)
NamesIn = Callable[[int, int], tuple[str, ...]]


def read_items(part: Part, skills_in: NamesIn, alternatives_in: NamesIn) -> tuple[Item, ...]:
    return tuple(
        Item(
            section=entry.section,
            text=" ".join(part.view.words[entry.start : entry.end].split()),
            span=part.view.span(entry.start, entry.end),
            theme=entry.theme if len(entry.theme) <= LONGEST_THEME else "",
            any_of=alternatives_in(entry.start, entry.end) if entry.section in SKILLED else (),
            skills=skills_in(entry.start, entry.end) if entry.section in SKILLED else (),
        )
        for entry in placed(part, list(entries_of(part)))
    )
