"""JSON Schema of facts, read off their dataclasses, in the shape that `facts_json` writes.

A new field of facts is in it by itself.
"""

import dataclasses
import types
import typing
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from postings.facts import Fact, PostingFacts, Span

Json = dict[str, Any]
SCALARS: dict[Any, Json] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    Decimal: {"type": "number"},
    date: {"type": "string", "format": "date"},
}
SPAN: Json = {"type": "array", "items": {"type": "integer", "minimum": 0}, "minItems": 2, "maxItems": 2}


def _schema_of(kind: Any) -> Json:
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in {typing.Union, types.UnionType}:  # what is None is left out
        return _schema_of(arguments[0])
    if origin is tuple:
        return {"type": "array", "items": _schema_of(arguments[0])}
    if origin is Fact:
        return _object(Fact, {"value": _schema_of(arguments[0])})
    if kind is Span:
        return SPAN
    if dataclasses.is_dataclass(kind):
        return _object(kind, {})
    if issubclass(kind, Enum):
        return {"type": "string", "enum": [member.value for member in kind]}
    return SCALARS[kind]


def _object(kind: Any, given: dict[str, Json]) -> Json:
    hints = typing.get_type_hints(kind)
    return {
        "type": "object",
        "properties": {name: given.get(name) or _schema_of(hint) for name, hint in hints.items()},
        "additionalProperties": False,
    }


FACTS = _schema_of(PostingFacts)
