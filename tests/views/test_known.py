"""What is kept while the clock of the index stands still."""

from postings.selectors.known import Known

EARLY, LATE = ("epoch", 1), ("epoch", 2)


class Shelf:
    """Finds every number but 13, and remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []

    def __call__(self, wanted: list[int]) -> dict[int, str]:
        self.asked.append(wanted)
        return {number: f"row {number}" for number in wanted if number != 13}


def test_only_what_is_unknown_is_looked_up_and_in_the_order_wanted() -> None:
    kept, shelf = Known[str](10), Shelf()
    assert kept.get([2, 1], EARLY, shelf) == {2: "row 2", 1: "row 1"}
    assert list(kept.get([3, 1, 13], EARLY, shelf)) == [3, 1]
    assert kept.get([1, 2, 3], EARLY, shelf)
    assert shelf.asked == [[2, 1], [3, 13]]


def test_all_is_forgotten_when_the_clock_moves() -> None:
    kept, shelf = Known[str](10), Shelf()
    for moment in (EARLY, LATE, LATE):
        kept.get([1], moment, shelf)
    assert shelf.asked == [[1], [1]]


def test_all_is_forgotten_when_there_is_too_much_of_it() -> None:
    kept, shelf = Known[str](2), Shelf()
    for number in (1, 2, 3, 3, 1):
        kept.get([number], EARLY, shelf)
    assert shelf.asked == [[1], [2], [3], [3], [1]]
