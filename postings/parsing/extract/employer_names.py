"""Names in a text that could be an employer's, each with what stands before and behind it in its sentence.

A part comes in, mentions come out: "At Acme Ltd, we bake" mentions "Acme Ltd" behind "at" and before "we".
Refused are names that are a role, a thing or everyone: "Software Engineer", "Benefits", "Our Team".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from postings.parsing.header import JOB_NOUN
from postings.parsing.lexicon.beside_names import load_beside_names
from postings.parsing.lexicon.bodies import load_bodies
from postings.parsing.lexicon.not_employers import load_not_employers
from postings.parsing.part import Part

CAPITAL = "[A-ZÀ-ÖØ-Þ]"
# "Acme", "dLocal", "10x", "Kata.ai", "U.S", "O'Neill"; not the "'s" behind a name, nor "team.About", two sentences
WORD = rf"""(?: {CAPITAL} (?: [\w&+] | \. (?= [a-z\d] | [A-Z] (?: \. | \b ) ) | ' (?! s\b ) (?= \w ) | - (?= \w ) ){{0,40}}
          | [a-z]{{1,12}} [A-Z] [\w.]{{0,40}} (?<! \. ) | \d{{1,4}} [A-Za-z] \w{{0,20}} )"""
NAME = re.compile(
    rf"""(?<! [\w@/] ) {WORD}
        (?: [ ] (?: (?: of | and | & | the | for | de | du | der | und | do | da | von | van ) [ \n] ){{0,2}} (?: {WORD} | \d{{2,4}} \b ) ){{0,7}}""",
    re.VERBOSE,
)
PLAIN_NAME = re.compile(
    rf"{WORD}(?:[ ](?:{WORD}|of|and|&|the|for|de))*,?(?:[ ](?:Inc|LLC|Ltd|GmbH)\.?)?", re.VERBOSE
)
NUMBERED = re.compile(r"\w{0,20}\d{3,20}\w{0,20}\s{1,10}")
GLUE = re.compile(r"(?<=[a-z])[A-Z]|(?<=[a-z] )The (?=[A-Z])")
LEGAL = r"(?P<form>,? ?(?:inc|llc|ltd|limited|gmbh|ag|corp|corporation|co|plc|s\.a|ab|bv|b\.v|lp|llp)\b\.?)?"
BEHIND = re.compile(rf"[®™]?{LEGAL}[®™]?(?: \((?P<short>[^()\n]{{2,40}})\))?")
ABOUT = re.compile(r"^[#*_ ]{0,8}about (?P<name>[a-z][\w.]{2,20})[ :?*_]{0,5}$", re.MULTILINE)
ADVERB = re.compile(
    r"(?P<verb>is|are)(?: (?:currently|now|also|actively|always|proudly|presently|again|urgently)){1,2} "
)
BOUNDARIES = ("\n", ". ", "! ", "? ", ": ", "; ", "•", "*", "|", " - ")
FOR = re.compile(r" (?:for|at|with) (?:the )?")
FUSED = ".!?:)"  # a sentence ends here without a space: "growth.Acme is"
LONGEST = 60


@dataclass(frozen=True, slots=True)
class Mention:
    start: int
    end: int
    head: str  # small letters from the beginning of the sentence to the name
    tail: str  # and what follows it
    short: str = ""  # "BDT" behind "Benefits Data Trust (BDT)"
    whole: int = 0  # the end of the name with its ", Inc."


def mentions_of(part: Part) -> Iterator[Mention]:
    for found in NAME.finditer(part.view.text):
        start, end, glued = _bare(part, *found.span())
        if start < end and _may_employ(part.view.text[start:end]):
            yield _mention(part, start, end, glued)
    yield from _small_names(part)


def _small_names(part: Part) -> Iterator[Mention]:
    """A heading "About minware" names a company, if a sentence begins with "minware" in small letters too."""
    for found in ABOUT.finditer(part.view.lower):
        name = part.view.text[slice(*found.span("name"))]
        begins = any(f"{mark}{name} " in part.view.text for mark in ("\n", ". "))
        if name.islower() and begins and _may_employ(name):
            yield _mention(part, *found.span("name"), False)


def _mention(part: Part, start: int, end: int, glued: bool) -> Mention:
    behind = BEHIND.match(part.view.lower, end)
    at = behind.end() if behind else end
    tail = part.view.lower[at : at + 60].lstrip(" ")
    if tail.startswith(("is ", "are ")):
        tail = ADVERB.sub(r"\g<verb> ", tail, count=1)
    initials = "".join(word[0] for word in part.view.text[start:end].split() if word[0].isupper()).lower()
    short = initials if behind and behind["short"] == initials else ""
    whole = behind.end("form") if behind and behind["form"] else end
    return Mention(start, end, "" if glued else _head(part.view.lower, start), tail, short, whole)


def _bare(part: Part, start: int, end: int) -> tuple[int, int, bool]:
    """Return the name without "At" and "SummaryWe": a line break was lost there, so a sentence begins."""
    text = part.view.text
    glued = start > 0 and text[start - 1] in FUSED
    for glue in GLUE.finditer(text, start, end):
        before = text[max(start, text.rfind(" ", start, glue.start()) + 1) : glue.start()]
        if glue[0] == "The ":
            start, glued = glue.end(), True
        elif _stands_twice(text, _word_at(text, glue.start())):
            continue  # so it is spelled: "ServiceNow", "ClickHouse"
        elif before.casefold() in load_not_employers():
            start, glued = glue.start(), True
        elif _word_at(text, glue.start(), inside=False).casefold() in load_not_employers():
            end = glue.start()
    for found in JOB_NOUN.finditer(text, start, end):  # "Senior Engineer for Acme"
        if (joined := FOR.match(text, found.end(), end)) is not None:
            start = joined.end()
    return _without_openers(text, start, end, glued)


def _stands_twice(text: str, word: str) -> bool:
    return text.find(word, text.find(word) + 1) >= 0


def _word_at(text: str, at: int, *, inside: bool = True) -> str:
    """Return the word around a place, or the rest of it from there."""
    start = at
    while inside and start and at - start < LONGEST and text[start - 1].isalnum():
        start -= 1
    while at < len(text) and at - start < 2 * LONGEST and text[at].isalnum():
        at += 1
    return text[start:at]


def _without_openers(text: str, start: int, end: int, glued: bool) -> tuple[int, int, bool]:
    while True:
        first = text.find(" ", start, end)
        word = text[start:first].casefold() if first > 0 else ""
        if number := NUMBERED.match(text, start, end):
            start = number.end()
        elif (use := load_beside_names().get(word)) == "opener":
            glued = glued and word == "the"
            start = first + 1
        elif use == "heading":
            start, glued = first + 1, True
        else:
            return start, end, glued


def _may_employ(name: str) -> bool:
    words = name.casefold().split()
    use = load_beside_names().get(words[0])
    if len(name) > LONGEST or use == "owner" or (use == "opener" and len(words) == 1):
        return False
    body = not load_bodies().isdisjoint(name.split())
    if all(word.strip(".,'") in load_not_employers() for word in words) and not (body and len(words) > 2):
        return False
    return body or not JOB_NOUN.search(name)


def _head(lower: str, start: int) -> str:
    window = lower[max(0, start - 60) : start]
    begins = max(window.rfind(mark) + len(mark) if mark in window else 0 for mark in BOUNDARIES)
    head = " ".join(window[begins:].strip(" #_\"'([>-").split())
    return "" if head == "the" else head.removesuffix(" the")
