"""Whom or where one of several pay ranges is for: "US Zone 1", "California", "Level II".

The words just before a range, or just after it; "" where they only speak of pay.
"""

import re

from postings.parsing.extract.pay_reading import Around

# What names no scope: "Base salary range (annual): "
PAY_TALK = re.compile(
    r"""\b (?: the | our | a | an | of | is | are | for | in | this | role | position | job | base | annual(?:ly)? | yearly
        | hourly | monthly | salar (?: y | ies ) | pay | rate | wage | compensation | total | cash | ranges? | bands?
        | estimated | expected | anticipated | target(?:ed)? | starting | hiring | full-time | between | from | to | usd
        | cad | eur | gbp | inr | gross | per | year | hour | month | based | hires? | candidates? | applicants?
        | employees? | residents? | located | who | live | approximately | typically | will | be | and | or | minimum
        | maximum | min | max | up | ote | salary/ote | gehalt | salaire | freelance | current | reasonable | estimate
        | posted | on | at | with | as | well | jobs? | roles? | only | typical | standard | offered | average | breakdown
        | start | benefits | it )\b""",
    re.VERBOSE,
)
# "US Zone 1: $1", "Senior - $1"; not a sentence before the colon
LABELLED = re.compile(
    r"(?: \A | [;:.•*|\n,]\s ) \s{0,3} (?P<scope> [^\s:;|•][^:;|\n•]{0,69}? ) \s{0,3} (?: [:|=-] | \b is \b ) \s{0,3} [*$(]? \s{0,3} \Z",
    re.VERBOSE,
)
OPENING = re.compile(
    r"\A[\W_]{0,12}(?P<scope>[A-Z][^:\n]{1,40}?)\s{0,3}:\s{1,3}\S"
)  # "Canada-based roles only: the salary is $1"
NAME = r"[A-Z] [\w.&'/-]*"
# "for candidates located in New York and Washington the range is $1"; small letters are no name
FOR_WHOM = re.compile(
    rf"""\b (?: in | for | across | at ) \s
        (?: the \s | our \s | (?: those | candidates | employees | applicants | individuals | hires ) \s
          (?: located \s | based \s | living \s )? in \s (?: the \s )? )?
        (?P<scope> {NAME} (?: ,? \s (?: (?: and | or | of | the ) \s )? (?: {NAME} | \( [^()\n]{{2,40}} \) ) ){{0,8}} )""",
    re.VERBOSE,
)
# Behind a range: "$1 USD in Ohio", "$1 for those based in Ohio", "$1 (Senior)"
BEHIND = re.compile(
    rf"""\A \s{{0,3}} (?: (?: USD | CAD | annually | per \s year | /year | a \s year ) \W{{0,3}} ){{0,3}} \s{{0,3}}
        (?: in | for (?: \s those )? (?: \s based \s in )? | \( | - ) \s{{0,3}} (?P<scope> {NAME} (?: ,? \s {NAME} ){{0,5}} )""",
    re.VERBOSE,
)
NAMES_A_BAND = re.compile(r"\b(?:pay|salary|range|zone|tier|level|grade|region|compensation)\b")
FIGURES = re.compile(r"\d{2}")
WITHIN_NAMES = {"and", "or", "of", "the", "in", "for", "to"}
EDGES = " -:,;.()*#'\"|/$•"
MOST_WORDS = 9
LONGEST = 60


def scope_of(around: Around) -> str:
    """Return the label before the range, what stands behind it, or the line above that names a band."""
    labelled = LABELLED.search(around.own[-90:])
    if labelled and _last(labelled["scope"]):
        labelled = None  # "The range for candidates in Ohio is"
    opening = None if labelled else OPENING.match(around.own)
    for found in (labelled, opening, BEHIND.match(around.after), _last(around.own)):
        if found and (scope := _without_pay_talk(found["scope"])):
            return scope
    above = around.above.strip(" #*-")
    if len(above) <= LONGEST and not FIGURES.search(above) and NAMES_A_BAND.search(above.lower()):
        return _without_pay_talk(above)
    return ""


def _last(own: str) -> re.Match[str] | None:
    found = None
    for found in FOR_WHOM.finditer(own):  # noqa: B007 -- the last one is meant
        pass
    return found


def _without_pay_talk(words: str) -> str:
    """ "Zone 1 Pay Range" is "Zone 1"; a sentence is no name."""
    tokens = re.sub(r"\s?\((?:any|all)\b[^()]*\)", "", words).strip(" #*").split()
    while tokens and _is_pay_talk(tokens[0]):
        tokens.pop(0)
    while tokens and _is_pay_talk(tokens[-1]):
        tokens.pop()
    if len(tokens) > MOST_WORDS or any(_is_pay_talk(token) and token not in WITHIN_NAMES for token in tokens):
        return ""
    name = " ".join(tokens).strip(EDGES).removesuffix("-based")
    if name.count("(") != name.count(")"):
        return ""
    return name if any(token[:1].isalpha() for token in tokens) else ""


def _is_pay_talk(token: str) -> bool:
    """Not the "A" of "Zone A"."""
    bare = token.strip(EDGES)
    return not bare or (bool(PAY_TALK.fullmatch(bare.lower())) and not (len(bare) == 1 and bare.isupper()))
