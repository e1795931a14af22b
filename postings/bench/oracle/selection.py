"""Which postings a plan selects, with or without its conditions of one dimension."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from django.db import transaction

from postings.bench.oracle.conditions import AROUND, OFFERED, Conditions
from postings.bench.oracle.sql import Sql, all_of, counts, execute
from postings.query import Order, Pay, Plan, leaves
from postings.search.meanings import Meanings, meanings_of

# OFFSET 0 has each text unpacked once, and not for every word that is looked for in it.
WORDS = r"""
JOIN (
    SELECT posting_id, array_to_string(zones, E'\n') AS any_words, zones[1] AS title_words,
        zones[2] AS required_words, zones[3] AS preferred_words
    FROM postings_searchdoc
    WHERE died IS NULL AND generation = (SELECT generation FROM postings_indexclock)
    OFFSET 0
) AS doc ON doc.posting_id = posting.id
"""
CURRENCIES = f"""
SELECT band.currency, count(DISTINCT posting.id)
FROM postings_posting AS posting JOIN postings_payband AS band ON band.posting_id = posting.id AND {OFFERED}
"""
BY_PAY = {Order.PAY_HIGH, Order.PAY_LOW}


@dataclass(frozen=True, slots=True)
class Selection:
    plan: Plan
    meanings: Meanings
    currency: str  # that the plan's ranges of pay are in, "" if it has none
    commonest: str  # of those who meet the plan's other conditions, whatever its words

    @property
    def conditions(self) -> Conditions:
        return Conditions(self.meanings, self.currency or self.commonest)

    def where(self, ignored: str = "") -> Sql:
        """Return the condition on `posting` within `words_found` and `all_found`."""
        if not any(one.dimension == ignored for one in self.plan.conditions):
            return Sql("posting.id IN (SELECT id FROM oracle_found)")
        return self.in_full(ignored)

    def in_full(self, ignored: str = "") -> Sql:
        words = [Sql("posting.id IN (SELECT id FROM oracle_words)")] if self.plan.text else []
        return all_of((*_conditions(self.plan, self.conditions, ignored), *words))


def selection_of(plan: Plan) -> Selection:
    meanings = meanings_of(plan)
    in_text = [one for one in leaves(plan.text) if isinstance(one, Pay)] if plan.text else []
    ranges = [*(one for one in plan.conditions if isinstance(one, Pay)), *in_text]
    commonest = ""
    if ranges or plan.order in BY_PAY:
        others = replace(plan, text=None) if in_text else plan
        commonest = next(iter(_currencies_of(others, meanings)), "USD")
    named = next((one.currency for one in ranges if one.currency), commonest if ranges else "")
    return Selection(plan, meanings, named, commonest)


def _currencies_of(plan: Plan, meanings: Meanings) -> dict[str, int]:
    """Return the currencies of a plan without its ranges of pay, all postings being read for its words."""
    conditions = Conditions(meanings, "")
    if plan.text is None:
        return currencies(all_of(_conditions(plan, conditions, "pay")))
    where = all_of((*_conditions(plan, conditions, "pay"), conditions.sql(plan.text)))
    return currencies(where, WORDS)


def currencies(where: Sql, joined: str = "") -> dict[str, int]:
    """Return how many offer pay in each currency, the commonest first."""
    return counts(AROUND, CURRENCIES, joined, "WHERE", where, "GROUP BY 1 ORDER BY 2 DESC, 1")


@contextmanager
def words_found(selection: Selection) -> Iterator[None]:
    """Read every posting once and keep which ones answer the plan's words, as a table for this block."""
    text = selection.plan.text
    if text is None:
        yield
        return
    base = _conditions(Plan(kind=selection.plan.kind), selection.conditions, "")
    with _table("oracle_words", WORDS, all_of((*base, selection.conditions.sql(text)))):
        yield


@contextmanager
def all_found(selection: Selection) -> Iterator[None]:
    """Keep which postings meet everything: most facets count those, only chosen ones count others."""
    with _table("oracle_found", "", selection.in_full()):
        yield


@contextmanager
def _table(name: str, joined: str, where: Sql) -> Iterator[None]:
    with transaction.atomic():
        select = f"SELECT posting.id FROM postings_posting AS posting {joined} WHERE"
        execute(f"CREATE TEMP TABLE {name} ON COMMIT DROP AS", AROUND, select, where)
        execute(f"ANALYZE {name}")
        yield
        execute(f"DROP TABLE {name}")


def _conditions(plan: Plan, conditions: Conditions, ignored: str) -> list[Sql]:
    """Return the conditions on the row alone, without those of the ignored dimension."""
    base = Sql("posting.state = 'published' AND posting.kind = %s", (plan.kind,))
    return [base, *(conditions.sql(one) for one in plan.conditions if one.dimension != ignored)]
