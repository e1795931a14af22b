"""Every way to write the skills of the lexicon, indexed by first word, for one pass over a text.

A spelling is its words in small letters: "Node.js" is ("node", "js"), whatever stands between them.
Plural, British and American forms follow by rule, unless another skill is written so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from postings.parsing.lexicon.everyday import Everyday, load_everyday
from postings.parsing.lexicon.places import load_places
from postings.parsing.lexicon.skills import load_skills

GAP = re.compile(r"([\W_]+)")  # between words; splitting at it is the quickest way to have words and gaps
SHORTEST_PLURAL = 4
AMERICAN = (
    ("isation", "ization"), ("ising", "izing"), ("optimis", "optimiz"), ("organis", "organiz"),
    ("modernis", "moderniz"), ("modelling", "modeling"), ("labelling", "labeling"), ("levelling", "leveling"),
    ("counselling", "counseling"), ("behaviour", "behavior"), ("colour", "color"), ("labour", "labor"),
    ("programme", "program"), ("licence", "license"), ("defence", "defense"), ("centre", "center"),
    ("fibre", "fiber"), ("paediatric", "pediatric"), ("anaesthesia", "anesthesia"), ("moulding", "molding"),
    ("analogue", "analog"), ("catalogue", "catalog"), ("enrol", "enroll"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spelling:
    words: tuple[str, ...]
    slug: str
    before: str = ""  # the sign that must stand right before: the point of ".NET"
    behind: str = ""  # and behind: "++" of "C++"
    everyday: Everyday | None = None


@dataclass(frozen=True, slots=True)
class Beginning:
    """The spellings that begin with one word: by their second word, the longest first, and without one."""

    longer: dict[str, list[Spelling]]
    alone: list[Spelling]


@cache
def spelling_index() -> dict[str, Beginning]:
    known: dict[tuple[tuple[str, ...], str, str], list[Spelling]] = {}
    for one in load_everyday():
        key = _key(one.spelling)
        known.setdefault(key, []).append(Spelling(key[0], one.skill, key[1], key[2], one))
    otherwise = frozenset(known) | {_key(place.city) for place in load_places().values()}
    skills = load_skills().values()
    listed = [(written, skill.slug) for skill in skills for written in skill.spellings]
    formed = [
        (form, slug)
        for written, slug in listed
        for form in _forms(written)
        if not otherwise & {_key(written), _key(form)}  # DOE has no plural "does", LEED none "Leeds"
    ]
    for spelled, slug in (*listed, *formed):
        key = _key(spelled)
        if key[0]:
            known.setdefault(key, [Spelling(key[0], slug, key[1], key[2])])
    index: dict[str, Beginning] = {}
    for spelling in sorted(
        (one for spellings in known.values() for one in spellings),
        key=lambda one: (-len(one.words), -len(one.before) - len(one.behind)),
    ):
        beginning = index.setdefault(spelling.words[0], Beginning({}, []))
        if len(spelling.words) > 1:
            beginning.longer.setdefault(spelling.words[1], []).append(spelling)
        else:
            beginning.alone.append(spelling)
    return index


def _key(written: str) -> tuple[tuple[str, ...], str, str]:
    lower = written.lower()
    before = "." if lower.startswith(".") else ""
    behind = lower[len(lower.rstrip("+#")) :]
    return tuple(word for word in GAP.split(lower)[::2] if word), before, behind


def _forms(written: str) -> Iterator[str]:
    spelled = {written}
    for british, american in AMERICAN:
        spelled |= {form.replace(british, american) for form in spelled}
        spelled |= {form.replace(american, british) for form in spelled if british not in form}
    spelled |= {form.replace(" and ", " ") for form in spelled}  # "mergers & acquisitions": "&" is no word
    yield from sorted(spelled)
    for form in sorted(spelled):
        last = form.split()[-1]
        if last.isupper() and last.isalpha() and len(last) > 1:
            yield form + "s"  # "LLMs"
        elif last.islower() and last.isalpha() and len(last) >= SHORTEST_PLURAL:
            if not last.endswith("s"):
                yield form + "s"
            elif " " in form and not last.endswith(("ss", "ics", "sis", "us")):
                yield form[:-1]  # "data pipeline"; a single word such as "operations" would say too much
