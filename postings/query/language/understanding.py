"""Search text in; what it asks, what was odd about it, and the words to mark in results out.

Every text has a meaning: what cannot be understood is a Fault, and the rest of the text is searched.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from postings.query.language.faults import Fault
from postings.query.language.scan import scan
from postings.query.language.tree import Tree
from postings.query.plan import All, Either, Node, Phrase, Word


@dataclass(frozen=True, slots=True)
class Understood:
    node: Node | None
    faults: tuple[Fault, ...]
    words: tuple[Word, ...]  # what is looked for, not what is excluded


def understand(text: str, today: date) -> Understood:
    tree, faults = Tree(today), []
    for piece in scan(text):
        if isinstance(piece, Fault):
            faults.append(piece)
        else:
            tree.add(piece)
    node = tree.node()
    return Understood(node, tuple(sorted(faults + tree.faults)), tuple(dict.fromkeys(_sought(node))))


def _sought(node: Node | None) -> Iterator[Word]:
    match node:
        case Word():
            yield node
        case Phrase(words=words):
            yield from words
        case All(nodes=nodes) | Either(nodes=nodes):
            for one in nodes:
                yield from _sought(one)
