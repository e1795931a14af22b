"""What was looked up while the clock of the index stands still: until it moves, nothing shown changes."""

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

from postings.search.answer import Moment

V = TypeVar("V")


class Known(Generic[V]):
    """Rows by their number, `most` of them: forgotten when the clock moves, or when there are too many."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._known: tuple[Moment | None, dict[int, V]] = (None, {})

    def get(
        self, wanted: Sequence[int], moment: Moment, look_up: Callable[[list[int]], Mapping[int, V]]
    ) -> dict[int, V]:
        """Return those that there are, in the order in which they are wanted; ask only for unknown ones."""
        of, known = self._known  # other threads look in here too, and go on with what they have
        if of != moment or len(known) > self.most:
            known = {}
            self._known = moment, known
        if new := [number for number in wanted if number not in known]:
            known.update(look_up(new))
        return {number: known[number] for number in wanted if number in known}
