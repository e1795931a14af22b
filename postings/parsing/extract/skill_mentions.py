"""A view → where it names skills, in order. One pass over its words, longest names first.

Refused: words inside addresses ("jobs@salesforce.com"), fields of study ("degree in Statistics"), what a
statement on equal opportunity says, and everyday words that nothing shows to be meant as a skill.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from postings.parsing.extract.skill_senses import is_meant
from postings.parsing.lexicon.everyday import Everyday
from postings.parsing.lexicon.skill_spellings import GAP, Spelling, spelling_index
from postings.parsing.view import View

# What may stand within a name: "Node.js", "front-end", "A/B", the end of a line; not ", " nor ". "
GAPS = frozenset(
    {" ", "  ", "-", "/", ".", "&", "'", "\n", " \n", "- ", " / ", " & ", " - ", "/ ", "+", " + ", "-\n"}
)
ADDRESS = re.compile(r"@|://|www\.|\.(?:com|org|io|ai|co|gov|edu|eu|de|fr)(?![\w-])", re.IGNORECASE)
LONGEST_ADDRESS = 120
REACH = 5  # characters behind a name that tell an address: "salesforce.com"


@dataclass(frozen=True, slots=True)
class Mention:
    slug: str
    start: int  # in the view
    end: int
    everyday: Everyday | None = None


@lru_cache(maxsize=1)  # items ask for the same view's mentions many times over; the answer never changes
def find_mentions(view: View) -> tuple[Mention, ...]:
    found = _named(view)
    return tuple(is_meant(view, found)) if found else ()


def mentions_in(view: View, start: int, end: int) -> tuple[Mention, ...]:
    """Return the mentions that lie within a stretch."""
    mentions = find_mentions(view)
    first = bisect_left(mentions, start, key=_start)
    last = bisect_left(mentions, end, lo=first, key=_start)
    return mentions[first : last - 1 if last > first and mentions[last - 1].end > end else last]


def _start(one: Mention) -> int:
    return one.start


def _named(view: View) -> list[Mention]:
    index = spelling_index()
    pieces: list[str] = GAP.split(view.lower)
    words, gaps = pieces[::2], pieces[1::2]
    offsets = list(accumulate(map(len, pieces), initial=0))[::2]
    count = len(words)
    found: list[Mention] = []
    free = 0  # the first word that no name has taken
    for at in [number for number, word in enumerate(words) if word in index]:
        if at < free:
            continue
        beginning = index[words[at]]
        longer = beginning.longer.get(words[at + 1], ()) if at + 1 < count else ()
        for spelling in (*longer, *beginning.alone):
            last = at + len(spelling.words) - 1
            if last > at and not _follow(spelling, words, gaps, at):
                continue
            start = offsets[at] - len(spelling.before)
            end = offsets[last] + len(words[last]) + len(spelling.behind)
            one = Mention(spelling.slug, start, end, spelling.everyday)
            if _written(view, one, spelling):
                found.append(one)
                free = last + 1
                break
    return found


def _follow(spelling: Spelling, words: list[str], gaps: list[str], at: int) -> bool:
    return at + len(spelling.words) <= len(words) and all(
        gaps[at + n] in GAPS and words[at + n + 1] == word for n, word in enumerate(spelling.words[1:])
    )


def _written(view: View, one: Mention, spelling: Spelling) -> bool:
    """Whether capitals and signs are as the name has them, and no address is meant."""
    text = view.text
    everyday = spelling.everyday
    if everyday and everyday.exact and text[one.start : one.end] != everyday.spelling:
        return False
    if spelling.before and (
        not text.startswith(spelling.before, one.start) or text[one.start - 1 : one.start].isalnum()
    ):
        return False  # ".NET" is neither "net" nor "example.net"
    if spelling.behind and not text.startswith(spelling.behind, one.end - len(spelling.behind)):
        return False
    far = max(0, one.start - LONGEST_ADDRESS)
    low = max(text.rfind(" ", far, one.start), text.rfind("\n", far, one.start), far - 1) + 1
    return not ADDRESS.search(text, low, one.end + REACH)
