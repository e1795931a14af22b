"""What a text says of the level of its role where the title is silent: a label, or a phrase about this role.

"Seniority: Senior", "this entry-level position", "we are hiring a senior" before the title's own words. Others'
levels do not count: "work with senior engineers", "report to senior leadership", "experience: 5 years".
"""

import re
from collections.abc import Iterator

from postings.facts import Fact
from postings.parsing.extract.near import hits_of
from postings.parsing.lexicon.titles import fold
from postings.parsing.part import Part
from postings.vocabulary import Level

LABELLED = re.compile(
    r"""\n [^\w\n]{0,6}
        (?: seniority (?: \s level )? | (?: job | career | experience | position | role ) \s level | level
          | level \s of \s experience | experience | career \s stage | karrierestufe | karrierelevel
          | erfahrungslevel | berufserfahrung | niveau \s d'expérience | nivel | nivel \s de \s experiencia )
        [ ]? [:=-] [ \n]{0,3} (?P<value> [^\n]{2,40} )""",
    re.VERBOSE,
)
STATED = re.compile(
    r"""(?P<intern> internship | intern | praktikum | stage ) \b
      | (?P<entry> entry | junior | associate \s level | graduate \b | berufseinst )
      | (?P<mid> mid \b | intermediate | confirm ) | (?P<senior> senior ) | (?P<lead> lead \b )
      | (?P<principal> principal | staff \b ) | (?P<manager> manager ) | (?P<director> director )
      | (?P<executive> executive | c-level )""",
    re.VERBOSE,
)
THIS_ROLE = re.compile(
    r"""\b this \s (?: is \s (?: an? | our ) \s (?: \w+ \s )? )?
        (?P<level> entry [ -] level | junior | mid [ -] level | senior (?: [ -] level )? | internship )
        \s (?: \w+ [ -] ){0,2}? (?: role | position | job | opportunity | post ) \b""",
    re.VERBOSE,
)
HIRING = re.compile(
    r"""\b (?: looking \s for | hiring | seeking | seeks | searching \s for | recruiting | in \s search \s of | suchen | (?P<being> as ) )
        \s (?: an? \s | our \s | to \s hire \s an? \s | for \s an? \s | eine?n? \s | one \s )
        (?: (?: talented | experienced | skilled | highly | motivated | passionate | exceptional | new
          | remote
              | full-time | strong ) [,\s]{1,2} ){0,3}
        (?P<level> senior | sr\.? | junior | lead | principal | staff | mid-level | entry-level ) \s
        (?P<role> [\w+\#./ -]{3,60} )""",
    re.VERBOSE,
)
HIRING_WORDS = (
    *("looking for", "hiring", "seek", "searching for", "recruiting", "in search of", "suchen"),
    "as a",  # "as an" too
)
SAYING = {
    "entry": Level.ENTRY,
    "juni": Level.ENTRY,
    "mid": Level.MID,
    "seni": Level.SENIOR,
    "sr": Level.SENIOR,
    "lead": Level.LEAD,
    "princ": Level.PRINCIPAL,
    "staff": Level.PRINCIPAL,
    "intern": Level.INTERN,
}
ENOUGH = 3  # words of the title that the phrase must repeat, or all that it has
NEAR_ENOUGH = 3  # words of the phrase among which its noun stands


def said_level(part: Part, title: list[str], noun: str) -> Fact[Level] | None:
    """Return what the text says of a role with these words in its title, of which the noun says what it is."""
    return _labelled(part) or _of_this_role(part) or _hired(part, title, noun)


def _labelled(part: Part) -> Fact[Level] | None:
    view = part.view
    for found in LABELLED.finditer(
        "\n" + view.lower
    ):  # to begin with a letter is ten times as fast as (?: ^ | \n )
        if stated := STATED.match(view.lower, found.start("value") - 1):
            return view.fact(Level(stated.lastgroup or ""), stated.start(), stated.end())
    return None


def _of_this_role(part: Part) -> Fact[Level] | None:
    said = next(_matches(THIS_ROLE, part.view.lower, ("this",)), None)
    level = _saying(said["level"]) if said else None
    return part.view.fact(level, *said.span("level")) if said and level else None


def _hired(part: Part, title: list[str], noun: str) -> Fact[Level] | None:
    """ "We seek a senior UI engineer" tells of a "Front End Engineer" too, if no other level is sought."""
    named = [word for word in title if word not in ("the", "and", "of", "remote")][:ENOUGH]
    if not named:
        return None
    alike: list[tuple[Level, tuple[int, int]]] = []
    for found in _matches(HIRING, part.view.lower, HIRING_WORDS):
        role = [word.strip(".") for word in fold(found["role"]).replace("-", " ").replace("/", " ").split()]
        level = _saying(found["level"])
        if level and all(word in role for word in named):
            return part.view.fact(level, *found.span("level"))
        if level and noun in role[:NEAR_ENOUGH] and not found["being"]:
            alike.append((level, found.span("level")))
    if len({level for level, _ in alike}) == 1:
        level, span = alike[0]
        return part.view.fact(level, *span)
    return None


def _matches(pattern: re.Pattern[str], lower: str, words: tuple[str, ...]) -> Iterator[re.Match[str]]:
    """Yield in order where a pattern matches that begins with one of the words."""
    return (found for at in sorted(hits_of(lower, words)) if (found := pattern.match(lower, at)))


def _saying(words: str) -> Level | None:
    return next((level for start, level in SAYING.items() if words.startswith(start)), None)
