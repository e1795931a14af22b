"""Quarters of what a selection pays, by plain SQL: all of it, by family and by level."""

from postings.bench.oracle.conditions import AROUND
from postings.bench.oracle.counting import MAIN, POSTINGS
from postings.bench.oracle.selection import Selection, all_found, words_found
from postings.bench.oracle.sql import Sql, all_of, rows
from postings.bitmaps import PaySpread
from postings.bitmaps.paid import FAR, WIDE

# A band has to have two ends that are not too far from each other, nor its middle from the median of all.
BANDS = """
, band AS (
    SELECT posting.family, posting.level, div(main.bottom + main.top, 2)::bigint AS middle,
        main.bottom, main.top
"""
QUARTERS = f"""
), median AS (
    SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY middle) AS middle FROM band
)
SELECT family, level, percentile_disc(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY band.middle), count(*)
FROM band, median
WHERE band.middle * {FAR} >= median.middle AND band.middle <= median.middle * {FAR} AND top <= bottom * {WIDE}
GROUP BY GROUPING SETS ((), (family), (level))
"""
TWO_ENDS = Sql("main.bottom > 0 AND NOT main.open_top")

Quarters = dict[str, PaySpread]  # by family, by level, and under "" of all


def quarters(selection: Selection, currency: str) -> Quarters:
    """Return the groups in which anybody pays in this currency."""
    main = Sql(f"JOIN LATERAL ({MAIN}) AS main ON true WHERE", (currency,))
    with words_found(selection), all_found(selection):
        chosen = all_of((selection.where(), TWO_ENDS))
        found = rows(AROUND, BANDS, POSTINGS, main, chosen, QUARTERS)
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
