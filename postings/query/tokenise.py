"""A text in, its words out, in order: the one tokeniser for documents and for what readers search.

Words part at blanks, slashes, dashes and dots: “AI/ML” is two words and so is “full-stack”. Whole stay names
that end in marks (c++, c#, .net, node.js), numbers with a point (3.5, 120,000) and initials (U.S., Ph.D.).
Scripts without blanks give a word a character. Where words begin and end is the same in every language, so
that a query need not know which language a document is in; only stems differ.
"""

import re
from typing import NamedTuple

from postings.query.stemming import ALGORITHMS, stems_for

UNPARTED = (  # scripts that set no blanks between words: Thai, Lao, Burmese, Khmer, kana, Han
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    r"\U00020000-\U0003ffff"
)
LETTER = rf"[^\W_{UNPARTED}]"  # or a digit
FIRST = rf"[^\W\d_{UNPARTED}]"
# What hangs on a letter and parts no word: accents set apart, vowel signs, soft hyphens, joiners.
HANGING = (
    r"[\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0dff"
    r"\u200c\u200d]"
)

WORD = re.compile(
    rf"""
      {FIRST}{LETTER}* (?: {HANGING}++ {LETTER}*+ )*+
      (?: (?<=\b[A-Za-z]) (?: \+\+ | \# | \+(?!\w) )       # c++ c# and the certificate A+, not “job#12”
        | (?<=\b{FIRST}) (?: \.{FIRST}\b )+                # U.S, not “etc.Next”
        | (?i: \.(?:js|net)\b                              # node.js, asp.net; a dot before other words parts
             | (?<=\bph)\.d\b | (?<=\b[mb])\.(?:sc|tech|eng|ed)\b
             | ['’]s\b )                                   # master’s: in the word's span, not in its stem
      )?
    | \d+ (?: (?<=\b401)\([kK]\) | (?: [.,]\d+ )* {LETTER}* )   # 3.5, 120k, 401(k); “24/7” is two
    | (?i: (?<!\w)\.net\b )                                # not the end of an address: see \.(?:js|net) above
    | [{UNPARTED}] (?<=\w) {HANGING}*
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """A word's stem, and where the word stands in the text."""

    stem: str
    start: int
    end: int


def stems_of(text: str, language: str) -> list[str]:
    """Return the stems alone: the fast path, by which documents are indexed."""
    return list(map(stems_for(language).__getitem__, WORD.findall(text)))


def tokens_of(text: str, language: str) -> list[Token]:
    stems = stems_for(language)
    return [Token(stems[found[0]], *found.span()) for found in WORD.finditer(text)]


def stems_in_all_languages(word: str) -> tuple[str, ...]:
    """Return what one word of a query is indexed by in each language, always in the same order."""
    return tuple(stems_for(language)[word] for language in ALGORITHMS)
