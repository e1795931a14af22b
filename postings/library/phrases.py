"""Sentences with gaps, cut up once, so that a posting is put together without searching or formatting.

A bank writes `Tuned {store} for {peak load|nightly batches} with {years}`. Between braces stand: words to
choose from, parted by `|`; the name of a pool (`{store}`; `{code or code}` draws two different ones and
calls them alternatives); or a value that the posting supplies. What is said comes with the places of its
skills, so that nothing is looked for afterwards.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

Draw = Callable[[], float]  # a number from 0 up to 1, as `random.Random.random` gives
Thing = TypeVar("Thing")
GRAIN = 64  # weights are kept in tables of so many slots: one multiplication a draw
GAP = re.compile(r"\{([^{}]*)\}")
JOINER = re.compile(r"(, | or | and | oder | und | ou | et | o | y )")
ALTERNATIVES = {" or ", " oder ", " ou ", " o "}


class Mark(NamedTuple):
    """Where a skill (by slug) or a value (`@years`) stands in the words."""

    name: str
    start: int
    end: int


class Said(NamedTuple):
    text: str
    marks: tuple[Mark, ...] = ()
    any_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pool:
    """Skills of one kind. A posting keeps to one of its stacks: it speaks of three languages, not of ten."""

    name: str
    skills: tuple[Said, ...]
    stacks: tuple[tuple[Said, ...], ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """One part of a phrase: what it may say, or the name of the value that the posting supplies."""

    options: tuple[Said, ...] = ()
    value: str = ""
    pool: "Pool | None" = None
    alternative: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    gaps: tuple[Gap, ...]
    values: frozenset[str] = frozenset()
    fixed: Said | None = None
    theme: str = ""


def pick(options: Sequence[Thing], draw: Draw) -> Thing:
    return options[int(draw() * len(options))]


def spread(things: Sequence[Thing], weights: Sequence[float], grain: int = GRAIN) -> tuple[Thing, ...]:
    """A table in which each thing stands as often as its weight says, and at least once."""
    total = sum(weights)
    return tuple(
        thing
        for thing, weight in zip(things, weights, strict=True)
        for _ in range(max(1, round(grain * weight / total)))
    )


class Telling(dict[str, Said]):
    """What one posting supplies: its values, and the few skills of each pool that it keeps to."""

    __slots__ = ("stacks",)

    def __init__(self, **values: Said) -> None:
        super().__init__(values)
        self.stacks: dict[str, tuple[Said, ...]] = {}


def say(phrase: Phrase, draw: Draw, values: Telling) -> Said:
    if phrase.fixed is not None:
        return phrase.fixed
    words: list[str] = []
    marks: list[Mark] = []
    any_of: list[str] = []
    used: set[str] = set()
    at = 0
    for gap in phrase.gaps:
        if gap.value:
            said = values[gap.value]
        else:
            options = gap.options
            if gap.pool:
                stack = values.stacks.get(gap.pool.name)
                if stack is None:
                    stack = values.stacks[gap.pool.name] = pick(gap.pool.stacks, draw)
                options = stack
            said = options[0] if len(options) == 1 else _unused(options, used, draw)
        for mark in said.marks:
            used.add(mark.name)
            marks.append(Mark(mark.name, at + mark.start, at + mark.end))
        if gap.alternative:
            any_of.append(said.text)
        words.append(said.text)
        at += len(said.text)
    return Said("".join(words), tuple(marks), tuple(any_of))


def _unused(options: tuple[Said, ...], used: set[str], draw: Draw) -> Said:
    """One that this sentence has not named yet; after eight tries, any."""
    size = len(options)
    said = options[int(draw() * size)]
    for _ in range(8):
        if not said.marks or said.marks[0].name not in used:
            break
        said = options[int(draw() * size)]
    return said


Pools = Mapping[str, Pool]
Reader = Callable[[str], Said]  # finds the skills in plain words


def compile_phrase(
    text: str, pools: Pools, values: frozenset[str], read: Reader, theme: str = ""
) -> Phrase | None:
    """The phrase, or None when a pool that it draws from is too small for it."""
    gaps: list[Gap] = []
    for place, part in enumerate(GAP.split(text)):
        if place % 2 == 0:
            if part:
                gaps.append(Gap((read(part),)))
            continue
        found = _gaps(part, pools, values, read)
        if found is None:
            return None
        gaps.extend(found)
    needed = frozenset(gap.value for gap in gaps if gap.value)
    constant = not needed and all(len(gap.options) == 1 and gap.pool is None for gap in gaps)
    phrase = Phrase(tuple(gaps), needed, None, theme)
    if not constant:
        return phrase
    return Phrase(tuple(gaps), needed, say(phrase, lambda: 0.0, Telling()), theme)


def _gaps(part: str, pools: Pools, values: frozenset[str], read: Reader) -> list[Gap] | None:
    if "|" in part:
        return [Gap(tuple(read(choice) for choice in part.split("|")))]
    if part in values:
        return [Gap(value=part)]
    pieces = JOINER.split(part)
    names = pieces[::2]
    alternative = any(joiner in ALTERNATIVES for joiner in pieces[1::2])
    if any(name not in pools or len(pools[name].skills) < names.count(name) for name in names):
        return None
    return [
        Gap((Said(piece),)) if place % 2 else Gap(pool=pools[piece], alternative=alternative)
        for place, piece in enumerate(pieces)
    ]
