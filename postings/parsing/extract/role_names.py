"""A place in a text → the name of a role that begins there, or none.

"experienced Night Baker to join us" names "Night Baker". A name ends with a noun of work (job_nouns.tsv) and
what belongs to it: "Engineer II", "Manager, Sales", "Director of Finance". Refused are runs without such a noun
and everyday words: "a partner of our clients".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from postings.parsing.header import JOB_NOUN
from postings.parsing.lexicon.beside_roles import PRAISE, STOP, load_beside_roles
from postings.parsing.lexicon.job_nouns import load_job_nouns

TOKEN = re.compile(
    r"(?P<gap>[ ]{0,3}|[ ]?\n[ ]?|[ ]?[&/][ ]?|,[ ])(?P<word>\.?[^\W_](?:[\w/+#'-]|\.(?=\w)|&(?=\w)){0,40}\.?)"
)
JOINERS = frozenset(("and", "of", "&", "the", "de", "en", "for"))
RANK = re.compile(r" (?:I{1,3}|IV|V|VI|[1-5]|[A-C])\b(?!['’.]\w)")
BELONGS = re.compile(
    r"(?: \([A-Z]{1,6}\))?(?:,? of|,| -|:)? [A-Z][\w&/]+(?: (?:and|&|of) [A-Z]\w+| [A-Z]\w+){0,3}"
)
SHORT = ("sr.", "jr.", "asst.", "assoc.", "exec.")
PRAISING = (
    "-minded",
    "-driven",
    "-oriented",
    "-focused",
    "-learning",
    "-talented",
    "-level",
    "-fluent",
    "-thinking",
)
FURTHEST = 30  # characters of other words before the role
MOST_WORDS = 10


@dataclass(frozen=True, slots=True)
class RoleName:
    start: int
    end: int
    plural: bool


def role_at(text: str, at: int, *, small: bool) -> RoleName | None:
    """Read the role that begins at a place; `small`, if it may stand in small letters."""
    starts: list[int] = []  # of its words
    end, plural = 0, False
    for found in _words(text, at):
        word = found["word"] if found["word"].lower() in SHORT else found["word"].rstrip(".")
        low, capital = word.lower(), not word[:1].islower()
        if not starts and _is_praise(low):
            continue
        if load_beside_roles().get(low) == STOP or (
            "," in found["gap"] and not (starts and capital and not end)
        ):
            break
        if not starts and (low in JOINERS or not (small or capital)):
            if found.start() - at > FURTHEST:
                break
            continue
        noun = _noun(word)
        if not capital and low not in JOINERS and not _goes_on(text, starts, end, noun, small=small):
            break
        starts.append(found.start("word"))
        if noun is not None:
            end, plural = found.start("word") + len(word), noun
        elif found["word"].endswith(".") and low not in SHORT:
            break
        if len(starts) > MOST_WORDS:
            break
    starts = [start for start in starts if start < end]
    if not end or not starts:
        return None
    start = _first_capital(text, starts)
    return (
        RoleName(start, _with_what_belongs(text, start, end), plural) if _is_role(text[start:end]) else None
    )


def _goes_on(text: str, starts: list[int], end: int, noun: bool | None, *, small: bool) -> bool:
    """Does a name go on with a word in small letters? "Oven Safety analyst" does; "Baker who" has ended."""
    if noun is not None and not end and len(starts) > 1:
        return True
    return small and not (end and (noun is None or text[starts[0]].isupper()))


def _is_praise(low: str) -> bool:
    return load_beside_roles().get(low.strip(",")) == PRAISE or low.endswith(PRAISING)


def _first_capital(text: str, starts: list[int]) -> int:
    """ "embedded SRE" is an SRE: where the noun has a capital, the name begins with the capitals before it."""
    if not text[starts[-1]].isupper():
        return starts[0]
    return next(start for start in starts if text[start].isupper() or not text[start].isalpha())


def _words(text: str, at: int) -> Iterator[re.Match[str]]:
    found = TOKEN.match(text, at)
    for _ in range(MOST_WORDS + 6):
        if found is None:
            return
        yield found
        found = TOKEN.match(text, found.end())


def _noun(word: str) -> bool | None:
    """Return whether a noun of work is plural; None if it is no such noun."""
    last = re.split(r"[/-]", word)[-1]
    if JOB_NOUN.fullmatch(last) or JOB_NOUN.fullmatch(word):
        return False
    return True if last.endswith("s") and JOB_NOUN.fullmatch(last[:-1]) else None


def _is_role(name: str) -> bool:
    """In small letters "trusted partner" praises, and "engineer" alone says too little; so does "Partner"."""
    words = name.split()
    means_work = load_job_nouns().get(words[-1].lower(), True)
    if len(words) == 1:
        return means_work and not name[0].islower()
    return means_work or name[0].isupper()


def _with_what_belongs(text: str, start: int, end: int) -> int:
    if rank := RANK.match(text, end):
        end = rank.end()
    if text[start].isupper() and (more := BELONGS.match(text, end)):
        words = re.sub(r"\(\w+\)", "", more[0].lower()).strip(" ,-:").split()
        if words[0] not in load_beside_roles() and load_beside_roles().get(words[-1]) != STOP:
            return more.end()
    return end
