"""A line → how much it stands out as a heading, if it is one: by its marks, or by its words and what follows.

"Location: London" says so much and no more; "$110,000 - $140,000" is what a label says, and no label.
"""

import re

from postings.parsing.conditions import is_condition
from postings.parsing.lexicon.headings import is_bare_heading, section_of
from postings.parsing.lines import RawLine
from postings.parsing.look import look_of, says_something
from postings.parsing.sections import ASKED
from postings.parsing.view import View
from postings.parsing.wishes import is_must, is_wish
from postings.vocabulary import Section

HASHES = re.compile(r"(?:\#{2,6}\s*|\#\s+)(?=\S)")  # "#LI-Remote" is a tag
BOLD = re.compile(r"[\W_]*(?:\*\*|__)[^\n]+(?:\*\*|__)[\W_]*\Z")
ITALIC = re.compile(r"[^\w*]*(?<![*\w])[*_](?![\s*])[^\n*]{2,100}[*_][^\w*]*\Z")
LABEL = re.compile(
    r"(?P<label>[^\W\d_][^:\n.;!?]{1,58}?)\s*[:?]\s+(?=\S)|(?P<dash>[A-Z][\w ,/&']{4,40}?)\s+-\s+(?=[A-Z])"
)
SAID = re.compile(
    r"(?:must[ -]haves?|nice[ -]to[ -]haves?|required|mandatory|preferred)(?: skills?)? ?(?::|[-–—](?= )) {0,4}(?=\w.{3})",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"[.!]\s|\.\Z")
LONGEST_STOPPED = 40  # characters of a heading that ends in a full stop: "Benefits we offer."
LONGEST_HEADING = 110
LONGEST_TOPIC = 40  # characters
STATED = 0.85  # a share of one
LONGEST_PLAIN = 70  # characters of a heading that nothing marks
NAMES_A_LIST = re.compile(
    r"(?:responsibilit|duties|requirement|qualification|skills|must have|nice to have|benefits|preferred|desired|"
    r"aufgaben|profil|missions|compétences|requisitos|funciones|bonus points|education|experience required|"
    r"required|job summary|about)",
    re.IGNORECASE,
)


class Rank:
    """How much a heading stands out; the smaller, the higher."""

    HASH, BOLD, PLAIN, BULLET = range(1, 5)


def heading_rank(view: View, raw: RawLine, below: RawLine | None) -> tuple[int, int, int]:
    """Return the rank (0: no heading), where its words begin, and where its label ends if text follows it."""
    text = view.text
    words = text[raw.start : raw.end]
    if raw.heading:
        return Rank.PLAIN, raw.start, 0
    if raw.bullet:
        if below is not None and below.bullet and _is_asked(words):
            return Rank.PLAIN, raw.start, 0  # one bullet of a list is its next heading
        nested = below is not None and below.bullet and below.indent > raw.indent + 1
        is_label = nested and words.endswith(":") and len(words) <= LONGEST_HEADING
        return (Rank.BULLET, raw.start, 0) if is_label and not says_something(words) else (0, 0, 0)
    if hashes := HASHES.match(words):
        start = raw.start + hashes.end()
        if said := _said(words, hashes.end()):
            return Rank.HASH, start, raw.start + said
        longest = LONGEST_STOPPED if words.endswith(".") else LONGEST_HEADING
        short = start < raw.end and raw.end - start <= longest
        return (Rank.HASH, start, 0) if short and text[start] not in "•*-" else (0, 0, 0)
    if len(words) <= LONGEST_HEADING and not _states(words, view.lower[raw.start : raw.end]):
        known, section = section_of(words)
        span = view.span(raw.start, raw.end)
        marked = view.source[max(0, span.start - 6) : span.end + 6].split("\n")
        whole = next((piece for piece in marked if view.source[span.start : span.end][:12] in piece), "")
        if (
            (BOLD.match(whole) or _is_in_bold(view, span.start, span.end))
            and not SENTENCE.search(words)
            and not _is_note(words)
        ):
            said = _said(words, 0)
            return Rank.BOLD, raw.start, raw.start + said if said else 0
        if ITALIC.match(whole) and (known or words.endswith(":")):
            return Rank.BOLD, raw.start, 0
        if words.endswith((":", ":-", "…")) or (words.endswith(("...", "?")) and known):
            return Rank.PLAIN, raw.start, 0
        if _is_plain_heading(words, below, known, section):
            return Rank.PLAIN, raw.start, 0
    if label := LABEL.match(text, raw.start, raw.end):
        name = label["label"] or label["dash"]
        known, section = section_of(name)
        if known and section and len(name.split()) <= 5 and (label["label"] or name.isupper()):
            note = section not in ASKED and len(name.split()) <= 3 and len(words) <= 100
            if _names_a_list(name) or note:
                return Rank.PLAIN, raw.start, label.end()
    return 0, 0, 0


def _states(words: str, lower: str) -> bool:
    return _is_value(words) or is_condition(lower) or is_must(lower)


def _said(words: str, at: int) -> int:
    """ "Must have - a licence" in bold is a heading and what stands below it: return where that begins, else 0."""
    found = SAID.match(words, at)
    rest = words[found.end() :] if found else ""
    return found.end() if found and rest[-1:].isalnum() and section_of(rest)[1] is None else 0


def _is_in_bold(view: View, start: int, end: int) -> bool:
    """ "**Who you are" whose last stars stand on the next line."""
    return view.source.startswith("**", start - 2) and view.source[end : end + 6].lstrip().startswith("**")


def _is_asked(words: str) -> bool:
    short = words[0].isupper() and len(words) <= LONGEST_TOPIC
    return short and is_bare_heading(words) and section_of(words)[1] in ASKED


def _is_note(words: str) -> bool:
    """ "Location: London" in bold says where, and goes on with the section that it stands in."""
    label = LABEL.match(words)
    if not label or not label["label"] or len(label["label"].split()) > 3:
        return False
    rest = words[label.end() :]
    named = section_of(label["label"])[1]
    if named is Section.ABOUT and section_of(rest)[1] in (Section.BENEFIT, *ASKED):
        return False  # "Why the Old Mill: Benefits"
    return named not in ASKED or any(letter.isdigit() for letter in rest)


def _is_value(words: str) -> bool:
    """ "$110,000 - $140,000" and "100% remote" are what a label says, not labels."""
    return not any(letter.isalpha() for letter in words) or words[0] in "$£€(" or words[0].isdigit()


def _is_plain_heading(words: str, below: RawLine | None, known: bool, section: Section | None) -> bool:
    if len(words) > LONGEST_PLAIN or words[-1] in ".,;!" or below is None or ": " in words:
        return False
    if words.isupper() and len(words) > 3:
        return True
    count = len(words.split())
    few = count <= 9 if below.bullet else count <= 6 and "," not in words
    begins = words[0].isupper() or not words[0].isalpha()
    if known and few and begins and (is_bare_heading(words) or not _is_statement(words, count, section)):
        return section is not None or below.bullet or below.end - below.start > len(words)
    return few and begins and below.bullet


def _is_statement(words: str, count: int, section: Section | None) -> bool:
    """ "Experience in sales" and "Develops services" are lines of a list, though a heading may begin like them."""
    if count <= 2:
        return False
    look = look_of(words.lower())
    duty = look.duty > STATED and section is not Section.RESPONSIBILITY
    return look.need > STATED or duty or is_wish(words)


def _names_a_list(label: str) -> bool:
    return bool(NAMES_A_LIST.search(label)) and len(label.split()) <= 5
