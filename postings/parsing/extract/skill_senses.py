"""Which of the names found in a text are meant as skills: "Go developer", but not "Go the extra mile".

A name that is an everyday word counts beside another skill, after words that ask for skill, before words
that go with tools, or alone on its line, as lexicon/everyday.tsv says for each.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from postings.parsing.extract.near import hits_of
from postings.parsing.lexicon import load_skills
from postings.parsing.view import View

if TYPE_CHECKING:
    from postings.parsing.extract.skill_mentions import Mention

NEAR = 48  # characters on either side that can tell a sense
BESIDE = re.compile(
    r"""[\s,/|&+;•·()\[\]:*"-]{1,4}
        (?: (?: and | or | and/or | und | oder | et | ou | y | o | vs\.? | plus | e\.?g\.,? | via | with
          | in ) \s{1,2} )?
        [\s("'/-]{0,2}""",
    re.VERBOSE,
)
LONGEST_BESIDE = 14
ASKING = re.compile(
    r"""(?: \b (?: experience[ds]? | expertise | expert | proficien\w{1,4} | fluen\w{1,3} | knowledge | familiar\w{0,4}
              | skill\w{0,3} | program{1,2}ing | coding | develop\w{0,6} | written | code | languages?
              | tools? | frameworks?
              | library | technolog\w{1,3} | stack | using | such\ as | including | certified
              | certification | hands-on
              | apache | microsoft | ms | office | advanced | background | understanding | software
              | platforms? | systems?
              | kenntnisse | erfahrung | connaissances? | maitrise | maîtrise | conocimientos?
              | experiencia | expérience | we \s (?: \w{3,9}ly \s )? use | ability \s to \s use ) \b
          | \b e\.?g\.? | \b ex: | \b i\.e\.? )
        [^.;!?\n]{0,28} \Z""",
    re.VERBOSE,
)
TOOL_LIKE = re.compile(
    r"""\s? (?: \( | [/-]\s?based ) | [\s-]{1,2}
        (?: programming | developer s? | development | engineers? | engineering | code | coding
          | scripts? | scripting | services
          | microservices | backend | back-end | frontend | framework | library | libraries | skills?
          | experience | macros?
          | apps? | applications? | certified | certification | administrat\w{2,4} | specialist | expert
          | stack | suite | pipelines?
          | clusters? | queries | jobs | contracts | reporting | modell?ing | language | knowledge
          | expertise | proficiency
          | admin | ecosystem | environment | platform | software | licen[sc]e | users? | templates?
          | formulas? | kenntnisse
          | entwickler\w{0,5} | programmierung ) \b""",
    re.VERBOSE,
)  # fmt: skip
# "Flutter is a plus" is said of a skill, "Flutter is hiring" is not
WANTED = re.compile(
    r"""\s (?: is | are | would \s be ) \s (?: an? \s | also \s | strongly \s | highly \s | considered \s an? \s | \w+ \s ){0,2}?
        (?: plus | bonus | must | required | preferred | advantage | asset | nice | desir\w{2,4} | helpful
          | beneficial | mandatory ) \b""",
    re.VERBOSE,
)
# "Spanish is not a requirement" asks for none; "not required" wishes for it, as "not a requirement but a plus" does
NOT_NEEDED = re.compile(
    r"""[ ]? (?: language | skills? | experience | knowledge | expertise )? [ ]? (?: is | are ) \s not \s (?: an? \s )? (?: \w{3,12} \s )?
        requirement \b
        (?! [^.\n]{0,60} \b (?: plus | bonus | nice | help\w* | prefer\w* | advantage\w* | benefi\w* | but | though | asset | desir\w* ) \b )""",
    re.VERBOSE,
)
LINE_START = re.compile(r"(?:\A|\n)[^\w\n]{0,12}\Z")
LINE_END = re.compile(r"[^\w\n]{0,8}(?:\n|\Z)")
STUDIES = (
    *("degree", "bachelor", "master", "phd", "ph.d", "diploma", "major", "studi", "abschluss", "ausbildung"),
    *("graduate", "formation", "diplôme", "licenciatura", "titulación"),
)  # with one of these, or with the letters of a degree, STUDIED begins
LETTERS = re.compile(r"[\s(/,•*:-][bm]\.?(?:sc?|a|eng)\b")
STUDIED = re.compile(
    r"""\b (?: degrees? | bachelor'?s? | master'?s? | ph\.?d\.? | [bm]\.?(?:a|s|sc|eng)\.? | diploma? | majors? | majoring
          | studi(?:um|engang) | abschluss | ausbildung | graduate | formation | diplôme | licenciatura
          | titulación )
        \b [^.;:\n]{0,30}? \b (?: in | of | als | im | en | der ) \s""",
    re.VERBOSE,
)
STUDIES_END = re.compile(
    r"""[.;:\n]
      | \b (?: or | and | with | plus | required | preferred | as \s well \s as ) \s
        (?: \w+ \s ){0,2} (?: experience | equivalent | relevant | \d )
      | \b (?: related | similar | relevant | equivalent | vergleichbar\w* ) \b
        (?! [^.;\n]{0,24} (?: such \s as | like | including | e\.g
          | \( ) )  # "a related field such as Statistics"
      | \b and \s (?: strong | \d | at \s least | proven ) | , \s (?: with | and \s \d ) \s
      | \b (?: with | and ) \s (?: knowledge | proficiency | familiarity | expertise ) \b""",
    re.VERBOSE,
)
LONGEST_STUDIES = 220
LONGEST_SENTENCE = 400
OTHERS = (
    *(
        "trusted",
        "backed",
        "invest",
        "fund",
        "partnerships",
        "our c",
        "our inv",
        "our part",
        "customers",
        "companies",
        "brands",
        "equal",
    ),
    *("organisations", "organizations", "enterprises", "institutions"),
    *("regardless", "without", "reasonable", "discriminat", "chancengleich"),
)  # with one of these SAID_OF_OTHERS begins
SAID_OF_OTHERS = re.compile(
    r"""trusted \s by
      | backed \s by (?! [^.\n]{0,50} (?: databases? | \w{0,8}sql | storage | caches? | queues? | kafka | redis | s3
          | artificial | machine | research ) \b )
      | (?: investments? | investors | funded | funding ) \s (?: from | by | including | like | such \s as ) \s
      | partnerships \s (?: including | such \s as | like ) \s
      | our \s (?: customers | clients | investors | partners ) \s (?: include | range )
      | (?: customers | companies | brands | organi[sz]ations | enterprises | institutions )
        (?: \s (?: worldwide | globally ) )? ,? \s (?: such \s as | like | includ(?:e|ing) )
      | equal [ -] (?: employment [ -] )? opportunit | regardless \s of | without \s regard \s to
      | reasonable \s accommodat | discriminat | chancengleich""",
    re.VERBOSE,
)
Stretch = tuple[int, int]


def is_meant(view: View, found: "list[Mention]") -> "Iterator[Mention]":
    """Yield the names that count. One that is shown to be meant shows the same for its neighbours."""
    silent = _silent_stretches(view)
    heard = list(_outside(found, silent))
    possible = [one for one in heard if _not_contradicted(view, one)]
    if " not " in view.lower:
        possible = [one for one in possible if not NOT_NEEDED.match(view.lower, one.end)]
    sure = [not one.everyday or not one.everyday.listed or _proven(view, one) for one in possible]
    families = [load_skills()[one.slug].family for one in possible]
    beside = [_stand_together(view, one, other) for one, other in pairwise(possible)]
    for number, together in enumerate(beside):
        if together and families[number] == families[number + 1]:
            sure[number] = sure[number + 1] = True  # "Go, Rust and C"
        sure[number + 1] = sure[number + 1] or (together and sure[number])
    for number in range(len(beside) - 1, -1, -1):
        sure[number] = sure[number] or (beside[number] and sure[number + 1])
    return (one for one, meant in zip(possible, sure, strict=True) if meant)


def _outside(found: "list[Mention]", silent: list[Stretch]) -> "Iterator[Mention]":
    """Yield the names that stand in none of the stretches, which are in the order of their beginnings."""
    until, at = 0, 0
    for one in found:
        while at < len(silent) and silent[at][0] <= one.start:
            until = max(until, silent[at][1])
            at += 1
        if one.start >= until:
            yield one


def _not_contradicted(view: View, one: "Mention") -> bool:
    if one.everyday is None:
        return True
    after, before = one.everyday.not_after, one.everyday.not_before
    if before and before.match(view.lower, one.end) and not WANTED.match(view.lower, one.end):
        return False
    return not (after and after.search(view.lower, max(0, one.start - NEAR), one.start))


def _proven(view: View, one: "Mention") -> bool:
    low = max(0, one.start - NEAR)
    if ASKING.search(view.lower, low, one.start) or TOOL_LIKE.match(view.lower, one.end):
        return True
    if WANTED.match(view.lower, one.end):
        return True
    alone = LINE_START.search(view.lower, max(0, one.start - 13), one.start)
    return bool(alone and LINE_END.match(view.lower, one.end))


def _stand_together(view: View, one: "Mention", other: "Mention") -> bool:
    between = other.start - one.end
    return between <= LONGEST_BESIDE and bool(BESIDE.fullmatch(view.lower, one.end, other.start))


def _silent_stretches(view: View) -> list[Stretch]:
    """Return where names say nothing about the work: fields of study, customers, statements on fairness."""
    lower = view.lower
    silent: list[Stretch] = []
    for found in _found(STUDIED, lower, chain(hits_of(lower, STUDIES), _letters(lower))):
        limit = min(len(lower), found.end() + LONGEST_STUDIES)
        stop = STUDIES_END.search(lower, found.end(), limit)
        silent.append((found.end(), stop.start() if stop else limit))
    for found in _found(SAID_OF_OTHERS, lower, hits_of(lower, OTHERS)):
        far, limit = max(0, found.start() - LONGEST_SENTENCE), found.end() + LONGEST_SENTENCE
        low = max(lower.rfind("\n", far, found.start()), lower.rfind(". ", far, found.start()), far - 1)
        stops = [lower.find("\n", found.end(), limit), lower.find(". ", found.end(), limit)]
        silent.append((low + 1, min((at for at in stops if at >= 0), default=limit)))
    return sorted(silent)


def _found(pattern: re.Pattern[str], lower: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    return (found for at in places if (found := pattern.match(lower, at)))


def _letters(lower: str) -> Iterator[int]:
    """Yield where the letters of a degree stand: "BSc in", "M.A. in"."""
    if LETTERS.match(" " + lower[:6]):
        yield 0
    for found in LETTERS.finditer(lower):
        yield found.start() + 1
