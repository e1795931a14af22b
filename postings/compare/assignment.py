"""The best pairing of two lists: of all pairings the one whose pairs are worth most together.

Most pairs are worth nothing, so what can be paired falls apart into small groups; each is solved by itself
with the Hungarian method.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from math import inf

Pair = tuple[int, int]


def best_pairs(worth: Mapping[Pair, float]) -> list[Pair]:
    """Return pairs, in order, of which no two share a member; `worth` has those that are worth anything."""
    return sorted(pair for group in _groups(worth) for pair in _solved(group, worth))


def _groups(worth: Mapping[Pair, float]) -> Iterator[list[Pair]]:
    """Yield the pairs that hang together."""
    by_row, by_column = defaultdict(list), defaultdict(list)
    for row, column in worth:
        by_row[row].append((row, column))
        by_column[column].append((row, column))
    left = set(worth)
    while left:
        waiting, group = [min(left)], []
        left.discard(waiting[0])
        while waiting:
            row, column = waiting.pop()
            group.append((row, column))
            for near in (*by_row[row], *by_column[column]):
                if near in left:
                    left.discard(near)
                    waiting.append(near)
        yield group


def _solved(group: list[Pair], worth: Mapping[Pair, float]) -> Iterator[Pair]:
    if len(group) == 1:
        yield group[0]
        return
    rows, columns = (sorted({pair[side] for pair in group}) for side in (0, 1))
    turned = len(rows) > len(columns)
    if turned:
        rows, columns = columns, rows
    cost = [[-worth.get((c, r) if turned else (r, c), 0.0) for c in columns] for r in rows]
    for number, chosen in enumerate(_hungarian(cost)):
        pair = (columns[chosen], rows[number]) if turned else (rows[number], columns[chosen])
        if pair in worth:
            yield pair


def _hungarian(cost: list[list[float]]) -> list[int]:
    """Return the column of each row in the cheapest assignment; there are no fewer columns than rows.

    By potentials: rows are added one at a time, each by the cheapest way through those that are there.
    """
    height, width = len(cost), len(cost[0])
    of_row, of_column = [0.0] * (height + 1), [0.0] * (width + 1)
    taken = [0] * (width + 1)  # by which row, counted from 1; column 0 is where a new row stands
    for row in range(1, height + 1):
        taken[0], here = row, 0
        least, before = [inf] * (width + 1), [0] * (width + 1)
        seen = [False] * (width + 1)
        while taken[here]:
            seen[here] = True
            standing, step, further = taken[here], inf, 0
            for column in range(1, width + 1):
                if seen[column]:
                    continue
                price = cost[standing - 1][column - 1] - of_row[standing] - of_column[column]
                if price < least[column]:
                    least[column], before[column] = price, here
                if least[column] < step:
                    step, further = least[column], column
            for column in range(width + 1):
                if seen[column]:
                    of_row[taken[column]] += step
                    of_column[column] -= step
                else:
                    least[column] -= step
            here = further
        while here:
            taken[here], here = taken[before[here]], before[here]
    chosen = [0] * height
    for column in range(1, width + 1):
        if taken[column]:
            chosen[taken[column] - 1] = column - 1
    return chosen
