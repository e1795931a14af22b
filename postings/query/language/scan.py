"""Search text in, its pieces out, in order: what is said, what is asked of a field, signs, and faults.

One walk from left to right, and linear; it ends after as much as anybody would type. Whatever is no sign, no
quotation and no field is words: so are “10:30” and “https://…”.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from postings.query.language.faults import Fault
from postings.query.language.fields import BY_NAME, Field, field_meant

# What parts words: blanks, what cannot be seen (control characters, NUL), and marks of writing direction.
BLANK = r"\s\x00-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
QUOTE = '"“”„«»'  # word processors and telephones turn one into another

PIECE = re.compile(
    rf"""
      (?P<blank> [{BLANK}]+ )
    | (?P<minus> [-−–]++ (?= [^{BLANK})|] ) )   # “-remote”, not “full-stack”, and no dash between blanks
    | (?P<open> \( ) | (?P<close> \) ) | (?P<bar> \|+ )
    | [{QUOTE}] (?P<quoted> [^{QUOTE}]* ) [{QUOTE}]
    | (?P<unclosed> [{QUOTE}] )
    | (?P<name> [A-Za-z]+ ) :
    | (?P<word> (?: (?<=401)\([kK]\) | [^{BLANK}()|{QUOTE}] )+ )
    """,
    re.VERBOSE,
)
REST = re.compile(rf"[^{BLANK}()|{QUOTE}]*")
VALUE = rf"[{QUOTE}](?P<quoted>[^{QUOTE}]*)[{QUOTE}]|(?P<bare>[^{BLANK}()|{QUOTE}%s]+)"
LISTED, SINGLE = re.compile(VALUE % ","), re.compile(VALUE % "")
COMMA = re.compile(rf"[,|]+(?:[ ]+(?=[{QUOTE}]|\w++(?!:)))?")  # “senior, lead”, but not “senior, title:lead”

LONGEST = 4_000  # characters; far more than an address may have

SignName = Literal["(", ")", "OR", "NOT", "AND"]
SIGNS: dict[str | None, SignName] = {"minus": "NOT", "open": "(", "close": ")", "bar": "OR"}
OPERATORS: dict[str, SignName] = {"OR": "OR", "NOT": "NOT", "AND": "AND"}  # in capitals only


@dataclass(frozen=True, slots=True)
class Said:
    start: int
    end: int
    text: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    start: int
    end: int
    field: Field
    values: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Sign:
    start: int
    end: int
    sign: SignName


Piece = Said | Asked | Sign


def scan(text: str) -> Iterator[Piece | Fault]:
    if len(text) <= LONGEST:
        yield from _pieces(text)
    else:
        reach = text.rfind(" ", 0, LONGEST) + 1 or LONGEST
        yield from _pieces(text[:reach])
        yield Fault(reach, len(text), f"Only the first {LONGEST:,} characters were searched.")


def _pieces(text: str) -> Iterator[Piece | Fault]:
    at = 0
    while found := PIECE.match(text, at):
        start, at = found.span()
        kind = found.lastgroup
        if kind == "name":
            for piece in _named(text, found):
                at = max(at, piece.end)
                yield piece
        elif kind == "word":
            operator = OPERATORS.get(found["word"])
            yield Sign(start, at, operator) if operator else Said(start, at, found["word"])
        elif kind == "quoted":
            yield Said(start, at, found["quoted"], quoted=True)
        elif kind == "unclosed":
            yield Fault(start, at, 'This quotation mark has no other half. Write both: "machine learning".')
        elif kind in SIGNS:
            yield Sign(start, at, SIGNS[kind])


def _named(text: str, found: re.Match[str]) -> Iterator[Said | Asked | Fault]:
    """What begins with letters and a colon: a field with its values, or words after all."""
    start, colon = found.span()
    name = found["name"]
    field = BY_NAME.get(name.lower())
    if field and (values := _values(text, colon, field)):
        yield Asked(start, values[-1].end, field, values)
    elif field:
        yield Fault(start, colon, f"Put the value right behind the colon, as in {field.examples[0]}.")
    else:
        if meant := field_meant(name):
            yield Fault(start, colon, f"There is no field “{name}:”. Did you mean {meant.name}:?")
        end = REST.match(text, colon).end()  # type: ignore[union-attr]  # it matches nothing, too
        yield Said(start, end, text[start:end])


def _values(text: str, at: int, field: Field) -> tuple[Said, ...]:
    values = []
    pattern, unit = (LISTED if field.listed else SINGLE), field.unit and field.unit()
    while found := pattern.match(text, at):
        start, at = found.span()
        if unit and (beyond := unit.match(text, at)):
            at = beyond.end()
        quoted = found["quoted"] is not None
        values.append(Said(start, at, found["quoted"] if quoted else text[start:at], quoted))
        comma = COMMA.match(text, at)
        if not (comma and field.listed):
            break
        at = comma.end()
    return tuple(values)
