"""Keys under which different spellings of one name meet. Text in, key out; an empty key means no name."""

import re
import unicodedata

LEGAL_FORMS = frozenset(
    (
        *("ab", "ag", "as", "asa", "bv", "co", "corp", "corporation", "gmbh", "inc", "incorporated", "kg"),
        *("kgaa", "limited", "llc", "llp", "lp", "ltd", "nv", "oy", "oyj", "plc", "pty", "pvt", "sa"),
        *("sarl", "sas", "se", "spa", "srl"),
    )
)
WORD = re.compile(r"[^\W_]+")
NOT_IN_A_SKILL = re.compile(r"[\s/_–—-]+")  # what stays tells C# from C, and .NET from net


def company_key(name: str) -> str:
    """ "JPMorgan Chase & Co." and "JPMorganChase" are one employer; "SE" alone is still a name."""
    words = WORD.findall(_plain(name.replace("&", " and ")))
    while len(words) > 1 and (words[-1] in LEGAL_FORMS or words[-1] == "and"):
        words.pop()
    return "".join(words)


def place_key(name: str) -> str:
    """ "St. Paul, MN" and "St Paul MN" are one place."""
    return " ".join(WORD.findall(_plain(name)))


def skill_key(name: str) -> str:
    """ "Node JS" and "node-js" are one word, "C#" and "C++" are two."""
    return NOT_IN_A_SKILL.sub(" ", _plain(name)).strip()


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))
