"""Where the numbered questions begin that some employers append to a posting: they are asked, not required.

Lines in; the number of the first line of the questionnaire out, or None. "01" on a line of its own and a
question below it, twice or more; a heading "2." above a list is none.
"""

import re
from collections.abc import Sequence

NUMBER = re.compile(r"\(?\d{1,2}[.)]?\Z")
BIDDING = re.compile(r"please\s|if\s(?:you|yes|no)\b", re.IGNORECASE)
LONGEST_QUESTION = 600
FEWEST = 2


def questionnaire_start(texts: Sequence[str]) -> int | None:
    first, questions = None, 0
    for number in range(len(texts) - 1):
        if NUMBER.match(texts[number]) and _asks(texts[number + 1]):
            questions += 1
            first = number if first is None else first
    return first if questions >= FEWEST else None


def _asks(text: str) -> bool:
    return "?" in text[:LONGEST_QUESTION] or bool(BIDDING.match(text.lstrip()))
