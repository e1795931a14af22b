"""Where the numbered questions begin that some employers append to a posting: they are asked, not required.

Lines in; the number of the first line of the questionnaire out, or None. "01" on a line of its own and a
question below it, twice or more; a heading "2." above a list is none.
"""

import re
from collections.abc import Sequence

NUMBER = re.compile(r"\(?\d{1,2}[.)]?\Z")
ASKING = re.compile(r"[^?]{0,600}\?|\s*(?:please\s|if\s(?:you|yes|no)\b)", re.IGNORECASE)
FEWEST = 2


def questionnaire_start(texts: Sequence[str]) -> int | None:
    first, questions = None, 0
    for number in range(len(texts) - 1):
        if NUMBER.match(texts[number]) and ASKING.match(texts[number + 1]):
            questions += 1
            first = number if first is None else first
    return first if questions >= FEWEST else None
