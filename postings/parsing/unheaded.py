"""A list of duties whose last lines ask for something, with no heading between → where the requirements begin.

Lines in small letters come in; the number of the first that is a need comes out, 0 where all are duties.
"""

import re
from collections.abc import Sequence
from itertools import accumulate

from postings.parsing.look import look_of

LEAST_SPLIT = 6  # lines of a list that may hold duties and requirements both
LEAST_SURE = 4  # where the requirements begin with a degree or with years
FEWEST_DUTIES = 3
FEWEST_NEEDS = 2
NEEDED = 0.6  # a share of one
PLAINLY = 0.7  # a share of one
PLAIN_NEED = re.compile(
    r"(?:an? |minimum (?:of )?|at least |completed )?(?:\w{1,20}(?:'s?)? ){0,2}(?:degree|diploma|ged)\b"
    r"|(?:minimum (?:of )?|at least )?[\w+-]{1,8} (?:\(\d+\) )?years?'? (?:of |experience)|knowledge of "
)


def where_needs_begin(lines: Sequence[str]) -> int:
    turn = _where_duties_turn(lines) if len(lines) >= LEAST_SPLIT else 0
    return turn or (_first_plain_need(lines) if len(lines) >= LEAST_SURE else 0)


def _where_duties_turn(lines: Sequence[str]) -> int:
    """Return where what reads like duties before, and like needs behind, is most; 0 where it never turns."""
    looks = [look_of(line) for line in lines]
    nothing = look_of("")  # what a line of unknown words reads like
    leaning = nothing.duty - nothing.need
    gains = list(accumulate((look.duty - look.need - leaning for look in looks), initial=0.0))
    cut = max(range(len(gains)), key=lambda number: (gains[number], -number))
    needs = looks[cut:]
    if cut < FEWEST_DUTIES or len(needs) < FEWEST_NEEDS:
        return 0
    return cut if sum(look.need for look in needs) >= NEEDED * len(needs) else 0


def _first_plain_need(lines: Sequence[str]) -> int:
    """Return the first of the lines that ask for a degree or for years, if only needs stand behind it; else 0."""
    cut = next((index for index, line in enumerate(lines) if PLAIN_NEED.match(line)), 0)
    behind = lines[cut:]
    only = all(PLAIN_NEED.match(line) or look_of(line).need > PLAINLY for line in behind)
    return cut if cut >= FEWEST_DUTIES - 1 and len(behind) >= FEWEST_NEEDS and only else 0
