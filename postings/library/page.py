"""A document while it is being written: words are only ever added, so every place in it is known."""

from postings.facts import Finding, Item, SkillUse, Span
from postings.library.phrases import Mark, Said
from postings.parsing.lexicon import load_skills
from postings.vocabulary import Section, Strength

REQUIRED, PREFERRED, MENTIONED = range(3)
STRENGTHS = (Strength.REQUIRED, Strength.PREFERRED, Strength.MENTIONED)
WEIGHT = {Section.REQUIRED: REQUIRED, Section.PREFERRED: PREFERRED}
NAMES = {slug: skill.name for slug, skill in load_skills().items()}


class Page:
    __slots__ = ("at", "findings", "items", "parts", "uses", "years")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.at = 0
        self.items: list[Item] = []
        self.findings: list[Finding] = []
        self.uses: dict[str, tuple[list[int], list[Span]]] = {}
        self.years: Span | None = None

    def add(self, text: str) -> None:
        self.parts.append(text)
        self.at += len(text)

    def put(self, text: str) -> Span:
        """Adds words that a fact will point to."""
        start = self.at
        self.parts.append(text)
        self.at = end = start + len(text)
        return Span(start, end)

    def item(self, section: Section, said: Said, theme: str) -> None:
        start = self.at
        text = said.text
        if text[0].islower():
            text = text[0].upper() + text[1:]
        span = self.put(text)
        slugs: tuple[str, ...] = ()
        if said.marks:
            slugs = self.mark(said.marks, start, WEIGHT.get(section, MENTIONED))
        self.items.append(Item(section, text, span, theme, said.any_of, slugs))

    def mark(self, marks: tuple[Mark, ...], start: int, weight: int) -> tuple[str, ...]:
        slugs: list[str] = []
        for mark in marks:
            span = Span(start + mark.start, start + mark.end)
            name = mark.name
            if name == "@years":
                self.years = span
                continue
            use = self.uses.get(name)
            if use is None:
                self.uses[name] = ([weight], [span])
            else:
                use[0].append(weight)
                use[1].append(span)
            if name not in slugs:
                slugs.append(name)
        if len(slugs) > 1:
            slugs.sort(key=list(self.uses).index)  # an item names skills in the posting's order
        return tuple(slugs)

    def skills(self) -> tuple[SkillUse, ...]:
        """In the order of their first appearance."""
        return tuple(
            [
                SkillUse(slug, NAMES[slug], STRENGTHS[min(weights)], tuple(spans))
                for slug, (weights, spans) in self.uses.items()
            ]
        )

    def text(self) -> str:
        return "".join(self.parts)
