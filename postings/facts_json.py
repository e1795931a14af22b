"""Facts as JSON and back: `facts_from_json(facts_to_json(facts)) == facts`.

The shape follows the dataclasses: a key a field, what is None or empty is left out, a span is
`[start, end]`, sums are numbers, dates are ISO. Unknown keys and wrong types are refused by name, so
that a file from elsewhere cannot half-succeed.
"""

import dataclasses
import types
import typing
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any

from postings.facts import Fact, PostingFacts, Span

Json = Any  # what the json module reads and writes
PLAIN = frozenset({str, int, float, bool, type(None)})


def facts_to_json(facts: PostingFacts) -> dict[str, Json]:
    return typing.cast(dict[str, Json], _to_json(facts))


def facts_from_json(data: Json) -> PostingFacts:
    """Raise ValueError with the path of the first thing that does not fit: `pay[0].value.min: …`."""
    return typing.cast(PostingFacts, _reader(PostingFacts)(data, ""))


def _to_json(value: Any) -> Json:
    kind: Any = type(value)
    if kind in PLAIN:
        return value
    if kind is tuple:
        return [member if type(member) in PLAIN else _to_json(member) for member in value]
    if kind is Span:
        return [value.start, value.end]
    if names := _names_of(kind):
        return {
            name: member if type(member) in PLAIN else _to_json(member)  # a call less for most of them
            for name in names
            if (member := getattr(value, name)) is not None and member != ()
        }
    match value:
        case Enum():
            return value.value
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case date():
            return value.isoformat()
    return value


@cache
def _names_of(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind)) if dataclasses.is_dataclass(kind) else ()


Reader = Callable[[Json, str], Any]


@cache
def _reader(kind: Any) -> Reader:
    """Return what turns JSON into a `kind`: built once from the type hints, then reused."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in {typing.Union, types.UnionType}:  # "X | None" is the only union that facts have
        return _optional(_reader(arguments[0]))
    if origin is tuple:
        return _tuple(_reader(arguments[0]))
    if origin is Fact:
        return _dataclass(Fact, {"value": _optional(_reader(arguments[0]))})
    if kind is Span:
        return _span
    if dataclasses.is_dataclass(kind):
        return _dataclass(kind, {})
    return _scalar(kind)


def _optional(read: Reader) -> Reader:
    return lambda data, path: None if data is None else read(data, path)


def _tuple(read: Reader) -> Reader:
    def read_tuple(data: Json, path: str) -> tuple[Any, ...]:
        if not isinstance(data, list):
            raise ValueError(f"{path}: a list is expected")
        return tuple(read(member, f"{path}[{index}]") for index, member in enumerate(data))

    return read_tuple


def _span(data: Json, path: str) -> Span:
    match data:
        case [int(start), int(end)] if 0 <= start <= end:
            return Span(start, end)
    raise ValueError(f"{path}: two numbers in order are expected")


def _dataclass(kind: Any, given: dict[str, Reader]) -> Reader:
    hints = typing.get_type_hints(kind)
    readers = {name: given.get(name) or _reader(hint) for name, hint in hints.items()}
    bare = [field.name for field in dataclasses.fields(kind) if field.default is dataclasses.MISSING]
    nullable = {name for name in bare if type(None) in typing.get_args(hints[name])}

    def read_dataclass(data: Json, path: str) -> Any:
        if not isinstance(data, dict):
            raise ValueError(f"{path or 'facts'}: an object is expected")
        prefix = f"{path}." if path else ""
        if unknown := data.keys() - readers.keys():
            raise ValueError(f"{prefix}{min(unknown)}: there is no such field")
        if missing := set(bare) - nullable - data.keys():
            raise ValueError(f"{prefix}{min(missing)}: is missing")
        read = {name: readers[name](member, f"{prefix}{name}") for name, member in data.items()}
        return kind(**{**dict.fromkeys(nullable), **read})

    return read_dataclass


def _scalar(kind: Any) -> Reader:
    accepts: Any = {Decimal: (int, float), date: str, bool: bool, int: int, str: str}.get(kind, str)

    def read_scalar(data: Json, path: str) -> Any:
        if not isinstance(data, accepts) or (isinstance(data, bool) and kind is not bool):
            raise ValueError(f"{path}: {data!r} is not a {kind.__name__}")
        try:
            if kind is Decimal:
                return Decimal(str(data))
            if kind is date:
                return date.fromisoformat(data)
            return kind(data)
        except (ValueError, ArithmeticError):
            raise ValueError(f"{path}: {data!r} is not a {kind.__name__}") from None

    return read_scalar
