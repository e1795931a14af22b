"""An Answer in, the filters of a page out: values with names and counts, as templates/_components/facet.html
takes them. Rows of a table are named by one query a table.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from postings.filters import PostingFilterSet
from postings.filters.labels import label_of
from postings.filters.rows import Named, SeveralRows
from postings.filters.terms import SeveralTerms
from postings.models import Company, Place, Skill
from postings.search import Answer, Facet
from postings.search.answer import Moment
from postings.selectors.known import Known
from postings.selectors.shown import Shown

SHOWN = 6  # values that are there at once
MANY = 100  # when all of a filter's values are asked for
BY_COUNT = {"family", "remote"}  # other vocabularies have an order of their own
OF_MANY = {"remote"}  # whose values nobody misses where there are none


@dataclass(frozen=True, slots=True)
class Opened:
    """The filter of which more is shown than the commonest values, and what is looked for among them."""

    key: str = ""
    find: str = ""


@dataclass(frozen=True, slots=True)
class FacetValue(Shown):
    value: str
    label: str
    count: int
    selected: bool

    @property
    def figure(self) -> str:
        return f"{self.count:,}"


@dataclass(frozen=True, slots=True)
class FacetList(Shown):
    key: str
    label: str
    values: list[FacetValue]
    more: bool  # there are some that are not shown
    opened: bool
    find: str | None  # what is looked for among the values; None where they are too few to look
    errors: list[str]


def facet_values(answer: Answer, filters: PostingFilterSet) -> dict[str, list[FacetValue]]:
    """Return every value that was counted, by the key of its filter, in the order of the page."""
    return {
        key: _values(key, definition, answer, filters)
        for key, definition in filters.filters.items()
        if definition.dimension
    }


def facet_lists(answer: Answer, filters: PostingFilterSet, opened: Opened) -> dict[str, FacetList]:
    """Return the lists of all filters that have values to count, by their key."""
    return {
        key: _list(key, definition, answer, filters, opened)
        for key, definition in filters.filters.items()
        if definition.dimension
    }


def rows_to_count(filters: PostingFilterSet, opened: Opened) -> dict[str, list[int]]:
    """Return the rows whose names have in them what is looked for: they are counted, frequent or not."""
    definition = filters.filters.get(opened.key)
    if not opened.find or not isinstance(definition, SeveralRows):
        return {}
    rows = definition.rows.objects.filter(_named(definition.rows, opened.find))
    return {definition.dimension: list(rows.values_list("pk", flat=True)[:MANY])}


def _named(rows: Named, text: str) -> Q:
    if rows is Place:
        return Q(city__icontains=text) | Q(city="", region__icontains=text)
    return Q(name__icontains=text)


def _list(key: str, definition: Any, answer: Answer, filters: PostingFilterSet, opened: Opened) -> FacetList:
    is_open = key == opened.key
    values = _values(key, definition, answer, filters)
    if is_open and opened.find:
        values = [one for one in values if opened.find.casefold() in one.label.casefold()]
    few = len(values) <= SHOWN + 1  # "Show more" takes the room of one
    chosen_beyond = any(value.selected for value in values[SHOWN:])
    shown = values if is_open or few or chosen_beyond else values[:SHOWN]
    return FacetList(
        key=key,
        label=str(definition.label),
        values=shown,
        more=len(shown) < len(values),
        opened=is_open,
        find=opened.find if is_open and isinstance(definition, SeveralRows) else None,
        errors=[str(error) for error in filters.form.errors.get(key, ())],
    )


def _values(key: str, definition: Any, answer: Answer, filters: PostingFilterSet) -> list[FacetValue]:
    facet, chosen = answer.facets[definition.dimension], set(filters.values(key))
    match definition:
        case SeveralRows():
            return _rows(definition.rows, facet, chosen, answer.moment)
        case SeveralTerms():
            names = {term.value: term.label for term in definition.terms}
        case _:
            names = definition.names
    found = [
        FacetValue(value, name, facet.counts.get(value, 0), value in chosen)
        for value, name in names.items()
        if key not in OF_MANY or facet.counts.get(value) or value in chosen
    ]
    return sorted(found, key=_most_first) if key in BY_COUNT else found


def _rows(model: Named, facet: Facet, chosen: set[str], moment: Moment) -> list[FacetValue]:
    named = _names(model, [row for row in facet.counts if isinstance(row, int)], moment)
    found = [
        FacetValue(slug, label, facet.counts[row], slug in chosen) for row, (slug, label) in named.items()
    ]
    return sorted(found, key=_most_first)


_known: dict[Named, Known[tuple[str, str]]] = {rows: Known(20_000) for rows in (Company, Place, Skill)}


def _names(model: Named, wanted: list[int], moment: Moment) -> dict[int, tuple[str, str]]:
    """Return slugs and labels of rows; whoever renames what is published also moves the clock."""

    def named(new: list[int]) -> dict[int, tuple[str, str]]:
        rows: Iterable[Any] = model.objects.filter(pk__in=new)
        return {row.pk: (row.slug, label_of(row)) for row in rows}

    return _known[model].get(wanted, moment, named)


def _most_first(value: FacetValue) -> tuple[bool, int, str]:
    """What is chosen stays in sight, whatever its count."""
    return not value.selected, -value.count, value.label
