"""The parameters of an address: described for OpenAPI, and read, from one list.

Those of a selection come from the definitions of `PostingFilterSet`, with its names, labels and sentences. In
comes a query string; out come filters and values, or one `BadParameters` that names every fault.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, QueryDict
from django.utils import timezone

from postings.api.faults import BadParameters, error
from postings.filters import PostingFilterSet
from postings.filters.ranges import TURNED_ROUND

MOST_VALUES = 20  # of one parameter: jobsite.middleware.refusal turns more away
# Spelled out, since dialects of patterns differ in what they take for a space.
SEEN = r"[^\x00-\x20\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
TEXT = rf"^[^\x00]*{SEEN}[^\x00]*$"
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One key of the query string; `read` turns its values into one, or raises ValueError with a sentence."""

    name: str
    description: str
    schema: Json
    read: Callable[[list[str]], Any] | None = None  # none: the filters read it
    required: bool = False

    @property
    def described(self) -> Json:
        return {
            "name": self.name,
            "in": "query",
            "description": self.description,
            "required": self.required,
            "schema": self.schema,
        }


def _schema_of(field: forms.Field) -> Json:
    """Return what the field of a filter takes, as JSON Schema."""
    listed = [str(value) for value, _ in getattr(field, "choices", ()) if value != ""]
    one: Json = {"type": "string"}
    if listed:
        one["enum"] = listed
    else:
        one["pattern"] = getattr(field, "pattern", TEXT)
    if isinstance(field, forms.MultipleChoiceField):
        return {"type": "array", "items": one, "minItems": 1, "maxItems": MOST_VALUES}
    return one


def _of_filters() -> Iterator[Parameter]:
    filters = PostingFilterSet({}, today=date.min)
    for key, definition in filters.filters.items():
        description = f"{definition.label}. {definition.help}".strip()
        yield Parameter(key, description, _schema_of(filters.form.fields[key]))


FILTERS = tuple(_of_filters())


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request asks for. `notes` say what was understood otherwise than it was written."""

    filters: PostingFilterSet
    values: Json
    notes: list[dict[str, str]]


def asked(request: HttpRequest, known: Sequence[Parameter], **fixed: str) -> Asked:
    """Return the filters and the other parameters of a request; `fixed` are filters that its address sets."""
    given = request.GET
    errors = [*_unknown(given, known), *_empty(given)]
    values = {}
    for one in known:
        if one.read and (one.required or one.name in given):
            try:
                values[one.name] = one.read(given.getlist(one.name))
            except ValueError as fault:
                errors.append(error(one.name, str(fault)))
    filters, notes = _selection(given, known, fixed)
    refused = {one["parameter"] for one in errors}
    for key, sentence, is_note in _of_form(filters):
        if key not in refused:
            (notes if is_note else errors).append(error(key, sentence))
    if errors:
        raise BadParameters(errors)
    return Asked(filters, values, notes)


def _selection(
    given: QueryDict, known: Sequence[Parameter], fixed: dict[str, str]
) -> tuple[PostingFilterSet, list[dict[str, str]]]:
    data = QueryDict(mutable=True)
    for one in known:
        if one.read is None and one.name in given:
            data.setlist(one.name, given.getlist(one.name))
    for name, value in fixed.items():
        data[name] = value
    filters = PostingFilterSet(data, today=timezone.localdate())
    return filters, [error("q", fault.message) for fault in filters.understood.faults]


def _unknown(given: QueryDict, known: Sequence[Parameter]) -> Iterator[dict[str, str]]:
    names = {one.name for one in known}
    for name in given:
        if name not in names:
            yield error(name, f"There is no parameter “{name[:80]}” here.")


def _empty(given: QueryDict) -> Iterator[dict[str, str]]:
    for name, values in given.lists():
        if not all(re.search(SEEN, value) for value in values):
            yield error(name, f"“{name[:80]}” is empty. Give it a value, or leave it out.")


def _of_form(filters: PostingFilterSet) -> Iterator[tuple[str, str, bool]]:
    """Yield what the page says at its fields: where, what, and whether the value was taken all the same."""
    for key, faults in filters.form.errors.as_data().items():
        for fault in faults:
            for sentence in fault.messages:
                yield key, sentence, fault.code == TURNED_ROUND
