"""A view → where it names skills, in order. One pass over its words, longest names first.

Refused: words inside addresses ("jobs@salesforce.com"), fields of study ("degree in Statistics"), what a
statement on equal opportunity says, and everyday words that nothing shows to be meant as a skill.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from postings.parsing.extract.skill_lists import listed_skills
from postings.parsing.extract.skill_senses import is_meant
from postings.parsing.lexicon.everyday import Everyday
from postings.parsing.lexicon.skill_spellings import GAP, Beginning, Spelling, spelling_index
from postings.parsing.view import View

# What may stand within a name: "Node.js", "front-end", "A/B", the end of a line; not ", " nor ". "
GAPS = frozenset(
    {" ", "  ", "-", "/", ".", "&", "'", "\n", " \n", "- ", " / ", " & ", " - ", "/ ", "+", " + ", "-\n"}
)
ADDRESS = re.compile(r"@|://|www\.|\.(?:com|org|io|ai|co|gov|edu|eu|de|fr)(?![\w-])", re.IGNORECASE)
LONGEST_ADDRESS = 120
PARTS = ("", " ", "\n", ",", "(", ")")  # no address goes on across these
STROKES = ("/", " / ")
CONJUNCTIONS = ("and", "or", "und", "et", "oder", "ou")
REACH = 5  # characters behind a name that tell an address: "salesforce.com"


class Mention(NamedTuple):  # a text has many, and these are made in a third of the time
    slug: str
    start: int  # in the view
    end: int
    everyday: Everyday | None = None


STANDS = attrgetter("start")


@lru_cache(maxsize=1)  # items ask for the same view's mentions many times over; the answer never changes
def find_mentions(view: View) -> tuple[Mention, ...]:
    found = _with_members(_named(view), view)
    return tuple(is_meant(view, found)) if found else ()


def _with_members(found: list[Mention], view: View) -> list[Mention]:
    """Add what members of a list name by its last noun, where no other name has taken their words."""
    for slug, start, end in set(listed_skills(view)):
        at = bisect_left(found, start, key=STANDS)
        free_before = at == 0 or found[at - 1].end <= start
        if free_before and (at == len(found) or found[at].start >= end):
            found.insert(at, Mention(slug, start, end))
    return found


def mentions_in(view: View, start: int, end: int) -> tuple[Mention, ...]:
    """Return the mentions that lie within a stretch."""
    mentions = find_mentions(view)
    first = bisect_left(mentions, start, key=STANDS)
    last = bisect_left(mentions, end, lo=first, key=STANDS)
    return mentions[first : last - 1 if last > first and mentions[last - 1].end > end else last]


def _named(view: View) -> list[Mention]:
    index = spelling_index()
    pieces: list[str] = GAP.split(view.lower)  # words stand at the even numbers, gaps between them
    words = [*pieces[::2], ""]
    found: list[Mention] = []
    free = 0  # the first word that no name has taken
    measured, offset = 0, 0  # so many characters stand before this piece
    for number in [number for number, word in enumerate(words) if word in index]:
        beginning = index[words[number]]
        longer = beginning.longer.get(words[number + 1], ())
        if number < free or not (longer or beginning.alone):
            continue  # "data" begins forty names, and most often none of them
        at = 2 * number
        offset += sum(map(len, pieces[measured:at]))
        measured = at
        for spelling in (*longer, *beginning.alone):
            last = at + 2 * len(spelling.words) - 2
            if last > at and not _follow(spelling, pieces, at):
                continue
            start = offset - len(spelling.before)
            end = offset + sum(map(len, pieces[at : last + 1])) + len(spelling.behind)
            if _written(view.text, start, end, spelling):
                if (shared := _sharing(spelling, pieces, at, free)) and (first := index.get(shared[1])):
                    found.extend(_elided(first, spelling, start - len(shared[0]), len(shared[1])))
                found.append(Mention(spelling.slug, start, end, spelling.everyday))
                free = number + len(spelling.words)
                break
    return found


def _follow(spelling: Spelling, pieces: list[str], at: int) -> bool:
    return at + 2 * len(spelling.words) - 1 <= len(pieces) and all(
        pieces[at + 2 * n + 1] in GAPS and pieces[at + 2 * n + 2] == word
        for n, word in enumerate(spelling.words[1:])
    )


def _sharing(spelling: Spelling, pieces: list[str], at: int, free: int) -> tuple[str, str] | None:
    """Of "unit and integration testing" return "unit and " and "unit", which shares the last word of the name."""
    if len(spelling.words) != 2:
        return None
    if at >= 2 and pieces[at - 1] in STROKES:
        first = at - 2
    elif at >= 4 and pieces[at - 2] in CONJUNCTIONS and pieces[at - 1] == pieces[at - 3] == " ":
        first = at - 4
    else:
        return None
    return ("".join(pieces[first:at]), pieces[first]) if first >= 2 * free else None


def _elided(first: Beginning, behind: Spelling, start: int, length: int) -> Iterator[Mention]:
    """Yield the skill that a word names together with the last word of the name behind it."""
    for spelling in first.longer.get(behind.words[-1], ()):
        if (
            len(spelling.words) == len(behind.words)
            and spelling.slug != behind.slug
            and not spelling.everyday
        ):
            yield Mention(spelling.slug, start, start + length)
            return


def _written(text: str, start: int, end: int, spelling: Spelling) -> bool:
    """Whether capitals and signs are as the name has them, and no address is meant."""
    everyday = spelling.everyday
    if everyday and everyday.exact and not text.startswith(everyday.spelling, start):
        return False
    if spelling.before and (not text.startswith(spelling.before, start) or text[start - 1 : start].isalnum()):
        return False  # ".NET" is neither "net" nor "example.net"
    if spelling.behind and not text.startswith(spelling.behind, end - len(spelling.behind)):
        return False
    return not _in_address(text, start, end)


def _in_address(text: str, start: int, end: int) -> bool:
    """Whether what is written together with a name makes it an address; "monday.com" alone is a name."""
    if text[end : end + 1] not in PARTS and ADDRESS.search(text, end, end + REACH):
        return True
    if text[start - 1 : start] in PARTS:
        return False
    far = max(0, start - LONGEST_ADDRESS)
    low = max(text.rfind(" ", far, start), text.rfind("\n", far, start), far - 1) + 1
    return bool(ADDRESS.search(text, low, end))
