"""Pieces of search text in, one node of the plan out.

    query   any number of choices, which must all hold
    choice  thing OR thing OR …          as web searches have it: `a b OR c` is a and (b or c)
    thing   -thing, words, "a phrase", field:value, (query)

What stands where it cannot is left out and said so. Brackets are kept on a stack of their own and count to a
limit, so that a thousand of them neither exhaust Python's stack nor make a tree that does so later.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from postings.query.language.faults import Fault, Reading
from postings.query.language.scan import Asked, Piece, Said, Sign
from postings.query.language.words import words_in
from postings.query.plan import All, Chosen, Either, Node, Not

DEEPEST = 20


@dataclass(slots=True)
class Group:
    """What stands between two brackets, so far: choices, each with its alternatives."""

    opening: Sign | None = None
    choices: list[list[Node | None]] = field(default_factory=list)  # None: a thing that meant nothing
    waiting: Sign | None = None  # an OR or NOT whose right side is to come
    either: bool = False
    negative: bool = False

    def take(self, node: Node | None) -> None:
        node = opposite(node) if self.negative else node
        if self.either:
            self.choices[-1].append(node)
        else:
            self.choices.append([node])
        self.waiting, self.either, self.negative = None, False, False

    def node(self) -> Node | None:
        return joined(All, [joined(Either, choice) for choice in self.choices])


class Tree:
    """Grows by a piece at a time; `node()` ends it."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.faults: list[Fault] = []
        self.groups = [Group()]
        self.too_deep = 0

    def add(self, piece: Piece) -> None:
        group = self.groups[-1]
        match piece:
            case Said():
                group.take(self._said(piece))
            case Asked():
                group.take(self._asked(piece))
            case Sign(sign="OR"):
                self._either(group, piece)
            case Sign(sign="NOT"):
                group.waiting, group.negative = piece, not group.negative
            case Sign(sign="("):
                self._open(group, piece)
            case Sign(sign=")"):
                self._close(piece)
            case Sign(sign="AND"):
                pass  # what stands side by side must all hold anyway

    def node(self) -> Node | None:
        while len(self.groups) > 1:
            opening = self.groups[-1].opening
            if opening:
                self._fault(opening, "This bracket is never closed. Put a ) where the group ends.")
            self._end_group()
        self._end(self.groups[0])
        return self.groups[0].node()

    def _said(self, said: Said) -> Node | None:
        node = words_in(said.text)
        if node is None and said.quoted:
            self._fault(said, "There is no word between these quotation marks.")
        elif said.text == "-":
            self._fault(said, "A minus excludes what it touches: -word. This one touches nothing.")
        return node

    def _asked(self, asked: Asked) -> Node | None:
        nodes = []
        for value in asked.values:
            node, note = self._read(asked, value)
            nodes.append(node)
            if note:
                self._fault(value, note)
        return any_of(nodes)

    def _read(self, asked: Asked, value: Said) -> Reading:
        """`mode:-remote` must not find what is remote, as it would if marks were overlooked."""
        if value.text.startswith("-") and not value.quoted:
            return Reading(None, f"To exclude it, put the minus first: -{asked.field.name}:{value.text[1:]}.")
        return asked.field.read(value.text, self.today)

    def _either(self, group: Group, sign: Sign) -> None:
        if group.waiting or not group.choices:
            self._fault(sign, "OR stands between two things: remote OR hybrid. This one was left out.")
        else:
            group.waiting, group.either = sign, True

    def _open(self, group: Group, sign: Sign) -> None:
        if len(self.groups) <= DEEPEST:
            self.groups.append(Group(sign))
            return
        if not self.too_deep:
            self._fault(sign, f"Brackets go {DEEPEST} deep. Those further inside were left out.")
        self.too_deep += 1

    def _close(self, sign: Sign) -> None:
        if self.too_deep:
            self.too_deep -= 1
        elif len(self.groups) > 1:
            self._end_group()
        else:
            self._fault(sign, "This bracket was never opened. Put a ( where the group begins.")

    def _end_group(self) -> None:
        group = self.groups.pop()
        self._end(group)
        self.groups[-1].take(group.node())

    def _end(self, group: Group) -> None:
        if group.waiting:
            self._fault(group.waiting, "Nothing follows this that it could go with. It was left out.")

    def _fault(self, at: Said | Sign, message: str) -> None:
        self.faults.append(Fault(at.start, at.end, message))


def opposite(node: Node | None) -> Node | None:
    return node.node if isinstance(node, Not) else node and Not(node)


def joined(kind: type[All] | type[Either], nodes: Iterable[Node | None]) -> Node | None:
    """Return one node for these: without repetitions, without groups of one or groups within their like."""
    flat: dict[Node, None] = {}
    for node in nodes:
        flat |= dict.fromkeys(node.nodes if isinstance(node, kind) else [node] if node else [])
    return kind(tuple(flat)) if len(flat) > 1 else next(iter(flat), None)


def any_of(nodes: Iterable[Node | None]) -> Node | None:
    """Return a choice of values as one condition, where they are of one dimension."""
    known = [node for node in nodes if node]
    chosen = [node for node in known if isinstance(node, Chosen)]
    if not chosen or len(chosen) < len(known):
        return joined(Either, known)
    return replace(chosen[0], values=tuple(sorted({value for one in chosen for value in one.values})))
