"""Every value that postings share, as one number: its dimension in the high bits, the value in the low ones.

Companies, places and skills are known by the numbers of their rows, members of a vocabulary by a checksum
of their stored value, which stays the same when members are added or put into another order.
"""

from zlib import crc32

VALUES = 1 << 24  # of each dimension: what is left of 31 bits after seven for the dimension

DIMENSIONS = (
    *("kind", "company", "place", "mode", "level", "family", "skill", "required", "preferred"),
    *("education", "visa", "type", "quality", "remote"),
)
NUMBERS = {name: number for number, name in enumerate(DIMENSIONS)}


def code_of(dimension: str, value: int | str) -> int:
    """Return the code of a row's number or of a word of a vocabulary."""
    number = crc32(value.encode()) % VALUES if isinstance(value, str) else value
    if not 0 <= number < VALUES:
        raise ValueError(f"{value} is beyond the {VALUES:,} values that {dimension} can have")
    return NUMBERS[dimension] * VALUES + number


def dimension_of(code: int) -> str:
    return DIMENSIONS[code // VALUES]


def value_of(code: int) -> int:
    return code % VALUES
