"""A line that holds several, since line breaks were lost on its way here → the pieces that its author wrote.

A view and a long line in; its pieces out, in order. Cut are bullets amid the line, joints that have lost their
break ("best practicesDevelop"), headings ("… deadlines. Requirements Two years of …"), and, in a line that
shows it is run on, every label and every beginning of a need or a duty. "PostgreSQL" and "Node.js" stay whole,
and so does an ordinary paragraph.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from postings.parsing.extract.near import has_any
from postings.parsing.lexicon.headings import CONNECTED, NOUNS, is_heading_word, section_of
from postings.parsing.lexicon.looks import load_looks
from postings.parsing.view import View

COMPACT = 300  # characters; a shorter line is one

INLINE_SIGNS = "•●▪➢►€â*·"
INLINE_BULLET = re.compile(
    r"(?<=[\s\S])(?:[•●▪➢►]|€¢|â€¢)[ ]*(?=\S)|(?<=[.;:] )[*·][ ]+(?=[A-Z])|(?<=[.;:)])[-*•·][ ]*(?=[A-Z0-9])"
)
AMID = re.compile(
    r"(?<=\w)·[ ](?=[A-Z])|(?<=\s)[·*•](?=[ ]?[A-Z])[ ]?|(?<=[.;:)])[-*·•][ ]?(?=[A-Z])|(?<=\s)(?:[●▪➢►]|€¢|â€¢)[ ]*(?=\S)"
)
FEWEST_AMID = 3  # signs that may be anything, of which several are bullets
# Where a break was lost, a capital touches what stands before it; larger patterns are asked only there.
JOINT = re.compile(r"[a-z.;:!?)][A-Z]")
# best practicesDevelop, of the system.Education, dailySUGGEST, ATTRIBUTESBe; not in PostgreSQL, SaaS or Node.js
FUSED = re.compile(
    r"(?<=[a-z]{3}[.;:!?)])(?=[A-Z][a-z])"
    r"|(?<=[a-z]{3}[.;:!?]\))(?=[A-Z][a-z])"
    r"|(?<![A-Za-z])[a-z]{3,}(?=[A-Z][a-z]|[A-Z]{5,}[ ])"
)
# May be two words: "ResponsibilitiesDesign", "ATTRIBUTESBe" are, "WebServices" is not. The first must be a heading.
CAMEL = re.compile(r"(?<![A-Za-z])(?:[A-Z][a-z]+|[A-Z]{6,})(?=[A-Z][a-z])")
WORD = re.compile(r"[A-Za-z][\w'/-]*|&")
CAPITAL = re.compile(r"(?<![A-Za-z'/-])(?:[A-Z]{2,}|[A-Z][a-z']*)")
WRITTEN_NOUNS = tuple(sorted({*map(str.title, NOUNS), *map(str.upper, NOUNS)}))
COLON = re.compile(r"[A-Za-z]:(?=\s?[A-Z0-9])")
SURE_BEGINNINGS = frozenset(
    ["Required", "Preferred", "Desired", "Minimum", "Basic", "Key", "Job", "Essential", "Main", "Position"]
)
LEADING = re.compile(r"(?P<heading>[A-Z][a-z]+ [A-Z][a-z]+) (?=(?!For|Of|And|In)[A-Z0-9].{40})")
OF_THE_JOB = re.compile(r" of (?:the|this) (?:job|role|position)\Z", re.IGNORECASE)
LONGEST_HEADING = 8  # words
LABEL = re.compile(r"(?<=[a-z.)] )[A-Z][\w']+(?: [A-Za-z][\w']+)?:(?=[ ][A-Z(\d$£€])")
START = re.compile(r"(?<=[a-z)\d] )(?P<word>[A-Z][a-z]+)(?= (?:[a-z]|[A-Z][a-z]+ly ))")
SURE = 0.8  # how much a first word has to say for a need or a duty to begin there


@dataclass(frozen=True, slots=True)
class Piece:
    start: int
    end: int
    bullet: bool
    heading: bool = False


def pieces_of(view: View, start: int, end: int) -> Iterator[Piece]:
    words = view.text[start:end]
    cuts = {start: False}
    skips: dict[int, int] = {}
    if has_any(words, INLINE_SIGNS) or ".- " in words or ":- " in words:
        signs = AMID if len(AMID.findall(words)) >= FEWEST_AMID else INLINE_BULLET
        for found in signs.finditer(view.text, start, end):
            cuts[found.end()] = True
            skips[found.end()] = found.start()
    touching = JOINT.search(words) is not None
    fused = {found.end() for found in FUSED.finditer(view.text, start, end)} if touching else set()
    if len(fused) >= 2:
        cuts |= dict.fromkeys(fused, False)
    headings: list[tuple[int, int]] = []
    if touching or has_any(words, WRITTEN_NOUNS) or COLON.search(words):
        camel = {found.end() for found in CAMEL.finditer(view.text, start, end)}
        headings.extend(headings_in(view.text, start, end, fused, camel))
    for first, last in headings:
        cuts.setdefault(first, False)
        cuts.setdefault(last, False)
    if len(headings) >= 2 or len(fused) >= 3:
        cuts |= {at: False for at in _beginnings(view.text, start, end) if at not in cuts}
    named = {first for first, _ in headings}
    for first, last in pairwise([*sorted(cuts), end]):
        begin, stop = view.trimmed(first, min(last, skips.get(last, last)))
        if begin < stop:
            yield Piece(begin, stop, cuts[first], first in named)


def headings_in(
    text: str, start: int, end: int, fused: set[int], camel: set[int]
) -> Iterator[tuple[int, int]]:
    """Yield where words of headings stand like one: behind a sentence, a lost break, or before a colon."""
    breaks = fused | camel
    until = start
    capitals = CAPITAL.finditer(text, start, end)
    likely = {found.start() for found in capitals if is_heading_word(found[0].lower())}
    for at in sorted(likely | fused):
        if at < until:
            continue
        behind = text[max(start, at - 3) : at].rstrip()
        parted = not behind or behind[-1] in ".!?;:)*]" or at in fused or at == until
        for last in _ends_of_heading(text, at, end, breaks):
            words = text[at:last]
            if text[last : last + 2].lstrip().startswith(":") and not behind.endswith(","):
                last = text.index(":", last) + 1
            elif not (parted or _is_sure(words) or (words.isupper() and " " in words)) or not (
                last in breaks or (_ends_in_noun(words) and _goes_on_anew(text, last))
            ):
                continue
            until = last
            yield at, last
            break


def leading_heading(text: str, start: int, end: int) -> int:
    """Return where a sure heading ends that a line begins with, and goes on without a break; else its start."""
    found = LEADING.match(text, start, end)
    return found.end("heading") if found and _is_sure(found["heading"]) else start


def _is_sure(words: str) -> bool:
    """ "Required Experience" and "Job Responsibilities" are headings wherever they stand."""
    first, _, rest = words.partition(" ")
    return first in SURE_BEGINNINGS and rest.lower() in NOUNS


def _ends_in_noun(words: str) -> bool:
    return OF_THE_JOB.sub("", words).rsplit(" ", 1)[-1].lower() in NOUNS


def _goes_on_anew(text: str, at: int) -> bool:
    after = text[at : at + 3].lstrip(" *-")
    return not after or not after[0].islower()


def _ends_of_heading(text: str, at: int, end: int, breaks: set[int]) -> Iterator[int]:
    """Yield where runs of words end that are headings which name a section, the longest first."""
    ends: list[int] = []
    for found in WORD.finditer(text, at, min(end, at + 90)):
        first, last = found.span()
        if (first in breaks and first > at) or (ends and text[ends[-1] : first].strip()):
            break  # something but blanks stands between
        last = next((each for each in range(first + 1, last) if each in breaks), last)
        if not is_heading_word(text[first:last].lower()) or len(ends) >= LONGEST_HEADING:
            break
        ends.append(last)
    for last in reversed(ends):
        words = text[at:last]
        closed = last in breaks and " " in words  # "What We Need You To DoAssess ..."
        open_end = words.rsplit(" ", 1)[-1].lower() in CONNECTED and not closed
        if not open_end and section_of(words)[1] and (_is_titled(words) or text[last : last + 1] == ":"):
            yield last


def _is_titled(words: str) -> bool:
    return all(word[0].isupper() or word in CONNECTED for word in words.split())


def _beginnings(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where a label, or a need or a duty without a full stop before it, begins."""
    yield from (found.start() for found in LABEL.finditer(text, start, end))
    looks = load_looks()
    for found in START.finditer(text, start, end):
        look = looks.get(f"^{found['word'].lower()}")
        before = text[text.rfind(" ", start, found.start() - 1) + 1]
        if look and max(look.need, look.duty) >= SURE and not before.isupper():
            yield found.start()
