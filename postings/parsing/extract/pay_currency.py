"""Currencies and scales as people write them beside a sum, by the names of the lexicon's currencies.tsv.

A sign, a code or a word in, an ISO code out; a bare dollar or crown stays what it is ("$", "kr") until the place
decides whose it is.
"""

import re
from functools import cache

from postings.parsing.lexicon import load_currencies

DOLLAR, CROWN = "$", "kr"
CROWNS = frozenset({"kr", "krona", "krone", "kroner"})
DOLLARS = frozenset({"$", "dollar", "dollars"})
SMALL_CODES = (  # not "try", "mad", "all", which are words
    *(
        "usd",
        "eur",
        "gbp",
        "cad",
        "aud",
        "nzd",
        "sgd",
        "chf",
        "pln",
        "sek",
        "nok",
        "dkk",
        "czk",
        "inr",
        "huf",
        "brl",
    ),
    *("mxn", "zar", "aed", "myr", "php"),
)
MISSPELT = {"PLZ": "PLN", "P": "PHP", "usd$": "USD", "$usd": "USD", "$cad": "CAD", "sgd$": "SGD"}
SHORT_NAMES = frozenset(
    {"kr", "zł", "zl", "Kč", "Kc", "Rs", "RM", "Ft", "Fr", "Rp", "Tk"}
)  # not "QR", "SR", "JD"
THOUSANDS = ("k", "tys", "mille", "mila", "mil", "tsd", "teur", "thousand", "t")
SCALES = dict.fromkeys(THOUSANDS, 1_000)
SCALES |= dict.fromkeys(("lakh", "lakhs", "lac", "lacs", "lpa", "l.p.a", "l"), 100_000)
SCALES |= dict.fromkeys(("crore", "crores", "cr"), 10_000_000)
SCALES |= dict.fromkeys(
    ("m", "mm", "mn", "mio", "million", "millions", "millón", "millones", "millionen"), 1_000_000
)
INDIAN = frozenset(word for word, size in SCALES.items() if size in (100_000, 10_000_000))


@cache
def before_a_sum() -> re.Pattern[str]:
    """ "USD 50", "(USD) $50", "Rs. 50", "€50", "to$50". Not a code within a word ("FOREUR 50"), nor the R of "HR 50"."""
    return re.compile(
        rf"""(?: (?<! [A-Za-z] ) | (?<= [a-z][a-z] ) (?= [$£€] ) )
             (?: \(? (?P<code> {_any(_words())} ) \.? \)? :? \s{{0,2}} )?
             (?P<sign> {_any(_signs())} | (?<! [A-Za-z] ) [RP] (?= \s?\Z ) )?
             \s{{0,2}} \Z""",
        re.VERBOSE,
    )


def may_stand_before_a_sum(words: str) -> bool:
    """Asked before that pattern, which takes twenty times as long: do they end as a sign or a word for money does?"""
    if words.rstrip()[-1:] in _ends_of_signs():
        return True
    end = words.rstrip(" .):")[-3:]
    return end[-1:] in ("R", "P") or end in _ends_of_words() or end[-2:] in SHORT_NAMES


@cache
def _ends_of_words() -> frozenset[str]:
    return frozenset(word[-3:] for word in _words() if len(word) > 2)


@cache
def _ends_of_signs() -> frozenset[str]:
    return frozenset(sign[-1] for sign in _signs())


# "$90,000+ target bonus" is no open end.
AND_MORE = "bonus|equity|benefits|commission|incentive|stock|options|rsus?|pension|super|perks|ote"


@cache
def after_a_sum() -> re.Pattern[str]:
    """ "50k", "50 K€", "50 lakhs INR", "50,- Euro", "50+ USD", and "USDCalifornia" that lost a line break.

    Not the "k" of "50 km", nor the next sum's sign in "$50$70".
    """
    return re.compile(
        rf"""(?: [.,]-{{1,2}} )?
             (?: (?= \s?-?[A-Za-z] ) (?P<scale> \s?[kK] (?= (?: € | eur | EUR | euros? ) (?! [a-z] ) ) | \s?[kK] (?! [A-Za-z'] )
               | \s? (?: [Ll]akhs? | [Ll]acs? | LPA | lpa | Lpa | L\.P\.A | [Cc]rores? | [Cc]r ) \b
               | \s?L (?= \s* (?: - | to | INR | P\.?A | per | \) ) )
               | \s? (?: tys | mille | mila | mil | Tsd | TEUR | thousand ) \.? (?! [A-Za-z] ) | \s?T (?= € | EUR )
               | \s?-? (?: [mMbB] | [mM][mMnN] | [bB][nN] | MIO | Mio\.? | [mM]illi[oó]n\w{{0,3}} | [bB]illion\w?
                   | Mrd\.? | [mM]illiard\w{{0,2}} | M (?= € ) ) (?! [A-Za-z0-9] ) ) )?
             (?P<plus> \s?\+ (?! \s? [\w£$€] ) )?
             (?: (?= \s? \(? [^\s\d(] ) (?P<currency> \s? \(? (?: (?: {_any(_signs())} ) (?! \d ) (?! \s\d ) | kr\. (?= \s?[~-] )
               | (?: {_any(_words())} ) (?! [a-z] | [A-Z] (?! [a-z] ) ) ) \)? ) )?
             (?P<later_plus> \+ (?! \s{{0,2}} (?i: (?: (?: target|annual|performance|company|variable|sales|cash|full|great|generous ) \s ){{0,2}} (?: {AND_MORE} ) ) ) )?""",
        re.VERBOSE,
    )


def currency_of(words: str) -> str:
    """Return the ISO code for what stands beside a sum, "$" or "kr" where it does not say whose."""
    name = words.strip(" ().:").replace(" ", "")
    return _names().get(name) or _names().get(name.lower(), "")


def scale_of(words: str) -> int:
    """Return the factor of "k", "lakhs" or "m"; 0 for billions, which nobody earns."""
    name = words.strip(" .-").lower()
    return SCALES.get(name, 0) if name else 1


@cache
def _names() -> dict[str, str]:
    """Every spelling with its code; of those that share one, the likeliest, which the lexicon lists first."""
    names = dict(MISSPELT)
    for code, currency in load_currencies().items():
        for name in (code, *currency.signs, *currency.words, *currency.shared):
            bare = name.strip(" .").replace(" ", "")
            whose = DOLLAR if bare in DOLLARS else CROWN if bare in CROWNS else code
            names.setdefault(bare, whose)
            names.setdefault(bare.lower(), whose)
    return names


def _signs() -> set[str]:
    """Signs hold no letter alone: "US$" and "€", not "kr"."""
    every = {sign for currency in load_currencies().values() for sign in (*currency.signs, *currency.shared)}
    return {sign for sign in every if not sign[-1].isalpha() and sign[-1] != "."} | {
        "US $",
        "$USD",
        "$CAD",
        "USD$",
        "SGD$",
    }


def _words() -> set[str]:
    currencies = load_currencies().values()
    said = {word for currency in currencies for word in (*currency.signs, *currency.words, *currency.shared)}
    kept = {word.rstrip(".") for word in said if word[-1].isalpha() or word[-1] == "."}
    kept |= {word.capitalize() for word in kept if len(word) > 3} | {
        code.capitalize() for code in SMALL_CODES
    }
    kept = {word for word in kept if len(word) > 2 or word in SHORT_NAMES}
    return {*kept, *load_currencies(), *SMALL_CODES, "PLZ"}


def _any(words: set[str]) -> str:
    """The longest first, so that "US$" is not read as "$"."""
    return " | ".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
