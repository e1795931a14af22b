"""A node of the plan in, search text that means it out: the one canonical spelling.

`understand(to_text(node), today).node == node` for every node that `understand` returns.
"""

import re

from postings.parsing.lexicon.currencies import load_currencies
from postings.query.language.scan import OPERATORS
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

PLAIN = re.compile(r"\w+(?:[.+#'’]\w*)*")


def to_text(node: Node | None) -> str:
    match node:
        case None:
            return ""
        case All(nodes=nodes):
            return " ".join(map(to_text, nodes))
        case Either(nodes=nodes):
            return " OR ".join(_bracketed(one, All) for one in nodes)
        case Not(node=denied):
            return f"-{_bracketed(denied, All, Either)}"
        case Word(typed=typed, zone=zone):
            return _in_zone(typed if _is_plain(typed) else f'"{typed}"', zone)
        case Phrase(words=words, zone=zone):
            return _in_zone(f'"{" ".join(word.typed for word in words)}"', zone)
        case _:
            return _field(node)


def _field(node: Chosen | Named | Pay | Years | Posted | Open) -> str:
    match node:
        case Chosen(dimension=dimension, values=values):
            return f"{dimension}:{','.join(values)}"
        case Named(dimension=dimension, name=name):
            return f"{dimension}:{name}" if PLAIN.fullmatch(name) else f'{dimension}:"{name}"'
        case Pay(low=low, high=high, currency=currency):
            return f"pay:{_range(_sum(low), _sum(high))}{currency}"
        case Years(low=low, high=high):
            return f"years:{_range(_tenths(low), _tenths(high))}"
        case Posted(since=since):
            return f"posted:{since.isoformat()}"
        case Open():
            return "closed:no"


def _bracketed(node: Node, *groups: type[All] | type[Either]) -> str:
    return f"({to_text(node)})" if isinstance(node, groups) else to_text(node)


def _is_plain(typed: str) -> bool:
    """A currency's code is set in quotation marks: behind a sum it would be read as the sum's."""
    return bool(PLAIN.fullmatch(typed)) and typed not in OPERATORS and typed not in load_currencies()


def _in_zone(text: str, zone: Zone) -> str:
    return f"{zone}:{text}" if zone else text


def _range(low: str, high: str) -> str:
    if low and high:
        return low if low == high else f"{low}..{high}"
    return f">={low}" if low else f"<={high}"


def _sum(amount: int | None) -> str:
    """Thousands are said where a small figure would be taken for thousands."""
    if amount is None:
        return ""
    return f"{amount / 1_000:.3f}k" if amount < 1_000 else str(amount)


def _tenths(amount: int | None) -> str:
    return "" if amount is None else f"{amount / 10:g}"
