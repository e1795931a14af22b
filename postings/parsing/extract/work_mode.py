"""Remote, hybrid or on site: what labels, the head, the title and the sentences say, weighed as a recruiter would.

A label that asks for the mode is believed. A board's chip or a place field that says "Remote" yields to
sentences that call the role to an office on some days (hybrid) or on all (on site); an offer to choose between
home and office does not change it. With nothing in the head, a hybrid week counts for more than a remote
word, and less than "fully remote".
"""

import re
from collections.abc import Iterator
from heapq import merge
from itertools import chain

from postings.facts import Fact
from postings.parsing.extract.near import hits_of
from postings.parsing.extract.place_lines import says_only_places, top_pieces
from postings.parsing.extract.place_sentences import sentence_around
from postings.parsing.extract.stretches import Stretch, joined
from postings.parsing.extract.work_mode_limits import is_a_choice, is_for_all, is_of_the_week, is_offered
from postings.parsing.extract.work_mode_words import (
    AT_THE_OFFICE,
    CONDITION,
    FROM_NUMBER,
    HYBRID,
    IN_FIELD,
    IN_TITLE,
    INLINE,
    LABELLED_FIRST,
    LABELLED_LATER,
    NO,
    NOT_THIS_ROLE,
    NUMBER,
    OF_THE_ROLE,
    OR_REMOTE,
    PARTLY,
    REFUSED,
    WHOLLY,
    YES,
    Look,
)
from postings.parsing.header import Header
from postings.parsing.part import Part
from postings.vocabulary import WorkMode

ORDER = (WorkMode.HYBRID, WorkMode.REMOTE, WorkMode.ONSITE)  # of modes that one field names together
Mode = Fact[WorkMode]


class Words(dict[str, list[int]]):
    """Where words stand in a text; several looks ask for the same."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __missing__(self, word: str) -> list[int]:
        self[word] = list(hits_of(self.text, (word,)))
        return self[word]


def read_work_mode(part: Part, header: Header, title: Fact[str] | None) -> Mode | None:
    if asked := _in_fields(part, header, "mode") or _labelled(part):
        return asked
    stated = _in_fields(part, header, "place") or _in_fields(part, header, "chip_place")
    stated = stated or _from_title(part, title) or _from_top_lines(part)
    words = Words(part.view.lower)
    if stated is None:
        return _from_body(part, words)
    return (_against_remote(part, words) if stated.value is WorkMode.REMOTE else None) or stated


def _in_fields(part: Part, header: Header, name: str) -> Mode | None:
    return _first(part, (IN_FIELD.finditer(part.view.lower, *at) for at in header.fields.get(name, ())))


def _first(part: Part, fields: Iterator[Iterator[re.Match[str]]]) -> Mode | None:
    """Home and office named together are a hybrid week: "Remote or on-site"."""
    found = {WorkMode(str(match.lastgroup)): match for matches in fields for match in matches}
    both = WorkMode.REMOTE in found and WorkMode.ONSITE in found
    for mode in ORDER:
        if match := found.get(mode):
            return part.view.fact(WorkMode.HYBRID if both else mode, *match.span())
    return None


def _labelled(part: Part) -> Mode | None:
    lower = part.view.lower
    first = LABELLED_FIRST.match(lower)
    for found in chain([first] if first else [], LABELLED_LATER.finditer(lower), INLINE.finditer(lower)):
        start, end = found.span("value")
        if named := _first(part, iter([IN_FIELD.finditer(lower, start, end)])):
            return named
        for answer, mode in ((NO, WorkMode.ONSITE), (YES, WorkMode.REMOTE)):
            if answer.match(lower, start) and ("remote" in found.group() or "tele" in found.group()):
                return part.view.fact(mode, *found.span())
    return None


def _from_title(part: Part, title: Fact[str] | None) -> Mode | None:
    """The title's own words and the few right after it: "Night Baker (Remote)"."""
    if title is None or not title.value:
        return None
    lower = part.view.lower
    at = part.view.text.find(title.value)
    if at < 0:
        return None
    line_end = lower.find("\n", at + len(title.value))
    last = min(at + len(title.value) + 12, line_end if line_end >= 0 else len(lower))
    named = list(IN_TITLE.finditer(lower, at, last))
    found = next((each for each in named if each.lastgroup == WorkMode.REMOTE), None)  # "on site or remote"
    if not (found and OR_REMOTE.search(lower, at, last)):
        found = next(iter(named), None)
    return part.view.fact(WorkMode(str(found.lastgroup)), *found.span()) if found else None


def _from_top_lines(part: Part) -> Mode | None:
    """ "Remote, Italy" on a line of its own, or "Hybrid" between dots."""
    for start, end in top_pieces(part):
        found = IN_FIELD.search(part.view.lower, start, end)
        if found and says_only_places(part.view.text[start:end]):
            return part.view.fact(WorkMode(str(found.lastgroup)), *found.span())
    return None


def _against_remote(part: Part, words: Words) -> Mode | None:
    """What the sentences say against a field's "Remote"."""
    for found in _said(part, words, HYBRID):
        if not is_a_choice(part, found) and is_for_all(part, found):
            return part.view.fact(WorkMode.HYBRID, *found.span())
    refused = _refused(part, words)
    return part.view.fact(WorkMode.ONSITE, *refused.span()) if refused else None


def _refused(part: Part, words: Words) -> re.Match[str] | None:
    """ "This is no remote position", but not "if this position is not remote"."""
    lower = part.view.lower
    said = _said(part, words, REFUSED)
    return next(
        (found for found in said if not CONDITION.search(lower, max(0, found.start() - 40), found.start())),
        None,
    )


def _in_one_sentence(part: Part, one: re.Match[str], other: re.Match[str]) -> bool:
    start, end = sentence_around(part, *one.span())
    return start <= other.start() < end


def _from_body(part: Part, words: Words) -> Mode | None:
    wholly = next(_said(part, words, WHOLLY), None)
    every = [found for found in _said(part, words, HYBRID) if is_for_all(part, found)]
    hybrid = next((found for found in every if not is_offered(part, found)), None)
    own = next(_said(part, words, OF_THE_ROLE), None) if every else None
    if own and not _in_one_sentence(part, own, hybrid or every[0]):
        return part.view.fact(WorkMode.ONSITE, *own.span())
    if hybrid and not wholly:
        return part.view.fact(WorkMode.HYBRID, *hybrid.span())
    refused = _refused(part, words)
    if hybrid and refused:
        return part.view.fact(WorkMode.HYBRID, *hybrid.span())
    offered = every[0] if every and not hybrid else None
    partly = (found for found in _said(part, words, PARTLY) if is_of_the_week(part, found))
    if not refused and (remote := wholly or next(partly, None) or offered):
        return part.view.fact(WorkMode.REMOTE, *remote.span())
    there = (
        found
        for found in _said(part, words, AT_THE_OFFICE)
        if is_for_all(part, found) and not is_offered(part, found)
    )
    onsite = next(there, None) or refused
    return part.view.fact(WorkMode.ONSITE, *onsite.span()) if onsite else None


def _said(part: Part, words: Words, looks: tuple[Look, ...]) -> Iterator[re.Match[str]]:
    """Yield what the looks find, from the text's beginning to its end."""
    if len(looks) == 1:
        return _seen(part.view.lower, words, looks[0])
    every = (_seen(part.view.lower, words, look) for look in looks)
    return merge(*every, key=lambda found: found.start())


def _seen(lower: str, words: Words, look: Look) -> Iterator[re.Match[str]]:
    for stretch in joined(_stretches(lower, words, look)):
        for found in look.pattern.finditer(lower, *stretch):
            if not NOT_THIS_ROLE.match(lower, found.start()):
                yield found


def _stretches(lower: str, words: Words, look: Look) -> Iterator[Stretch]:
    for at in (at for word in look.words for at in words[word]):
        start, end = max(0, at - look.before), min(len(lower), at + look.after)
        if look.beside and not any(lower.find(word, start, end) >= 0 for word in look.beside):
            continue
        if not look.counted or NUMBER.search(lower, max(0, at - FROM_NUMBER), at):
            yield start, end
