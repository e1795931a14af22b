"""What a page says of a selection: one statement a facet, each with its own condition left out."""

from collections.abc import Iterable, Iterator
from itertools import accumulate

from postings.bench.figures import Counts, Figures, is_ranked
from postings.bench.oracle.conditions import (
    AROUND,
    ARRAYS,
    BOTTOM,
    COLUMNS,
    EVIDENCE,
    LARGEST,
    OFFERED,
    TOP,
    YEARS,
)
from postings.bench.oracle.selection import Selection, all_found, currencies
from postings.bench.oracle.sql import TRUE, Sql, all_of, counts, rows
from postings.bitmaps import Histogram
from postings.query import Chosen, Order
from postings.scopes import SCOPES
from postings.vocabulary import Education, EmploymentType, Family, Level, Sponsorship, WorkMode

POSTINGS = "FROM postings_posting AS posting"
TERMS: dict[str, Iterable[str]] = {
    "mode": WorkMode,
    "level": Level,
    "family": Family,
    "education": Education,
    "visa": Sponsorship,
    "type": EmploymentType,
    "remote": SCOPES,
}
STATES = ("stated", "not_stated", "placeholder", "conflicting")
# Of dimensions with many values: what is counted, how, and where it is found. Two sites may share a country.
BIG = {
    "company": ("posting.company_id", "count(*)", POSTINGS),
    "place": (
        "around.above",
        "count(DISTINCT posting.id)",
        f"{POSTINGS} JOIN postings_postingplace AS site ON site.posting_id = posting.id"
        " JOIN around ON around.place = site.place_id",
    ),
    "skill": (
        "use.skill_id",
        "count(*)",
        f"{POSTINGS} JOIN postings_postingskill AS use ON use.posting_id = posting.id",
    ),
}
QUALITY = """
SELECT known.field || ':' || %s, count(DISTINCT posting.id)
FROM postings_posting AS posting JOIN postings_evidence AS known ON known.posting_id = posting.id
WHERE known.field = ANY(%%s) AND
"""
STATE = "CASE known.state WHEN 'edited' THEN 'stated' ELSE known.state END"
# Each posting's highest band in one currency, the first that was written of several as high.
MAIN = f"""
SELECT {BOTTOM} AS bottom, {TOP} AS top, band.open_top FROM postings_payband AS band
WHERE band.posting_id = posting.id AND {OFFERED} AND band.currency = %s
ORDER BY top DESC, bottom DESC, position LIMIT 1
"""
BINS, FARTHEST = 24, 0.995


def counted(selection: Selection, *, limit: int, most: int) -> Figures:
    """Ask for everything that a page shows, within `words_found`."""
    with all_found(selection):
        return _counted(selection, limit=limit, most=most)


def _counted(selection: Selection, *, limit: int, most: int) -> Figures:
    facets = {dimension: _terms(selection, dimension) for dimension in TERMS}
    facets["quality"] = _quality(selection)
    facets |= {dimension: _frequent(selection, dimension, most) for dimension in BIG}
    paid = currencies(selection.where("pay"))
    currency = selection.currency or next(iter(paid), "")
    return Figures(
        total=_total(selection),
        ids=None if is_ranked(selection.plan) else _first(selection, limit),
        facets=facets,
        currency=currency,
        currencies=paid,
        histogram=_histogram(selection, currency or "USD"),
    )


def _terms(selection: Selection, dimension: str) -> Counts:
    """Count every member of a vocabulary, those that nobody has too."""
    if dimension in COLUMNS:
        select = f"SELECT posting.{COLUMNS[dimension]}, count(*) {POSTINGS} WHERE"
    else:
        terms = f"unnest(posting.{ARRAYS[dimension]}) AS term"
        select = f"SELECT term, count(DISTINCT posting.id) {POSTINGS}, {terms} WHERE"
    found = counts(AROUND, select, selection.where(dimension), "GROUP BY 1")
    return {term: found.get(term, 0) for term in TERMS[dimension]}


def _quality(selection: Selection) -> Counts:
    """A posting may have several states of a field, as of each of its places; not stated is who has none."""
    fields, where = list(EVIDENCE.values()), selection.where("quality")
    total = _total(selection, "quality")
    by_state = counts(AROUND, Sql(QUALITY % STATE, (fields,)), where, "GROUP BY 1")
    at_all = counts(AROUND, Sql(QUALITY % "'any'", (fields,)), where, "GROUP BY 1")
    found = {f"{field}:not_stated": total - at_all.get(f"{field}:any", 0) for field in fields} | by_state
    return {
        f"{name}:{state}": found.get(f"{field}:{state}", 0)
        for name, field in EVIDENCE.items()
        for state in STATES
    }


def _total(selection: Selection, ignored: str = "") -> int:
    [(total,)] = rows(AROUND, f"SELECT count(*) {POSTINGS} WHERE", selection.where(ignored))
    return int(total)


def _frequent(selection: Selection, dimension: str, most: int) -> Counts:
    """Count the most frequent values, the oldest rows first of equally frequent ones, and the chosen ones."""
    value, number, tables = BIG[dimension]
    select = f"SELECT {value}, {number} {tables} WHERE"
    chosen, strength = _chosen(selection, dimension)
    strong = Sql("use.strength = %s", (strength,)) if strength else TRUE
    where = all_of((selection.where(dimension), Sql(f"{value} IS NOT NULL"), strong))
    best = counts(AROUND, select, where, Sql("GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT %s", (most,)))
    if not chosen:
        return best
    of_those = all_of((where, Sql(f"{value} = ANY(%s)", (chosen,))))
    return dict.fromkeys(chosen, 0) | best | counts(AROUND, select, of_those, "GROUP BY 1")


def _chosen(selection: Selection, dimension: str) -> tuple[list[int], str]:
    """Return the chosen rows, and how strongly skills must be asked for to be counted."""
    conditions = (one for one in selection.plan.conditions if one.dimension == dimension)
    match next(conditions, None):
        case Chosen(_, slugs, _, strength):
            known = Sql(f"SELECT id FROM postings_{dimension} WHERE slug = ANY(%s)", (list(slugs),))
            return [row for (row,) in rows(known)], strength
        case _:
            return [], ""


def _first(selection: Selection, limit: int) -> tuple[int, ...]:
    currency = selection.currency or selection.commonest
    main = Sql(f"LEFT JOIN LATERAL ({MAIN}) AS main ON true", (currency,))
    key = {
        Order.PAY_HIGH: "coalesce(main.top, 0) DESC,",
        Order.PAY_LOW: f"coalesce(main.bottom, {LARGEST}),",
        Order.EXPERIENCE: f"{YEARS} NULLS LAST,",
    }.get(selection.plan.order, "")
    order = Sql(
        f'ORDER BY {key} posting.first_published_at DESC, posting.public_id COLLATE "C" LIMIT %s', (limit,)
    )
    needed = [main] if "main" in key else []
    found = rows(AROUND, f"SELECT posting.id {POSTINGS}", *needed, "WHERE", selection.where(), order)
    return tuple(posting for (posting,) in found)


def _histogram(selection: Selection, currency: str) -> Histogram:
    main = Sql(f"JOIN LATERAL ({MAIN}) AS main ON true WHERE", (currency,))
    select = f"SELECT div(main.bottom + main.top, 2)::bigint, count(*) {POSTINGS}"
    middles = rows(AROUND, select, main, selection.where("pay"), "GROUP BY 1 ORDER BY 1")
    if not middles:
        return Histogram(currency, 0, ())
    width = _width(middles)
    bins = [0] * BINS
    for middle, count in middles:
        bins[min(middle // width, BINS - 1)] += count
    return Histogram(currency, width, tuple(bins))


def _width(middles: Iterable[tuple[int, ...]]) -> int:
    """Return the least of 1, 2, 5, 10, 20 … of which BINS reach as far as nearly all of the middles."""
    middles = list(middles)
    ranks = list(accumulate(count for _, count in middles))
    place = int((ranks[-1] - 1) * FARTHEST)
    farthest = next(middle for (middle, _), rank in zip(middles, ranks, strict=True) if rank > place)
    steps: Iterator[int] = (digit * 10**power for power in range(11) for digit in (1, 2, 5))
    return next(step for step in steps if step * BINS >= farthest)
