"""Whose dollars, crowns or unnamed money a sum is.

Only what the text says: a code in the same line, a land named beside the sum, the one country of the posting's
places. "$" stays American unless another dollar's land is the only one named.
"""

import re

from postings.parsing.extract.near import has_any
from postings.parsing.gazetteer import places_in
from postings.parsing.lexicon import load_countries, load_regions
from postings.parsing.view import View

DOLLAR_CODES = ("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "TWD")
DOLLAR_CODE = re.compile(
    rf"(?<! [A-Za-z] ) \$? ({'|'.join(DOLLAR_CODES)}) (?! [a-z] | [A-Z] (?! [a-z] ) )", re.VERBOSE
)
CROWN_CODE = re.compile(r"\b(SEK|NOK|DKK|ISK)\b")
# How words begin that name the land of a dollar. "Vancouver, WA" is the exception that nobody writes beside pay.
DOLLAR_LANDS = {
    "CAD": (
        *("canad", "ontario", "british columbia", "toronto", "vancouver", "québec", "quebec", "alberta"),
        *("montréal", "montreal", "calgary", "ottawa", "manitoba", "nova scotia"),
    ),
    "AUD": ("australia", "sydney", "melbourne", "brisbane", "perth"),
    "NZD": ("new zealand", "auckland", "wellington"),
    "SGD": ("singapore",),
    "HKD": ("hong kong",),
    "USD": (
        *("united states", "america", "california", "new york", "colorado", "washington", "texas"),
        *("worldwide", "anywhere"),
    ),
}
CROWN_LANDS = {
    "SEK": ("swed", "sverige", "stockholm", "göteborg", "malmö"),
    "NOK": ("norw", "norge", "oslo", "bergen"),
    "DKK": ("denmark", "danmark", "copenhagen", "københavn", "aarhus", "danish"),
}
WHOLE_WORDS = ("america",)  # not "American"
LOCATION_LINE = re.compile(
    r"""^ \W{0,6} (?: job \s )? (?: location | place | country | city | standort | arbeitsort | ort | lieu | ubicación | sede
          | luogo )s? \W{1,4} (?P<where> [^\n]{2,160} )""",
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
CHIP = re.compile(r"[🌎🌍🌏📍]\s*(?P<where>[^`\n🌎🌍🌏📍💰]{2,300})")
TOP = 3000  # characters in which a location is labelled
TOP_LINES = 6  # of which one may be a place without a label: "Leeds, West Yorkshire"
LONGEST_PLACE = 50
US = re.compile(r"\bU\.?S\.?(?:A\.?)?\b(?!\$)")  # not "us"
STATE = re.compile(r",\s?([A-Z]{2})\b")  # "Hilliard, FL"


class Whereabouts:
    """The countries of the places that a posting gives as its own, read once and only when money depends on it."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._countries: frozenset[str] | None = None

    @property
    def countries(self) -> frozenset[str]:
        if self._countries is None:
            found = (place.location.country for field in self._fields() for place in places_in(field))
            self._countries = frozenset(country for country in found if country)
        return self._countries

    def dollars(self, sentence: str, heading: str) -> str:
        """Whose dollar "$" is. A code beside it decides, then the places named beside it, then where the job is."""
        for words in (sentence, heading):
            coded = has_any(words, DOLLAR_CODES)
            if coded and (codes := set(DOLLAR_CODE.findall(words))):
                return codes.pop() if len(codes) == 1 else "USD"
            if land := _only_land(words, DOLLAR_LANDS):
                return land
        money = self.money()
        return money if money in DOLLAR_LANDS else "USD"

    def crowns(self, sentence: str) -> str:
        """Whose crown "kr" is; "" where nothing says so."""
        codes = set(CROWN_CODE.findall(sentence))
        if len(codes) == 1:
            return str(codes.pop())
        money = _only_land(sentence, CROWN_LANDS) or self.money()
        return money if money in CROWN_LANDS else ""

    def money(self) -> str:
        """The money of the one country that the posting's places lie in: "GB, LND, London" is paid in pounds."""
        known = load_countries()
        money = {known[country].currency for country in self.countries if country in known}
        return money.pop() if len(money) == 1 else ""

    def money_beside(self, sentence: str) -> str:
        """The money of the only land that a sentence names: "in the US, the salary is 90,000"."""
        return _only_land(sentence, DOLLAR_LANDS)

    def _fields(self) -> list[str]:
        text = self._view.text
        labelled = [
            found["where"] for pattern in (CHIP, LOCATION_LINE) for found in pattern.finditer(text, 0, TOP)
        ]
        if labelled:
            return labelled[:8]
        lines = [line.strip() for line in text[:TOP].split("\n") if line.strip()]
        return [
            line
            for line in lines[1:TOP_LINES]
            if len(line) <= LONGEST_PLACE and not line.endswith((":", "."))
        ]


def _only_land(words: str, lands: dict[str, tuple[str, ...]]) -> str:
    small = words.lower()
    found = {
        currency for currency, names in lands.items() if any(_begins_a_word(small, name) for name in names)
    }
    if "USD" in lands and (
        US.search(words) or any(("US", code) in load_regions() for code in STATE.findall(words))
    ):
        found.add("USD")
    return found.pop() if len(found) == 1 else ""


def _begins_a_word(small: str, name: str) -> bool:
    if name not in small:
        return False
    end = r"\b" if name in WHOLE_WORDS else ""
    return re.search(rf"\b{name}{end}", small) is not None
