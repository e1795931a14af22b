"""A column that grows at its end, in the memory of one array."""

from collections.abc import Sequence
from typing import Any

import numpy as np

ROOM = 0.05  # kept free beyond what is needed, so that most additions copy nothing


class Growing:
    def __init__(self, dtype: Any, values: Sequence[Any] = ()) -> None:
        self._room = np.array(values, dtype)
        self._size = len(values)

    @property
    def values(self) -> np.ndarray[Any, Any]:
        """A view of what is there; it stays as it is when more is added."""
        return self._room[: self._size]

    def extend(self, values: np.ndarray[Any, Any], *, expected: float = 1) -> None:
        """Add values; `expected` is how many times as many there will be soon."""
        size = self._size + len(values)
        if size > len(self._room):
            room = np.empty(int(size * expected * (1 + ROOM)) + 16, self._room.dtype)
            room[: self._size] = self.values
            self._room = room
        self._room[self._size : size] = values
        self._size = size
