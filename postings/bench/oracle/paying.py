"""Quarters of what a selection pays, by plain SQL: all of it, by family and by level."""

from postings.bench.oracle.conditions import AROUND
from postings.bench.oracle.counting import MAIN, POSTINGS
from postings.bench.oracle.selection import Selection, all_found, words_found
from postings.bench.oracle.sql import Sql, rows
from postings.bitmaps import PaySpread

QUARTERS = """
SELECT posting.family, posting.level,
    percentile_disc(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY div(main.bottom + main.top, 2)::bigint),
    count(*)
"""
GROUPS = "GROUP BY GROUPING SETS ((), (posting.family), (posting.level))"

Quarters = dict[str, PaySpread]  # by family, by level, and under "" of all


def quarters(selection: Selection, currency: str) -> Quarters:
    """Return the groups in which anybody pays in this currency."""
    main = Sql(f"JOIN LATERAL ({MAIN}) AS main ON true WHERE", (currency,))
    with words_found(selection), all_found(selection):
        found = rows(AROUND, QUARTERS, POSTINGS, main, selection.where(), GROUPS)
    told = [(_key(family, level), three, count) for family, level, three, count in found]
    return {key: _spread(currency, three, count) for key, three, count in told if key is not None and count}


def _key(family: str | None, level: str | None) -> str | None:
    """Return which group a row is of; none for those that do not state what they are."""
    if family is None and level is None:
        return ""
    return family or level or None


def _spread(currency: str, three: list[int], count: int) -> PaySpread:
    lower, median, upper = map(int, three)
    return PaySpread(currency, count, (lower, median, upper))
