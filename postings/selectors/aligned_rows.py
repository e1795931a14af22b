"""Requirements and duties of several postings as rows: a row an idea, its cells with what differs."""

from collections.abc import Iterator, Sequence
from typing import Any

from postings.compare.align import Alignment, Link, Row, align
from postings.compare.asks import Ask
from postings.compare.relation import Relation
from postings.compare.wording import differing
from postings.facts import PostingFacts
from postings.selectors.cells import absent, cell
from postings.vocabulary import Kind

LETTERS = "ABCDEF"


def aligned_groups(postings: Sequence[PostingFacts], *, differences: bool) -> list[dict[str, Any]]:
    """Return the groups that templates/_components/table.html shows: what all share, some, and only one.

    With `differences`, rows that say the same of all are left out.
    """
    alignment = align([facts.items for facts in postings])
    related = {(link.earlier, link.later): link for link in alignment.links}
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in alignment.rows:
        if differences and _is_the_same(row, alignment, related):
            continue
        groups.setdefault(_title(row, postings), []).append(_row(row, alignment, related))
    return [{"title": title, "rows": rows} for title, rows in groups.items()]


def _title(row: Row, postings: Sequence[PostingFacts]) -> str:
    if len(row.members) == len(postings):
        return "Asked by both" if len(postings) == 2 else "Asked by all"
    if len(row.members) > 1:
        return "Asked by some"
    alone = min(row.members)
    if postings[alone].kind is Kind.GUIDE:
        return f"Only in the guide {LETTERS[alone]}: not covered"
    return f"Only in {LETTERS[alone]}"


def _is_the_same(row: Row, alignment: Alignment, related: dict[Any, Link]) -> bool:
    first, *others = sorted(row.members.items())
    return len(row.members) == len(alignment.asks) and all(
        related[first, other].related.relation is Relation.SAME for other in others
    )


def _row(row: Row, alignment: Alignment, related: dict[Any, Link]) -> dict[str, Any]:
    members = sorted(row.members.items())
    asks = [alignment.asks[posting][place] for posting, place in members]
    cells = [absent("–") for _ in alignment.asks]
    for (posting, place), filled in zip(members, _cells(asks), strict=True):
        cells[posting] = filled
        if (posting, place) != members[0]:
            filled["note"] = _note(related[members[0], (posting, place)])
    return {"label": _label(asks), "note": "", "cells": cells}


def _label(asks: Sequence[Ask]) -> str:
    return " / ".join(dict.fromkeys(ask.section.label for ask in asks))


def _cells(asks: Sequence[Ask]) -> Iterator[dict[str, Any]]:
    if len(asks) == 1:
        yield cell(asks[0].text)
        return
    for parts in differing([ask.text for ask in asks]):
        yield cell(parts=[{"text": part.text, "marked": part.differs} for part in parts])


def _note(link: Link) -> str:
    """Return what this asks compared with the row's first: “Asks more than A: 8+ years, not 5+”."""
    relation, why = link.related
    first = LETTERS[link.earlier[0]]
    words = {
        Relation.SAME: f"The same as {first}",
        Relation.REWORDED: f"As {first}, in other words",
        Relation.STRICTER: f"Asks more than {first}",
        Relation.LOOSER: f"Asks less than {first}",
        Relation.RELATED: f"Related to {first}",
    }[relation]
    return f"{words}: {why}" if why else words
