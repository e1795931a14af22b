"""A view → the skills of a list that share the noun at its end: "analytical, writing and problem-solving skills".

The last member is a name as it stands; those before it name a skill together with the noun. Read from the noun
back, member by member; the first that names none ends the list ("ovens, analytical and writing skills").
"""

import re
from collections.abc import Iterator

from postings.parsing.extract.near import hits_of
from postings.parsing.lexicon.skill_spellings import GAP, spelling_index
from postings.parsing.view import View

NOUNS = (
    "skills",
    "abilities",
    "communication",
    "communicator",
    "reasoning",
    "tests",
    "testing",
    "development",
)
OF_LONG_MEMBERS = (
    "development",
)  # "front-end and back-end development", but not "sales and business development"
HEARD_AS = {"abilities": "skills", "communicator": "communication"}
REACH = 110  # characters from the noun back to the first member
ENDS = ("\n", ". ", ";", ":", "(")
LAST_MEMBER = re.compile(
    r",?\ {1,2}(?:and|&|or|as\ well\ as)\ (?:[\w-]{1,20}\ ){1,3}\Z|/(?:[\w-]{1,20}\ ){1,2}\Z"
)
PARTED = re.compile(r",\ (?:and\ )?|\ (?:and|&|or)\ |/")
LONGEST_MEMBER = 2  # words that name something together with the noun

Named = tuple[str, int, int]  # a slug and where its member stands


def listed_skills(view: View) -> Iterator[Named]:
    """Yield what the members before the last one name, in no order."""
    lower = view.lower
    for noun in NOUNS:
        for at in hits_of(lower, (" " + noun,)):
            far = max(0, at - REACH)
            begins = max(stop + len(end) if (stop := lower.rfind(end, far, at)) >= 0 else far for end in ENDS)
            words = lower[begins : at + 1]
            if last := LAST_MEMBER.search(words):
                yield from _members(words[: last.start()], begins, noun)


def _members(words: str, begins: int, noun: str) -> Iterator[Named]:
    stops = [found.span() for found in PARTED.finditer(words)]
    starts = [0, *(end for _, end in stops)]
    ends = [*(start for start, _ in stops), len(words)]
    for start, end in zip(reversed(starts), reversed(ends), strict=True):
        member = _named(words[start:end], noun)
        if member is None:
            return
        slug, length = member
        yield slug, begins + end - length, begins + end


def _named(words: str, noun: str) -> tuple[str, int] | None:
    """Return the skill that the last words of a member name with the noun, and how long those words are."""
    pieces = GAP.split(words.removesuffix(" skills"))
    shortest = LONGEST_MEMBER if noun in OF_LONG_MEMBERS else 1
    for count in range(LONGEST_MEMBER, shortest - 1, -1):
        own = pieces[1 - 2 * count :]
        key = (*own[::2], HEARD_AS.get(noun, noun))
        beginning = spelling_index().get(key[0])
        for spelling in beginning.longer.get(key[1], ()) if beginning and len(key) == count + 1 else ():
            if spelling.words == key and not (spelling.everyday or spelling.behind):
                return spelling.slug, sum(map(len, own))
    return None
