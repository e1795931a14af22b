"""A stretch of a text → the names among which it lets one choose: "Python, R or Java", "AWS/Azure/GCP".

Names that are wanted together are no alternatives: "Python and SQL", "AI/ML", "HTML/CSS". Nor are names that
no skill stands among: "a degree in Physics or Chemistry", "on Saturdays or Sundays".
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from postings.parsing.extract.skill_mentions import Mention, mentions_in
from postings.parsing.lexicon import load_skills
from postings.parsing.part import Part
from postings.parsing.view import View

OFFER = re.compile(r"\b(?:or|oder|ou|eller|o|(?:one|any|more|eine[rs]?) (?:of|from|der|von)|une? de)\b")
JOINT = re.compile(
    r"""(?P<or> ,?\s{1,4} (?: and/or | or | oder | ou | eller | o | und/oder | et/ou | y/o ) \s{1,4} (?: either \s{1,4} )? )
      | (?P<and> ,?\s{1,4} (?: and | und | et | y | e | & ) \s{1,4} )
      | (?P<comma> (?: \s? \( (?: strongly \s | highly \s )? (?: preferred | ideally | optional | a \s plus ) \) )? , )
      | (?P<slash> / )
      | (?P<end> [;:()\[\]] | \.\s | \n | \s-\s )""",
    re.VERBOSE,
)
ONE_OF = re.compile(
    r"""\b (?: one \s or \s more | at \s least \s one | any \s one | one | any | either | two \s or \s more
          | mindestens \s eine[rs]? | eine[rs]? | au \s moins \s une? | al \s menos \s un[oa]? )
        \s (?: of | from | der | de | des | von ) \b [^.;()\n]{0,60} \Z""",
    re.VERBOSE,
)
SIMILAR = re.compile(
    r"""(?: an? \s | any \s | some \s )?
        (?: similar | equivalent | comparable | related | other | another | ähnlich | vergleichbar
          | équivalent | similaire )""",
    re.VERBOSE,
)
NAMED = re.compile(r"[A-Z0-9](?:[\w+#.&'-]*[\w+#])?(?: [A-Z0-9](?:[\w+#.&'-]*[\w+#])?){0,2}")
OPENING_VERB = re.compile(r"[A-Z][a-z]+(?:ing|ed)")  # a bullet may begin "Building or improving"
ARTICLE = re.compile(r"(?:a|an|the|in|with|on|using|mit|en|avec)\s")
STROKES = frozenset({"database", "cloud", "spoken language"})  # two of these with a stroke between: a choice
TOGETHER = (frozenset({"html", "css"}), frozenset({"ios", "android"}))
FEWEST_STROKES = 3


TECHNICAL = frozenset(
    {"programming language", "framework", "software practice", "database", "cloud", "infrastructure", "data"}
    | {"machine learning", "security", "hardware"}
)


@dataclass(frozen=True, slots=True)
class _Piece:
    joint: str  # what stands before it: "or", "and", "slash", "comma", "end"
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Name:
    start: int
    end: int
    slug: str
    alone: bool  # it fills its piece; else there are words before it, as before the first of a list
    joint: str


def alternatives_in(part: Part, start: int, end: int) -> tuple[str, ...]:
    """Return the names as written; the longest choice where a stretch offers several."""
    view = part.view
    mentions = mentions_in(view, start, end)
    strokes = len(mentions) > 1 and view.text.find("/", start, end) >= 0
    if not mentions or not (strokes or OFFER.search(view.lower, start, end)):
        return ()
    runs = _runs(view, _pieces(view, start, end, mentions))
    best = max((run for run in runs if _is_choice(view, run)), key=lambda run: len(run.names), default=_Run())
    return tuple(dict.fromkeys(" ".join(view.words[one.start : one.end].split()) for one in best.names))


def _pieces(view: View, start: int, end: int, mentions: tuple[Mention, ...]) -> list[_Piece]:
    """Cut at commas and conjunctions, but not inside a name: "CI/CD", "health and safety"."""
    pieces: list[_Piece] = []
    at, joint = start, "end"
    names = iter(mentions)
    name = next(names, None)
    for found in JOINT.finditer(view.lower, start, end):
        while name and name.end <= found.start():
            name = next(names, None)
        if name and name.start <= found.start():
            continue
        pieces.append(_Piece(joint, *view.trimmed(at, found.start())))
        at, joint = found.end(), found.lastgroup or "end"
    pieces.append(_Piece(joint, *view.trimmed(at, end)))
    return pieces


class _Run:
    """Names that follow one another, and what parts them."""

    def __init__(self) -> None:
        self.names: list[_Name] = []
        self.joints: set[str] = set()
        self.open = True


def _runs(view: View, pieces: list[_Piece]) -> list[_Run]:
    runs = [_Run()]
    for piece in pieces:
        run = runs[-1]
        within = mentions_in(view, piece.start, piece.end)
        if run.names and run.open and _joins(view, run, piece):
            if SIMILAR.match(view.lower, piece.start):
                run.joints.add(piece.joint)
                run.open = False
                continue
            name = _opener(view, piece, within)
            if name and _fits(run, name):
                run.names.append(name)
                run.joints.add(piece.joint)
                run.open = name.alone
                if run.open:
                    continue
        first = _closer(view, piece, within)
        runs.append(_Run())
        if first:
            runs[-1].names.append(first)
    return runs


def _joins(view: View, run: _Run, piece: _Piece) -> bool:
    if piece.joint == "comma" and "or" in run.joints:
        return False  # "AWS or GCP, HTML": the last that may be chosen stands behind "or"
    return piece.joint != "end" and (piece.joint != "and" or _one_of(view, run.names[0]))


def _fits(run: _Run, name: _Name) -> bool:
    """ "communication skills, Python or Java": a name behind other words opens a list only of its own kind."""
    first = run.names[0]
    if len(run.names) > 1 or first.alone or name.joint == "or" or not name.slug:
        return True
    kinds = {_family(first), _family(name)}
    return len(kinds) == 1 or kinds <= TECHNICAL


def _is_choice(view: View, run: _Run) -> bool:
    known = sum(1 for name in run.names if name.slug)
    if len(run.names) < 2 or known * 2 < len(run.names):
        return False
    return "or" in run.joints or _one_of(view, run.names[0]) or _parted_by_strokes(run)


def _parted_by_strokes(run: _Run) -> bool:
    families = {_family(name) for name in run.names}
    if run.joints != {"slash"} or len(families) > 1:
        return False
    slugs = {name.slug for name in run.names}
    return (len(run.names) >= FEWEST_STROKES or families <= STROKES) and not any(
        pair <= slugs for pair in TOGETHER
    )


def _family(name: _Name) -> str:
    return load_skills()[name.slug].family if name.slug else ""


def _one_of(view: View, first: _Name) -> bool:
    return bool(ONE_OF.search(view.lower, max(0, first.start - 100), first.start))


def _opener(view: View, piece: _Piece, within: tuple[Mention, ...]) -> _Name | None:
    """Return what a piece begins with: a skill of the lexicon, else a word or three in capitals."""
    article = ARTICLE.match(view.lower, piece.start, piece.end)
    start = article.end() if article else piece.start
    if within and within[0].start == start:
        if _is_of_names_alone(view, piece, within):  # "AWS Redshift"
            return _Name(start, piece.end, within[-1].slug, True, piece.joint)
        return _Name(start, within[0].end, within[0].slug, within[0].end == piece.end, piece.joint)
    named = None if within else NAMED.match(view.text, start, piece.end)
    if named is None or named[0].isdigit():  # "Python, or 4 years of Java"
        return None
    return _Name(start, named.end(), "", named.end() == piece.end, piece.joint)


def _is_of_names_alone(view: View, piece: _Piece, within: tuple[Mention, ...]) -> bool:
    gaps = (view.text[one.end : other.start] for one, other in pairwise(within))
    return within[-1].end == piece.end and all(gap == " " for gap in gaps)


def _closer(view: View, piece: _Piece, within: tuple[Mention, ...]) -> _Name | None:
    """Return what a piece ends with: "experience with Python" before ", R or Java"."""
    if within and within[-1].end == piece.end:
        return _Name(
            within[-1].start, piece.end, within[-1].slug, within[-1].start == piece.start, piece.joint
        )
    named = None if within else NAMED.fullmatch(view.text, piece.start, piece.end)
    if named is None or named[0].isdigit() or OPENING_VERB.fullmatch(named[0]):
        return None
    return _Name(piece.start, piece.end, "", True, piece.joint)
