"""Does a line wish for something that it does not ask? "Go is a plus" does, "Bachelor's degree, Master's a plus" does not."""

import re

from postings.parsing.extract.near import has_any

# A wish inside a list of needs. "Plus" and "preferred" also stand in "preferred suppliers", "5 years plus".
SOFT = re.compile(
    r"""\b(?: (?:is|are|would\ be|will\ be|as)\ (?:also\ |considered\ )?(?:an?\ )?(?:\w+\ )?(?:plus|bonus|asset|advantage|advantageous|beneficial|helpful|preferred|desired|desirable|nice\ to\ have|appreciated|welcome|ideal|preference)\b
        | an?\ (?:big\ |huge\ |strong\ |definite\ |major\ |great\ |real\ |added\ )?(?:plus|bonus|asset)\b
        | (?:strongly\ |highly\ |greatly\ )?(?:preferred|desired|desirable|advantageous|beneficial)\ *[.;,)\]!]* $
        | (?<=\()(?:strongly\ |highly\ )?(?:preferred|desired|desirable|optional|plus|bonus|nice\ to\ have|a\ plus)\b
        | ^\W*preferred\ (?:\w+\ ){0,2}(?:experience|knowledge|familiarity|background|skills?|certifications?|degree|candidates?)\b
        | (?:skills?|experience|qualifications?|knowledge|exposure|background|familiarity)\ (?:desired|preferred)\ ?:
        | ^\W*advantage\b | ^\W*extra\ credit\b | \ [-–—]\ (?:an?\ )?(?:advantage|desirable)\W* $
        | ^\W*bonus\b(?!es) | ^\W*desirable\b | an?\ (?:huge|big|major|great|real|distinct)\ advantage\b | priority\ (?:will\ be\ )?given | ,\ (?:is\ )?(?:a\ )?(?:plus|advantage|advantageous)\b
        | nice[ -]to[ -]haves? | good\ to\ have | great\ to\ have | bonus\ points? | ideally | preferably | preference\ (?:for|given|will)
        | not\ (?:required|necessary|mandatory|essential|a\ must)\b(?!\ to|,?\ but)
        | (?:is|are|be)\ highly\ (?:regarded|valued)
        | (?:is|would\ be)\ (?:also\ |really\ )?(?:nice|cool|awesome|great)\ *[.;)!]* $
        | (?:strongly|highly)\ (?:preferred|desired|desirable)
        | von\ vorteil | idealerweise | bestenfalls | wünschenswert | ein\ plus | pluspunkt | gerne\ gesehen | optional
        | un\ plus | un\ atout | idéalement | apprécié\w* | souhaité\w* | se\ valorar\w+ | deseable | valorable | desejável | diferencial )""",
    re.VERBOSE | re.IGNORECASE,
)
# Every wish has one of these; most lines have none, and `in` is ten times as fast as a search.
HINTS = (
    *(
        "plus",
        "bonus",
        "asset",
        "advantag",
        "beneficial",
        "helpful",
        "preferr",
        "preferab",
        "preference",
        "desir",
    ),
    *(
        "nice",
        "appreciated",
        "welcome",
        "ideal",
        "good to have",
        "great to have",
        "priority",
        "not ",
        "optional",
    ),
    *(
        "vorteil",
        "bestenfalls",
        "wünsch",
        "gesehen",
        "atout",
        "idéal",
        "extra credit",
        "appréci",
        "souhait",
        "valor",
        "deseable",
    ),
    *("desejável", "diferencial", "is cool", "be cool", "awesome", "is great", "be great", "highly "),
)
NOTHING_ASKED = re.compile(
    r"\bno (?:\w+ ){0,2}(?:education\w*|degree|experience|qualifications?)\b[^.]{0,20}?(?:requirements?|required|needed|necessary)",
    re.IGNORECASE,
)
HARD = re.compile(r"\b(?:required?|must|mandatory|minimum)\b(?<!not required)", re.IGNORECASE)


FIRM = re.compile(r"\d|degree|bachelor|required|must|\b(?:fluent|native)\b", re.IGNORECASE)
SHORT_ASIDE = 30  # characters
LONGEST_NAME = 6  # characters
LONGEST_VERDICT = 40  # characters
LINKS = frozenset(["", "and", "but"])  # "A degree, and preferably …"
LISTED = ("or ", "and ")  # the last of several: "Rye, wheat, or spelt is a plus"
# Inside a need it says which kind is best: "A degree preferably in botany"; at its beginning the whole is wished for.
WHICH_IS_BEST = re.compile(
    r"(?:preferably|ideally|preference for|bonus points(?= for)|idealerweise|idéalement)\b(?=.{0,40}[^\W\d_])",
    re.IGNORECASE,
)
BEGINNING = re.compile(
    r"\A(?:\W|(?:you|we|they|i|the|an?|ideal|candidates?|applicants?|would|will|have|has|are|is|be|should|also|'ll|'re|'ve|d|and"
    r"|du|sie|hast|haben|bringst|bist|kennst|verfügst|dich|dir|bereits|schon|vous|tu|avez|as|êtes|es)\b){0,12}\Z",
    re.IGNORECASE,
)
AMONG_OTHERS = re.compile(r"\([^()]{0,30}\) ?(?:,|/|or\b)")  # "Rye (preferred), wheat or spelt"
ONLY_DASHED = re.compile(
    r" [-–—] (?:(?:is |would be )?an? )?(?:big |strong |huge )?(?:advantage|plus|asset|bonus|desirable|preferred|optional|nice to have)\W{0,3}\Z",
    re.IGNORECASE,
)
ABBREVIATED = ("etc", "e.g", "i.e")
A_MUST = re.compile(
    r"\W{0,4}(?:you |candidates? |applicants? )?must (?:be (?:able|willing|available|comfortable|fluent)\b|have an? |possess |hold an? )"
)
IS_DESIRED = re.compile(
    r"(?:is|are) (?:strongly |highly )?(?:desired|desirable|preferred)[.;)]{0,3}", re.IGNORECASE
)
LONGEST_MUST = 220  # characters
OF_ALL = ("is ", "are ", "a plus", "but not", "not ", "an asset", "plus")
ONLY_A_VERDICT = re.compile(
    r"\((?:is |are )?(?:an? )?(?:strongly |highly |big |huge )?(?:plus|preferred|desired|desirable|optional|bonus|asset"
    r"|nice[ -]to[ -]have|not required|ideally(?=\)))\b(?! (?:for|in|if|with)\b)[^,)]{0,12}\)(?!,| or\b|/)",
    re.IGNORECASE,
)


def is_must(line: str) -> bool:
    """Does a short line, in small letters, say what one must be? "Must have skills: …" is a label."""
    return len(line) <= LONGEST_MUST and A_MUST.match(line) is not None and not line.endswith(":")


def is_wish(text: str) -> bool:
    """ "Go is a plus" is a wish; "Bachelor's required, Master's preferred" is a need with a wish after it."""
    lower = text.lower()
    found = SOFT.search(text) if has_any(lower, HINTS) else None
    if found is None:
        return False
    if found.start() > 0 and text.endswith(")") and ONLY_A_VERDICT.fullmatch(text, text.rfind("(")):
        return True  # "Rye - baked by hand (bonus)": said of all of it
    if " - " in text and ONLY_DASHED.search(text, max(0, len(text) - LONGEST_VERDICT)):
        return True  # "Two years of baking - an advantage"
    if AMONG_OTHERS.match(text, max(0, found.start() - 1)):
        return False
    if WHICH_IS_BEST.match(text, found.start()):
        return BEGINNING.match(text[: found.start()]) is not None
    firm = HARD.search(text, 0, found.start())
    if firm and firm[0].lower() == "minimum" and IS_DESIRED.fullmatch(text, found.start()):
        firm = None  # "A minimum of two years of baking is desired"
    return not (firm or _need_before(text, found.start()))


def _need_before(text: str, at: int) -> bool:
    """Is there a whole clause before the one that wishes? "Bachelor's degree; Master's preferred"."""
    clause = max(text.rfind(mark, 0, at) for mark in ("; ", ". ", " - "))
    if clause > 12 and not text.endswith(ABBREVIATED, 0, clause):
        return True
    bracket = text.rfind("(", 0, at + 1)
    if (
        bracket > 12
        and (end := text.find(")", bracket)) > at
        and not ONLY_A_VERDICT.match(text, bracket, end + 1)
    ):
        return True  # "Two years of baking (rye preferred)"; not "Rye (a plus)"
    aside = text.rfind(", ", max(0, text.rfind(")", 0, at)), at)  # commas in brackets part nothing
    several = text.startswith(LISTED, aside + 2) and ", " in text[:aside] and not text[0].isdigit()
    if aside <= 12 or several:
        return False
    if at - aside < SHORT_ASIDE and FIRM.search(text, 0, aside):
        return True  # "Bachelor's degree, Master's a plus"
    of_all = text.startswith(OF_ALL, aside + 2)  # "Rye, wheat, is a plus"
    of_one = at - aside <= LONGEST_NAME and ", " not in text[:aside]  # "Experience of baking, rye is a plus"
    return of_one or (text[aside + 1 : at].strip().lower() in LINKS and not of_all)
