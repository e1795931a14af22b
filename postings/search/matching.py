"""Which entries answer a node of a question: sets of the library and of words, combined as the tree says."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from pyroaring import BitMap

from postings.bitmaps import NONE, code_of, paying
from postings.query.plan import (
    All,
    Chosen,
    Either,
    Named,
    Node,
    Not,
    Open,
    Pay,
    Phrase,
    Posted,
    Word,
    Years,
    Zone,
)
from postings.search.index import Index
from postings.search.meanings import Meanings, key_of, runs

# Where a skill is asked for, if its name is looked for there; a title is words and nothing else.
SKILL_IN = {Zone.ANY: "skill", Zone.REQUIRED: "required", Zone.PREFERRED: "preferred"}


@dataclass(frozen=True, slots=True)
class Matching:
    index: Index
    meanings: Meanings
    currency: Callable[[Pay], str]  # which one a range of pay is in that names none

    def entries(self, node: Node, within: BitMap) -> BitMap:
        """Return those of `within` that answer the node."""
        library = self.index.library
        match node:
            case All(nodes):
                return self._all(nodes, within)
            case Either(nodes):
                return BitMap.union(NONE, *(self.entries(one, within) for one in nodes))
            case Not(inner):
                return within - self.entries(inner, within)
            case Word():
                return within & (self.index.words.having(node) | self.with_skill(node))
            case Phrase():
                return self.index.words.having_phrase(node, within) | (within & self.with_skill(node))
            case Chosen(values=()):
                return within
            case Chosen(dimension, _, every, strength):
                known = self.meanings.values(node)
                if every and len(known) < len(node.values):
                    return NONE  # nobody has what there is not
                having = library.having_all if every else library.having_any
                return within & having(strength or dimension, known)
            case Named("skill"):
                return within & self.with_skill(node)
            case Named(dimension, name):
                return within & library.having_any(dimension, self.meanings.names[dimension, name])
            case Pay(low, high):
                return within & paying(library, self.currency(node), low, high)
            case Years(low, high):
                return within & library.asking_years(low, high)
            case Posted(since):
                return within & library.posted_since(since.toordinal())
            case Open(on):
                return within & library.open_on(on.toordinal())

    def with_skill(self, said: Word | Phrase | Named) -> BitMap:
        """Return who has the skill that goes by these words: GenAI is also written "generative AI"."""
        return self._skilled(key_of(said), Zone.ANY if isinstance(said, Named) else said.zone)

    def _skilled(self, key: str, zone: Zone) -> BitMap:
        skill = self.meanings.skills.get(key)
        if skill is None or zone not in SKILL_IN:
            return NONE
        return self.index.library.having(code_of(SKILL_IN[zone], skill))

    def _all(self, nodes: tuple[Node, ...], within: BitMap) -> BitMap:
        """Narrow down, one after the other; neighbours that name a skill may be met by it together."""
        for group, skill in self._grouped(nodes):
            found = within
            for node in group:
                found = self.entries(node, found)
            within = found | (within & skill)
        return within

    def _grouped(self, nodes: tuple[Node, ...]) -> Iterator[tuple[Iterable[Node], BitMap]]:
        named = {start: (end, key) for start, end, key in runs(nodes) if key in self.meanings.skills}
        place = 0
        while place < len(nodes):
            end, key = named.get(place, (place + 1, ""))
            first = nodes[place]
            zone = first.zone if isinstance(first, Word) else Zone.ANY
            yield nodes[place:end], self._skilled(key, zone) if end - place > 1 else NONE
            place = end


def in_zone(said: Word | Phrase, zone: Zone) -> Word | Phrase:
    if isinstance(said, Phrase):
        return Phrase(tuple(replace(word, zone=zone) for word in said.words), zone)
    return replace(said, zone=zone)
