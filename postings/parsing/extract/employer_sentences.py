"""The name that the sentences themselves use for who hires.

Mentions are weighed by how plainly the sentence says "this is us" (employer_sayings.tsv): a name that is only
mentioned, as a client, a tool or a partner, is none.
"""

import re
from collections import Counter
from functools import cache
from itertools import islice

from postings.facts import Fact
from postings.parsing.extract.employer_names import Mention, mentions_of
from postings.parsing.gazetteer import places_in
from postings.parsing.lexicon.bodies import load_bodies
from postings.parsing.lexicon.employer_sayings import ANY_END, After, Saying, load_employer_sayings
from postings.parsing.lexicon.skills import load_skills
from postings.parsing.names import company_key
from postings.parsing.part import Part

LEAST_WEIGHT = 4
FIRST_WORD = re.compile(r"[\w']+")
PLAIN = 4  # a saying of this weight speaks of an employer whatever the name
BODY = 4  # "Acme Trust is …" says itself what it is
BEHIND_BODY = (", a", ", the", ", in", ", loc", "(")
ENDS = ("\n", ".", "!", "?", ":", ";", "|", ")", "-")
OPENS = 4
OPENING = 900  # characters
OF_A_SKILL = 4  # "At Docker, we" speaks of an employer; "Docker helps" of a tool
MOST = 800  # mentions that are weighed


def employer_in_sentences(part: Part) -> Fact[str] | None:
    weights: Counter[str] = Counter()
    plain: set[str] = set()
    first: dict[str, Mention] = {}
    shorts: dict[str, str] = {}
    for mention in islice(mentions_of(part), MOST):
        weight = _weight(part, mention)
        key = company_key(part.view.text[mention.start : mention.end]) if weight else ""
        if key:
            weights[key] += weight
            first.setdefault(key, mention)
            if mention.short:
                shorts[company_key(mention.short)] = key
            if weight >= PLAIN and not (
                weight == OPENS and mention.start < OPENING and _is_word(part, mention)
            ):
                plain.add(key)
    for short, long in shorts.items():
        if short != long:
            weights[long] += weights.pop(short, 0)
    for key in sorted(weights, key=lambda key: (-weights[key], first[key].start)):
        mention = first[key]
        name = part.view.text[mention.start : mention.end]
        if weights[key] >= LEAST_WEIGHT and (
            key in plain or not (_is_word(part, mention) or _is_place(name))
        ):
            words = " ".join(part.view.words[mention.start : mention.whole].split())
            return part.view.fact(words, mention.start, mention.whole)
    return None


def _weight(part: Part, mention: Mention) -> int:
    sayings = load_employer_sayings()
    starts_sentence = not mention.head or mention.head.endswith(",")
    last = "" if starts_sentence else mention.head.rsplit(" ", 1)[-1]
    weight = max(
        next((saying.weight for saying in likely if _fits(part, mention, saying)), 0)
        for likely in (sayings.by_before.get(last, ()), sayings.anywhere)
    )
    if weight < OF_A_SKILL and part.view.text[mention.start : mention.end] in _skill_names():
        return 0
    if weight == OPENS - 1 and mention.start < OPENING and starts_sentence:
        weight = OPENS  # the text opens with what the employer is
    if mention.head in ("", "we are", "wir sind") and _is_body(part.view.text[mention.start : mention.end]):
        weight = max(
            weight, BODY if mention.tail[:1].islower() or mention.tail.startswith(BEHIND_BODY) else 0
        )
    return weight


@cache
def _skill_names() -> frozenset[str]:
    return frozenset(spelling for skill in load_skills().values() for spelling in skill.spellings)


def _is_body(name: str) -> bool:
    return " " in name and name.rsplit(" ", 1)[-1] in load_bodies()


def _fits(part: Part, mention: Mention, saying: Saying) -> bool:
    head = mention.head
    if saying.before and not (
        head == saying.before or (not saying.alone and head.endswith(f" {saying.before}"))
    ):
        return False
    if not _follows(mention.tail, saying.after):
        return False
    return not saying.sentence or _begins(part.view.lower, mention.start, saying.sentence)


def _follows(tail: str, after: After) -> bool:
    if after.anything or (after.ends and (not tail or tail.startswith(ENDS))):
        return True
    if tail.startswith(after.marks):
        return any(_stands_at(tail, mark) for mark in after.marks)
    words = tail.lstrip(", ")
    if after.beginnings and words.startswith(after.beginnings):
        return True
    first = FIRST_WORD.match(words)
    return any(_stands_at(words, phrase) for phrase in after.by_word.get(first[0], ())) if first else False


def _stands_at(words: str, phrase: str) -> bool:
    """Do the words begin with a phrase as a whole, or with the beginning of a word, "is transform~"?"""
    if phrase.endswith(ANY_END):
        return words.startswith(phrase[:-1])
    whole = not phrase[-1].isalnum() or not words[len(phrase) : len(phrase) + 1].isalnum()
    return whole and words.startswith(phrase)


def _begins(lower: str, at: int, phrases: tuple[str, ...]) -> bool:
    window = lower[max(0, at - 120) : at]
    window = " " + window[window.rfind("\n") + 1 :]
    return any(f" {phrase} " in window for phrase in phrases)


def _is_word(part: Part, mention: Mention) -> bool:
    """ "Security is a habit" is no name where "security" stands too; "The Oven Team" is a part of one."""
    name = part.view.text[mention.start : mention.end]
    if " " not in name and name.istitle() and f" {name.lower()} " in part.view.text:
        return True
    return " for " in name or name.endswith((" Team", " Teams"))


def _is_place(name: str) -> bool:
    return any(len(name) - (place.end - place.start) < 4 for place in places_in(name))
