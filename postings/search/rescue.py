"""A word that no posting has is mostly a slip of the finger: the nearest word that some posting has instead.

The words that may be meant are those of skills, job titles and places, as people write them; a stem from the
index would be found as well, but "Showing snowflak" reads like a fault of ours.
"""

from dataclasses import replace
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from postings.parsing.lexicon import load_places, load_skills
from postings.parsing.lexicon.titles import load_titles
from postings.query import stems_in_all_languages, tokens_of
from postings.query.plan import All, Either, Node, Not, Word
from postings.search.matching import Matching

SHORTEST = 4  # letters: nothing is near enough to a shorter one to be meant rather than guessed
NEAR = 0.75
LOOKED_AT = 5  # of the nearest


def rescued(matching: Matching, node: Node) -> tuple[Node, dict[str, str]]:
    """Return the node with words in place of those that nobody has, and which stands for which."""
    found: dict[str, str] = {}
    return _rescued(matching, node, found), found


def _rescued(matching: Matching, node: Node, found: dict[str, str]) -> Node:
    match node:
        case Word(typed=typed) if len(typed) >= SHORTEST and not _known(matching, node):
            for near in _nearest(typed):
                instead = replace(node, stems=stems_in_all_languages(near), typed=near)
                if _known(matching, instead):
                    found[typed] = near
                    return instead
            return node
        case All(nodes):
            return All(tuple(_rescued(matching, one, found) for one in nodes))
        case Either(nodes):
            return Either(tuple(_rescued(matching, one, found) for one in nodes))
        case Not() | _:
            return node


def _known(matching: Matching, word: Word) -> bool:
    return bool(matching.entries(word, matching.index.library.live))


def _nearest(typed: str) -> list[str]:
    near = process.extract(
        typed.lower(), _vocabulary(), scorer=OSA.normalized_similarity, score_cutoff=NEAR, limit=LOOKED_AT
    )
    return [word for word, _, _ in near]


@cache
def _vocabulary() -> list[str]:
    names = [
        *(spelling for skill in load_skills().values() for spelling in skill.spellings),
        *(place.city for place in load_places().values()),
        *(" ".join(title.words) for titles in load_titles().by_first.values() for title in titles),
    ]
    words = {name[token.start : token.end].lower() for name in names for token in tokens_of(name, "en")}
    return sorted(word for word in words if len(word) >= SHORTEST)
