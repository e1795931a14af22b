"""Several postings side by side: rows of facts, columns of postings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from postings.facts import PostingFacts
from postings.facts_json import facts_from_json
from postings.models import Posting, PostingRevision
from postings.salary import ends, pay_in_words
from postings.selectors.addresses import posting_url
from postings.selectors.aligned_rows import LETTERS, aligned_groups
from postings.selectors.cells import absent, cell
from postings.selectors.fact_words import FactWords, facts_in_words
from postings.selectors.standing import band_on, comparable, offer_of
from postings.stored import facts_of_all
from postings.vocabulary import Strength

SIGNS = {
    Strength.REQUIRED: "● required",
    Strength.PREFERRED: "○ preferred",
    Strength.MENTIONED: "· mentioned",
}
MOST_COMPARED = len(LETTERS)


@dataclass(frozen=True, slots=True)
class Pinned:
    """A posting to compare: `3f9k2` as it is now, or `3f9k2@3` as revision 3 had it."""

    public_id: str
    revision: int | None = None

    def __str__(self) -> str:
        return self.public_id if self.revision is None else f"{self.public_id}@{self.revision}"

    @classmethod
    def parse(cls, text: str) -> "Pinned":
        """Raise ValueError for what is no posting's address."""
        public_id, pin, number = text.partition("@")
        if not (public_id.isascii() and public_id.isalnum()) or (pin and not _is_number(number)):
            raise ValueError(f"“{text}” is no posting")
        return cls(public_id, int(number) if pin else None)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 7


@dataclass(frozen=True, slots=True)
class Column:
    pin: Pinned
    title: str
    url: str
    note: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """`groups` is what templates/_components/table.html shows; `missing` are addresses that led nowhere."""

    columns: list[Column]
    groups: list[dict[str, Any]]
    missing: list[str]


def comparison(pins: Sequence[Pinned], *, today: date, differences: bool = False) -> Comparison:
    """With `differences`, rows that say the same of all postings are left out."""
    found = published(pins)
    shown = [(pin, *found[pin]) for pin in pins if pin in found]
    columns = [
        Column(pin, posting.title, posting_url(posting.public_id, posting.title), _note(letter, pin, posting))
        for letter, (pin, posting, _) in zip(LETTERS, shown, strict=False)
    ]
    all_facts = [facts for _, _, facts in shown]
    groups = _groups(all_facts, today, differences=differences) if len(shown) > 1 else []
    return Comparison(columns, groups, [str(pin) for pin in pins if pin not in found])


def published(pins: Sequence[Pinned]) -> dict[Pinned, tuple[Posting, PostingFacts]]:
    """Return those that there are, each with the facts that its pin asks for."""
    ids = {pin.public_id for pin in pins}
    postings = {
        posting.public_id: posting
        for posting in Posting.objects.published()
        .filter(public_id__in=ids)
        .select_related("company")
        .defer("draft")
    }
    now = facts_of_all([postings[pin.public_id] for pin in pins if pin.public_id in postings])
    found = {}
    for pin in pins:
        if posting := postings.get(pin.public_id):
            if pin.revision in (None, posting.revision):
                found[pin] = (posting, now[posting.pk])
            elif old := PostingRevision.objects.filter(posting=posting, number=pin.revision).first():
                found[pin] = (posting, facts_from_json(old.facts))
    return found


def _note(letter: str, pin: Pinned, posting: Posting) -> str:
    company = posting.company.name if posting.company else posting.organization
    pinned = f"revision {pin.revision} of {posting.revision}" if pin.revision else ""
    return " · ".join(part for part in (letter, company, pinned) if part)


def _groups(all_facts: list[PostingFacts], today: date, *, differences: bool) -> list[dict[str, Any]]:
    groups: list[dict[str, Any]] = [
        {"title": "Facts", "rows": _fact_rows(all_facts, today)},
        {"title": "Skills", "rows": _skill_rows(all_facts)},
    ]
    if differences:
        groups = [{**group, "rows": [row for row in group["rows"] if _differ(row)]} for group in groups]
    groups += aligned_groups(all_facts, differences=differences)
    return [group for group in groups if group["rows"]]


def _differ(row: dict[str, Any]) -> bool:
    first, *others = row["cells"]
    return any(other != first for other in others)


def _row(label: str, cells: list[dict[str, Any]], note: str = "") -> dict[str, Any]:
    return {"label": label, "note": note, "cells": cells}


def _fact_rows(all_facts: list[PostingFacts], today: date) -> list[dict[str, Any]]:
    rows = []
    for same_field in zip(*map(facts_in_words, all_facts), strict=True):
        field, label, _ = same_field[0]
        if field == "title":  # stands above its column
            continue
        if any(words for _, _, words in same_field):
            cells = [_fact_cell(words) for _, _, words in same_field]
            note = _on_one_axis(all_facts, cells, today) if field == "pay" else ""
            rows.append(_row(label, cells, note))
    return rows


def _on_one_axis(all_facts: list[PostingFacts], cells: list[dict[str, Any]], today: date) -> str:
    """Draw the bands of all that pay in the first one's currency; return whose peers is under them."""
    offers = [offer_of(facts) for facts in all_facts]
    first = next((number for number, offer in enumerate(offers) if offer), None)
    peers = None if first is None else comparable(all_facts[first], today)
    if peers is None:
        return ""
    currency = peers.spread.currency
    paid = [(place, offer) for place, offer in enumerate(offers) if offer and offer.currency == currency]
    end = peers.end_for(ends(offer)[1] for _, offer in paid)
    for place, offer in paid:
        cells[place]["band"] = band_on(peers.spread, *ends(offer), pay_in_words(offer), end=end)
    return f"beside {peers.spread.total:,} {peers.said}"


def _fact_cell(words: list[FactWords]) -> dict[str, Any]:
    stated = [one.text for one in words if one.text]
    if stated:
        return cell("; ".join(stated))
    note = f"The document has a placeholder: {words[0].raw}" if words else ""
    return absent("Not stated", note)


def _skill_rows(all_facts: list[PostingFacts]) -> list[dict[str, Any]]:
    """Skills that most of the postings name come first."""
    uses = [{use.slug: use for use in facts.skills} for facts in all_facts]
    names = {slug: use.name for each in uses for slug, use in each.items()}
    order = sorted(names, key=lambda slug: (-sum(slug in each for each in uses), names[slug].casefold()))
    return [_row(names[slug], [_skill_cell(each.get(slug)) for each in uses]) for slug in order]


def _skill_cell(use: Any) -> dict[str, Any]:
    return cell(SIGNS[use.strength]) if use else absent("–")


def plain_rows(found: Comparison) -> list[list[str]]:
    """Return the table as texts: a row a group's title, then its rows."""
    rows = []
    for group in found.groups:
        rows.append([group["title"], *("" for _ in found.columns)])
        rows += [[row["label"], *map(_plain, row["cells"])] for row in group["rows"]]
    return rows


def _plain(one: dict[str, Any]) -> str:
    text = "".join(part["text"] for part in one["parts"]) if one["parts"] else one["text"]
    return f"{text} ({one['note']})" if one["note"] else text
