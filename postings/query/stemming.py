"""One written word in, what the index knows it by out: letters folded, endings off, per language.

Folding comes first, so that “developpe” finds “développé”. Endings come off words of letters alone: `k8s`,
`node.js`, `c#` and `3.5` are known by themselves. Nothing is too common to be known: R, IT and Go are words.
"""

import re
import unicodedata
from functools import cache

import snowballstemmer

ENGLISH = "en"
ALGORITHMS = {
    "en": "english",
    "de": "german",
    "fr": "french",
    "es": "spanish",
    "it": "italian",
    "nl": "dutch",
    "pt": "portuguese",
}
LONGEST = 64  # letters; a longer word is known by its first ones, and PostgreSQL refuses far longer ones
REMEMBERED = 300_000  # spellings a language, in 44 MB; seven in ten words of postings are one of a thousand

MARKS = ".+#"  # of names: node.js, c++, c#
POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_])+|ph\.d|[mb]\.(?:sc|tech|eng|ed)", re.IGNORECASE)
GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
# Marks that writers leave out: accents of Latin and Greek letters, vowel points of Hebrew and Arabic. Not the
# breve of й, which is another letter than и; no mark of kana, and none of the vowels of Indian scripts.
LEFT_OUT = re.compile(r"(?<![\u0400-\u052f])[\u0300-\u036f]+|[\u0591-\u05bd\u064b-\u065f]+")
UNDECOMPOSED = str.maketrans(dict(zip("øłđðþæœı", ("o", "l", "d", "d", "th", "ae", "oe", "i"), strict=True)))


def fold(word: str) -> str:
    """Return the word without capitals, accents, possessive and the dots of initials: “Ph.D.” is phd.

    A sum is the same however its thousands are set apart; a decimal comma is a decimal point.
    """
    word = POSSESSIVE.sub("", word)
    if word[:1].isdecimal():
        word = re.sub(r"[.,]", "", word) if GROUPED.fullmatch(word) else word.replace(",", ".")
    elif INITIALS.fullmatch(word):
        word = word.replace(".", "")
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold())
    folded = unicodedata.normalize("NFC", LEFT_OUT.sub("", folded).translate(UNDECOMPOSED))
    return "".join(filter(_is_written, folded)) or word  # a mark that stands alone is itself


def _is_written(character: str) -> bool:
    """Not the brackets of “401(k)”, and not the soft hyphen that a line may break at."""
    return character.isalnum() or character in MARKS or unicodedata.category(character).startswith("M")


class Stems(dict[str, str]):
    """The stem of every spelling that was met, in one language: a look-up for all but the first time.

    A stem of another language than English says so: “careers” has the Dutch stem “care”, and whoever looks
    for careers must not find what English postings say about care.
    """

    def __init__(self, language: str) -> None:
        super().__init__()
        self.algorithm = ALGORITHMS[language]
        self.mark = "" if language == ENGLISH else f"{language}~"

    def __missing__(self, word: str) -> str:
        if len(word) > LONGEST:
            return self.mark + fold(word[:LONGEST])
        stem = fold(word)
        if stem.isalpha():
            # A stemmer keeps the word that it works on inside itself, so threads must not share one.
            stem = str(snowballstemmer.stemmer(self.algorithm).stemWord(stem)) or stem
        if len(self) >= REMEMBERED:
            self.clear()
        self[word] = stem = self.mark + stem
        return stem


@cache
def _stems_in(language: str) -> Stems:
    return Stems(language)


def stems_for(language: str) -> Stems:
    """Return the stems of a language by its ISO code; a language that nobody knows is stemmed as English."""
    return _stems_in(language if language in ALGORITHMS else ENGLISH)
