"""The role where only sentences name it: "We are seeking a Night Baker to …", "As a Night Baker, you …".

Each way of naming it has a weight (role_sayings.tsv); the role that they name most plainly is the title, in its
fullest form: "Senior Baker" goes before "Baker".
"""

import re
from collections import Counter
from collections.abc import Iterator

from postings.parsing.extract.near import hits_of
from postings.parsing.extract.role_names import RoleName, role_at
from postings.parsing.lexicon.role_sayings import BEGINNING, RoleSaying, load_role_sayings
from postings.parsing.part import Part

FURTHEST = 6000  # characters in which a text says whom it is about
BEGINS = re.compile(r"(?:\A|\n|[.!?:)] ?|[a-z](?=(?-i:The) ))[\s*#-]{0,4}(?:the |a |an )", re.IGNORECASE)
THIRD_PERSON = re.compile(r"[a-z]{3,20}s ")
ANY_VERB = "~s"  # "monitors"
PLURAL_COSTS = 3
OPENING = 3  # the text begins with the role
LEAST = 2


def role_in_sentences(part: Part) -> tuple[int, int] | None:
    weights: Counter[str] = Counter()
    first: dict[str, RoleName] = {}
    for weight, role in _named(part):
        key = _key(part.view.lower[role.start : role.end])
        weights[key] += weight - PLURAL_COSTS * role.plural
        if key not in first or role.start < first[key].start:
            first[key] = role
    totals = {
        key: sum(weight for other, weight in weights.items() if key == other or key.endswith(f" {other}"))
        for key in weights
    }
    if not totals:
        return None
    best = min(totals, key=lambda key: (-totals[key], first[key].start))
    best = best.removesuffix("s") if best.removesuffix("s") in totals else best
    return (first[best].start, first[best].end) if totals[best] >= LEAST else None


def _named(part: Part) -> Iterator[tuple[int, RoleName]]:
    lower, text = part.view.lower[:FURTHEST], part.view.text[: FURTHEST + 200]
    opens = len(text) - len(text.lstrip(" \n#*"))
    if (role := role_at(text, opens, small=False)) and role.start == opens:
        yield OPENING, role
    for saying in load_role_sayings():
        if saying.before == BEGINNING:
            places = [found.end() for found in BEGINS.finditer(text, 0, len(lower))]
        else:
            places = [
                at + len(saying.before)
                for at in hits_of(lower, (saying.before,))
                if (not at or not lower[at - 1].isalnum()) and lower[at + len(saying.before) :][:1] in " \n:"
            ]
        for at in places:
            role = role_at(text, at, small=saying.small)
            if role and _follows(part, role, saying):
                yield saying.weight, role


def _follows(part: Part, role: RoleName, saying: RoleSaying) -> bool:
    if not saying.after:
        return True
    behind = part.view.lower[role.end : role.end + 40].lstrip()
    if ANY_VERB in saying.after and THIRD_PERSON.match(behind):
        return True
    return any(
        behind.startswith(phrase) and not behind[len(phrase) :][:1].isalpha() for phrase in saying.after
    )


def _key(name: str) -> str:
    return " ".join(re.findall(r"[\w+#]+", name))
