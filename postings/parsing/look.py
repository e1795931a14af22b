"""What a line reads like, whatever stands above it: a need, a duty, a benefit, or something else.

Lines in; shares of one out. For lists whose heading says nothing, or says what its lines do not bear out.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice
from math import exp

from postings.parsing.lexicon.looks import ALWAYS, Look, load_looks

TOLD = re.compile(r"\W{0,5}you(?:'ll| will) ")  # "You will bake" says no more than "Bake"
WORD = re.compile(r"[^\W\d_]+(?:'[a-z]+)?|\d+")
# "Experience with", "Fluency in the following tongues": what they say stands below them.
OPEN_END = re.compile(
    r"(?:\b(?:of|with|in|to|by|like|as|for|on|about|from|including|includes?|regarding|through|des|de|that|which|following|areas|e\.g|is|are)"
    r"|\bfollowing \w+)\W*\Z"
)
SHORT_WORD = 4  # letters of words that a title has in small letters: "Work with the Team"
DONE, NEEDED = 0.6, 0.9  # shares of one
FEWEST_WORDS = 4
MOST_WORDS = 30  # what a line is shows early
MOST_LINES = 8  # and so does a list


@lru_cache(maxsize=1024)
def look_of(line: str) -> Look:
    """Return how likely a line is each of the four; the line in small letters with plain quotes."""
    if told := TOLD.match(line):
        line = line[told.end() :]
    words = ["#" if word.isdigit() else word for word in WORD.findall(line)[:MOST_WORDS]]
    beginnings = (f"^{words[0]}", f"^{' '.join(words[:2])}") if words else ()
    looks = load_looks()
    need, duty, benefit, other = looks[ALWAYS]
    for key in dict.fromkeys((*words, *beginnings)):
        if weights := looks.get(key):
            for_need, for_duty, for_benefit, for_other = weights
            need += for_need
            duty += for_duty
            benefit += for_benefit
            other += for_other
    likely = exp(need), exp(duty), exp(benefit), exp(other)
    return Look(*(one / sum(likely) for one in likely))


def look_of_list(lines: Iterable[str]) -> Look:
    """Return the mean of what its lines read like."""
    looks = [look_of(line) for line in islice(lines, MOST_LINES)]
    return Look(*(sum(column) / len(looks) for column in zip(*looks, strict=True))) if looks else Look()


def says_something(words: str) -> bool:
    """ "Lead the bakery team" does, whatever stands below it; "Experience with" and "Team Leadership" name a list."""
    lower = words.lower()
    if len(words.split()) < FEWEST_WORDS or OPEN_END.search(lower) or _is_titled(words):
        return False
    look = look_of(lower)
    return look.duty > DONE or (look.need > NEEDED and not words.endswith(":"))


def _is_titled(words: str) -> bool:
    return not any(word[0].islower() and len(word) > SHORT_WORD for word in words.split())
