"""Needs that are told and not listed: "The ideal candidate has two years of baking", "This role requires steady hands".

A part in; the sentences of its prose that ask for something plainly out. "This role requires working with the millers"
tells a duty, and "We are looking for people who love to grow" asks for nothing that can be had.
"""

import re
from collections.abc import Iterator

from postings.parsing.entries import CLOSING, Entry
from postings.parsing.extract.near import has_any
from postings.parsing.look import look_of
from postings.parsing.part import LineKind, Part
from postings.vocabulary import Section

HINTS = ("requires ", "candidate", "you should", "you must", "looking for", "seeking", "you will need")
CANDIDATE = r"(?:the|our|an?) (?:ideal |successful |right |perfect |best |strong )?candidate"
SOMEONE = r"(?:someone|somebody|individuals|people|candidates|an? (?:candidate|individual|person))"
ASKING = re.compile(
    r"\W{0,4}(?:(?:this|the) (?:role|position|job) (?:also )?requires "
    rf"|{CANDIDATE} (?:will |should |must )?(?:also )?(?:have|has|possess|possesses|bring|brings|demonstrate|demonstrates) "
    rf"|{CANDIDATE} (?:is|will be|should be|must be) (?:someone|a person|an individual) (?:with|who has) "
    r"|you (?:should|must|will need to) (?:also )?(?:have|possess|know) "
    r"|you (?:should|must) (?:also )?be (?=proficient|fluent|familiar|experienced|skilled)"
    rf"|we (?:are |'re |are currently )?(?:looking for|seeking) {SOMEONE} (?:with|who has|who have|who possess|who possesses) )"
)
PORTRAIT = re.compile(rf"\W{{0,4}}{CANDIDATE} ")
ASKED_FOR = 0.75  # a share of one
LONGEST = 400  # characters of a sentence
AMID = (None, Section.RESPONSIBILITY, Section.ABOUT, Section.OTHER)


def asks(sentence: str) -> bool:
    """Does a sentence, in small letters, begin by asking, and name behind it what is plainly a need?"""
    found = ASKING.match(sentence) if has_any(sentence, HINTS) else None
    return found is not None and look_of(sentence[found.end() :]).need > ASKED_FOR


def sentences_that_ask(part: Part, portraits: bool) -> Iterator[Entry]:
    """Yield them; what "the ideal candidate" has, which only sums up a list where there is one, if `portraits`."""
    for line in part.lines:
        if line.kind is not LineKind.PROSE or line.section not in AMID:
            continue
        if not has_any(part.lower(line), HINTS):
            continue
        for start, end in part.view.sentences(line.start, line.end):
            sentence = part.view.lower[start:end]
            if end - start > LONGEST or not asks(sentence) or CLOSING.search(part.view.text, start, end):
                continue
            if portraits or not PORTRAIT.match(sentence):
                yield Entry(Section.REQUIRED, start, end, line.heading, False)
