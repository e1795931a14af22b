"""Pools of skills, from which sentences draw, with the handfuls of them that one posting keeps to."""

from functools import cache
from random import Random

from postings.library.phrases import Pool, pick, spread
from postings.library.skillmarks import name_skill

ZIPF = 0.75  # how steeply a pool's skills fall off, the first being the most asked for
STACKS = 48  # handfuls prepared for each pool; a posting draws one of them
NARROW = {"code", "store", "cloud", "frame", "cad", "check"}  # of these a posting names three at most


@cache
def make_pool(name: str, slugs: tuple[str, ...]) -> Pool:
    """The same slugs give the same handfuls, whoever asks; an unknown slug is a KeyError."""
    skills = tuple(name_skill(slug) for slug in slugs)
    table = spread(skills, [1 / (place + 1) ** ZIPF for place in range(len(skills))])
    draw = Random(" ".join(slugs)).random  # noqa: S311 - one fixed world of handfuls, nothing secret
    size = min(len(skills), 3 if name in NARROW else 6)
    stacks = []
    for _ in range(STACKS):
        handful: dict[str, int] = {}
        while len(handful) < size:
            handful.setdefault(pick(table, draw).text, 0)
        stacks.append(tuple(said for said in skills if said.text in handful))
    return Pool(name, skills, tuple(stacks))
