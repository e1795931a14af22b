"""Entries in a row, turned into columns and sets: how they are stored, loaded and added to a library.

A segment is bytes in the database and arrays in memory; nothing of it changes once it is made.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from pyroaring import BitMap

from postings.bitmaps.codes import dimension_of, value_of
from postings.bitmaps.entry import LARGEST, Band, Entry, currency_number

Array = np.ndarray[Any, Any]

# A column a fact, one place a posting.
SINGLE = {
    "posting": np.int64,
    "public_id": "S12",
    "published": np.int64,
    "years": np.int16,
    "posted": np.int32,
    "closes": np.int32,
    "company": np.int32,
}
# So many values, of which a posting has one, that their sets would take more room than all other sets.
IN_A_COLUMN = {"company"}
# Of these a posting has several: `x_counts` says how many, and their values stand one after the other.
SEVERAL = {"skill": np.int32, "place": np.int32}
BANDS = {
    "band_currency": np.int16,
    "band_low": np.int32,
    "band_high": np.int32,
    "band_reach": np.int32,  # how far up it goes: beyond all if its top is open
    "band_main": np.bool_,  # the highest of its posting in its currency: what orders and charts take
}
COUNTS = {"skill_counts": np.int16, "place_counts": np.int16, "band_counts": np.int16}
COLUMNS: dict[str, Any] = SINGLE | SEVERAL | BANDS | COUNTS


@dataclass(frozen=True, slots=True)
class Segment:
    first: int
    size: int
    columns: dict[str, Array]
    sets: dict[int, BitMap]  # which entries have each code, but for those that a column tells

    @classmethod
    def of(cls, entries: Sequence[Entry], first: int) -> "Segment":
        """Arrange entries whose numbers go on from `first` without a gap."""
        values: dict[str, list[Any]] = {name: [] for name in COLUMNS}
        sets: dict[int, list[int]] = defaultdict(list)
        for number, entry in enumerate(entries, first):
            if entry.number != number:
                raise ValueError(f"entry {entry.number} stands where {number} should")
            for code in entry.codes:
                if dimension_of(code) not in IN_A_COLUMN:
                    sets[code].append(number)
            _add(values, entry)
        columns = {name: np.array(values[name], dtype) for name, dtype in COLUMNS.items()}
        return cls(first, len(entries), columns, {code: BitMap(of) for code, of in sets.items()})

    def to_bytes(self) -> bytes:
        codes = sorted(self.sets)
        sets = [self.sets[code].serialize() for code in codes]
        parts = [self.columns[name].tobytes() for name in COLUMNS]
        parts += [
            np.array(codes, np.int32).tobytes(),
            np.array([len(one) for one in sets], np.int32).tobytes(),
        ]
        head = json.dumps([self.first, self.size, [len(part) for part in parts]]).encode()
        return b"".join((len(head).to_bytes(4, "little"), head, *parts, *sets))

    @classmethod
    def from_bytes(cls, packed: bytes) -> "Segment":
        view = memoryview(packed)
        start = 4 + int.from_bytes(view[:4], "little")
        first, size, lengths = json.loads(bytes(view[4:start]))
        parts = []
        for length in lengths:
            parts.append(view[start : start + length])
            start += length
        *columns, codes, sizes = parts
        sets = {}
        for code, length in zip(
            np.frombuffer(codes, np.int32).tolist(), np.frombuffer(sizes, np.int32).tolist(), strict=True
        ):
            sets[code] = BitMap.deserialize(bytes(view[start : start + length]))
            start += length
        named = zip(COLUMNS.items(), columns, strict=True)
        return cls(first, size, {name: np.frombuffer(part, dtype) for (name, dtype), part in named}, sets)


def joined(segments: Sequence[Segment]) -> Segment:
    """Make one segment of neighbours, in their order."""
    sets: dict[int, BitMap] = {}
    for segment in segments:
        for code, numbers in segment.sets.items():
            sets[code] = sets[code] | numbers if code in sets else numbers
    columns = {name: np.concatenate([segment.columns[name] for segment in segments]) for name in COLUMNS}
    return Segment(segments[0].first, sum(segment.size for segment in segments), columns, sets)


def _add(values: dict[str, list[Any]], entry: Entry) -> None:
    of = {name: _values(entry.codes, name) for name in ("company", "skill", "place")}
    single = (
        *(entry.posting, entry.public_id.encode(), entry.published, entry.years, entry.posted, entry.closes),
        of["company"][0] if of["company"] else 0,
    )
    for name, value in zip(SINGLE, single, strict=True):
        values[name].append(value)
    for name in SEVERAL:
        values[name] += of[name]
        values[f"{name}_counts"].append(len(of[name]))
    values["band_counts"].append(len(entry.bands))
    main = {id(band) for band in _main(entry.bands)}
    for band in entry.bands:
        low, high = min(band.low, LARGEST), min(band.high, LARGEST)
        values["band_currency"].append(currency_number(band.currency))
        values["band_low"].append(low)
        values["band_high"].append(high)
        values["band_reach"].append(LARGEST if band.open else high)
        values["band_main"].append(id(band) in main)


def _values(codes: Iterable[int], dimension: str) -> list[int]:
    return [value_of(code) for code in codes if dimension_of(code) == dimension]


def _main(bands: Iterable[Band]) -> list[Band]:
    """Return the highest band of each currency; the first of them where several are as high."""
    highest: dict[str, Band] = {}
    for band in bands:
        known = highest.get(band.currency)
        if known is None or (band.high, band.low) > (known.high, known.low):
            highest[band.currency] = band
    return list(highest.values())
