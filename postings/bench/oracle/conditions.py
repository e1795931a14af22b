"""A node of a plan as a condition on the row `posting`, with `doc` beside it where words are looked for.

What is not stated is NULL in SQL and meets no condition; denying a condition is `IS NOT TRUE`, so that
“not five years or more” finds also who says nothing of years.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from postings.bench.oracle.sql import FALSE, TRUE, Sql, all_of, any_of
from postings.query import (
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
from postings.search.meanings import Meanings, key_of, runs

LARGEST = 2**31 - 1
COLUMNS = {
    "mode": "work_mode",
    "level": "level",
    "family": "family",
    "education": "education",
    "visa": "visa_sponsorship",
}
ARRAYS = {"type": "employment_types", "remote": "remote_scope"}
EVIDENCE = {"pay": "pay", "years": "experience_years", "place": "locations", "education": "education"}
STRENGTHS = {Zone.ANY: "", Zone.REQUIRED: "required", Zone.PREFERRED: "preferred"}
ZONES = {zone: f"doc.{zone.name.lower()}_words" for zone in Zone}

# Every place with itself and all that it lies in; statements that ask for places begin with it.
AROUND = """
WITH RECURSIVE around AS (
    SELECT id AS place, id AS above FROM postings_place
    UNION SELECT around.place, lower.parent_id
    FROM around JOIN postings_place AS lower ON lower.id = around.above WHERE lower.parent_id IS NOT NULL
)
"""
YEARS = "coalesce(posting.experience_min, CASE WHEN posting.experience_max IS NOT NULL THEN 0 END)"
OFFERED = "(band.basis IN ('base', 'contract') OR posting.kind = 'guide' AND band.basis = 'market_estimate')"
BOTTOM = f"least(trunc(coalesce(band.yearly_min, 0)), {LARGEST})"
TOP = f"least(trunc(coalesce(band.yearly_max, band.yearly_min)), {LARGEST})"


@dataclass(frozen=True, slots=True)
class Conditions:
    meanings: Meanings
    currency: str  # of a range of pay that names none

    def sql(self, node: Node) -> Sql:
        match node:
            case All(nodes):
                return all_of(self._all(nodes))
            case Either(nodes):
                return any_of(map(self.sql, nodes))
            case Not(inner):
                text, values = self.sql(inner)
                return Sql(f"({text}) IS NOT TRUE", values)
            case Word() | Phrase():
                return any_of((_said(node), self._skilled(key_of(node), node.zone)))
            case Named("skill"):
                return self._skilled(key_of(node), Zone.ANY)
            case Named(dimension, name):
                return _of_rows(dimension, self.meanings.names[dimension, name])
            case Chosen():
                return _chosen(node)
            case Pay(low, high, currency):
                return _pays(low, high, currency or self.currency)
            case Years(low, high):
                return all_of([Sql(f"{YEARS} IS NOT NULL"), *_between(f"trunc({YEARS} * 10)", low, high)])
            case Posted(since):
                day = "coalesce(posting.posted_on, (posting.first_published_at AT TIME ZONE 'UTC')::date)"
                return Sql(f"{day} >= %s", (since,))
            case Open(on):
                return Sql("posting.closes_on IS NULL OR posting.closes_on >= %s", (on,))

    def _all(self, nodes: tuple[Node, ...]) -> Iterator[Sql]:
        """Words that name a skill together may be met by the skill: the longest name from each word on."""
        longest = {start: (end, key) for start, end, key in runs(nodes) if key in self.meanings.skills}
        place = 0
        while place < len(nodes):
            end, key = longest.get(place, (place + 1, ""))
            each = all_of(map(self.sql, nodes[place:end]))
            first = nodes[place]
            yield any_of((each, self._skilled(key, first.zone))) if isinstance(first, Word) else each
            place = end

    def _skilled(self, key: str, zone: Zone) -> Sql:
        if key not in self.meanings.skills or zone not in STRENGTHS:
            return FALSE
        return _uses(Sql("use.skill_id = %s", (self.meanings.skills[key],)), STRENGTHS[zone])


def _said(node: Word | Phrase) -> Sql:
    """A word has a stem a language, of which one will do; of a phrase all stand side by side in a line."""
    words = node.words if isinstance(node, Phrase) else (node,)
    return any_of(
        Sql(f"position(%s IN {ZONES[node.zone]}) > 0", (f" {' '.join(stems)} ",))
        for stems in zip(*(word.stems for word in words), strict=True)
    )


def _chosen(chosen: Chosen) -> Sql:
    if not chosen.values:
        return TRUE
    together = all_of if chosen.every else any_of
    return together(_has(chosen.dimension, value, chosen.strength) for value in chosen.values)


def _has(dimension: str, value: str, strength: str) -> Sql:
    if dimension in COLUMNS:
        return Sql(f"posting.{COLUMNS[dimension]} = %s", (value,))
    if dimension in ARRAYS:
        return Sql(f"%s = ANY(posting.{ARRAYS[dimension]})", (value,))
    if dimension == "quality":
        return _known(*value.split(":"))
    if dimension in {"skill", "required", "preferred"}:
        skill = Sql("use.skill_id = (SELECT id FROM postings_skill WHERE slug = %s)", (value,))
        return _uses(skill, strength or dimension.replace("skill", ""))
    return _of_rows(dimension, Sql(f"SELECT id FROM postings_{dimension} WHERE slug = %s", (value,)))


def _uses(skill: Sql, strength: str) -> Sql:
    having = all_of((skill, Sql("use.strength = %s", (strength,)) if strength else TRUE))
    return _exists("postings_postingskill AS use", "use", having)


def _of_rows(dimension: str, wanted: Sql | list[int]) -> Sql:
    """Whose company, or a place of whom or around it, is one of these rows."""
    ids = wanted if isinstance(wanted, Sql) else Sql("SELECT unnest(%s::bigint[])", (wanted,))
    if dimension == "company":
        return Sql(f"posting.company_id IN ({ids.text})", ids.values)
    sites = "postings_postingplace AS site JOIN around ON around.place = site.place_id"
    return _exists(sites, "site", Sql(f"around.above IN ({ids.text})", ids.values))


def _known(field: str, state: str) -> Sql:
    """What a person has set counts as stated; what nobody has stated has no row."""
    states = {
        "stated": ["stated", "edited"],
        "not_stated": ["stated", "edited", "placeholder", "conflicting"],
    }
    having = Sql("known.field = %s AND known.state = ANY(%s)", (EVIDENCE[field], states.get(state, [state])))
    text, values = _exists("postings_evidence AS known", "known", having)
    return Sql(f"NOT {text}" if state == "not_stated" else text, values)


def _pays(low: int | None, high: int | None, currency: str) -> Sql:
    reach = f"CASE WHEN band.open_top THEN {LARGEST} ELSE {TOP} END"
    fits = (*_between(reach, low, None), *_between(BOTTOM, None, high))
    return _exists(
        "postings_payband AS band",
        "band",
        all_of((Sql(OFFERED), Sql("band.currency = %s", (currency,)), *fits)),
    )


def _between(figure: str, low: int | None, high: int | None) -> Iterator[Sql]:
    if low is not None:
        yield Sql(f"{figure} >= %s", (low,))
    if high is not None:
        yield Sql(f"{figure} <= %s", (high,))


def _exists(tables: str, row: str, having: Sql) -> Sql:
    return Sql(
        f"EXISTS (SELECT FROM {tables} WHERE {row}.posting_id = posting.id AND {having.text})", having.values
    )
