"""The blanks of a template that nobody filled: each is an error that blocks publishing.

A part in, findings out. What nobody reads is refused: comments of a page or of its front matter, which tell the
author how to fill it in, and the tags of a site generator ("{% include footer.html %}").
"""

import re
from collections.abc import Iterator

from postings.facts import Finding, Span
from postings.parsing.extract.near import has_any
from postings.parsing.part import Part
from postings.vocabulary import Severity

# Each begins with the character that opens it, so that a text is searched for that alone.
SQUARE = re.compile(r"\[ (?! [\sxX✓]? \] ) [^\[\]\n]{2,160} \] (?! \( )", re.VERBOSE)
ANGLE = re.compile(
    r"""< (?i: insert | your | company | client | name | title | role | job | position | location | city | team
             | department | salary | date | number | amount | link | url | hiring ) \b [^<>\n]{0,60} >""",
    re.VERBOSE,
)
LIQUID = re.compile(r"\{\{ [^{}\n]{1,80} \}\}", re.VERBOSE)
BRACE = re.compile(
    r"\{ (?<! \{\{ ) (?: [a-z]{2,} (?: [_ ][a-z]+ ){0,6} | [A-Z]{2,} (?: [_ ][A-Z]+ ){0,6} ) \} (?! \} )",
    re.VERBOSE,
)
REMOVE = re.compile(
    r"\( (?i: (?:please\ )? (?:remove|delete)\ (?:if|this|when|as) ) \b [^()\n]{0,120} \)", re.VERBOSE
)
# What makes bracketed words a slot: an order to whoever fills the template in, or the name of a field.
ORDER = re.compile(
    r"""\b (?: insert | action\ required | enter | add | fill | replace | specify | choose | select | delete | remove
          | edit | customi[sz]e | include | describe | list | your | tbd | tbc | xx+ | placeholder | example\ text
          | e\.g\. ) \b""",
    re.VERBOSE,
)
FIELD = re.compile(
    r"""\[ \s? (?: (?: the | your | a | our ) \s )?
        (?: company | client | organi[sz]ation | employer | business | agency | team | department | division
          | line\ of\ business | lob | job | role | position | hiring\ manager | manager | recruiter | contact
          | e-?mail | phone | location | city | state | country | office | site | salary | amount | number | range
          | currency | date | start\ date | year | years | x | n | product | industry | name | title | address
          | website | url | link | skill | technology | degree )
        (?: [\s_/-]{1,3} (?: company | name | title | location | description | address | type | level | manager | here
          | range | amount | number | of\s\w{1,20} | date | email | min | max | city | state | url | link | products?
          | services? | industry | \w{1,20}ing ) ){0,4} \s? \]""",
    re.VERBOSE,
)
# "XX years", "$XXX,XXX"; not the sizes "XL, XXL".
CROSSES = re.compile(
    r"""X (?<! \w\w ) X{1,2} \+? (?= [ ]{1,3} (?: [Yy]ears? | [Yy]rs? | [Mm]onths? | [Dd]ays? | [Hh]ours? ) \b )
      | [$£€] \s? X{2,8} (?: [,.]X{3} ){0,3} [kK]?""",
    re.VERBOSE,
)
# "Salary: TBD", "start date TBD."; not the firm in "Square, Cash App and TBD", "TBD is hiring", "the head of data at TBD".
LATER = re.compile(
    r"""TB[ACD] \b (?: (?<= [:(|[>=/–-] ... ) | (?<= [:(|[>=/–*-] [ ] ... ) | (?<= [:*|] .{2} ... )
          | (?: (?<= \A ... ) | (?<= \n ... ) ) (?= [ ]{0,3} (?: [.(|\n] | \Z ) )
          | (?<! \b [aA]t[ ] ... ) (?<! \b of[ ] ... ) (?<! \b to[ ] ... ) (?<! \b by[ ] ... ) (?<! \b for[ ] ... )
            (?<! \b and[ ] ... ) (?<! \b with[ ] ... ) (?<! \b join[ ] ... ) (?<= [a-z][ ] ... )
            (?= [ ]{0,3} (?: [.,;)\]|*_<\n] | \Z ) ) )""",
    re.VERBOSE,
)
# All that a field or a line says: "Salary: to be confirmed"; not "the tables need to be updated each year".
TO_BE = re.compile(
    r"""(?: ^ | (?<= [:(|>*_–-] ) | (?<= [:(|>*_.!?–-] [ ] ) )
        to\ be\ (?: updated | determined | confirmed | announced | decided | advised | filled\ in )
        (?: \ (?: soon | later | shortly ) )? (?= \s{0,3} (?: [.)\]|*_<,;] | $ ) )""",
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)
LOREM = re.compile(r"\b lorem\ ipsum \b [^.\n]{0,60}", re.VERBOSE | re.IGNORECASE)
TO_BES = tuple(
    f"to be {what}"
    for what in ("updated", "determined", "confirmed", "announced", "decided", "advised", "filled")
)
LATERS = ("TBD", "TBC", "TBA")
FRONT_MATTER = re.compile(r"\A\s{0,20}---[ ]{0,4}\n.*?^---[ ]{0,4}$", re.DOTALL | re.MULTILINE)
HIDDEN = re.compile(r"<!--.*?-->", re.DOTALL)


def read_placeholders(part: Part) -> tuple[Finding, ...]:
    whole = part.view.span(0, len(part.view.text))
    source = part.view.source
    slots = [*_bracketed(source, whole), *_bare(source, part.view.lower, whole)]
    if slots:
        unseen = [found.span() for found in HIDDEN.finditer(source)]
        slots = [slot for slot in slots if not _is_unseen(source, slot[0], unseen)]
    return tuple(
        Finding(
            rule="placeholder",
            severity=Severity.ERROR,
            message="A blank of the template was never filled in.",
            span=Span(start, end),
            raw=source[start:end],
            fix="Fill it in, or take it out.",
        )
        for start, end in _outermost(sorted(slots))
    )


def _bracketed(source: str, whole: Span) -> Iterator[tuple[int, int]]:
    for pattern in (ANGLE, BRACE, REMOVE):
        yield from (found.span() for found in pattern.finditer(source, whole.start, whole.end))
    for found in SQUARE.finditer(source, whole.start, whole.end):
        words = found.group().lower()
        if ORDER.search(words) or FIELD.fullmatch(words):
            yield found.span()
    variables: set[str] = set()
    for found in LIQUID.finditer(source, whole.start, whole.end):
        if found.group() not in variables:  # of the site that it was made for; once is enough
            variables.add(found.group())
            yield found.span()


def _bare(source: str, lower: str, whole: Span) -> Iterator[tuple[int, int]]:
    patterns = [
        *((CROSSES,) if "XX" in source else ()),
        *((LATER,) if has_any(source, LATERS) else ()),
        *((TO_BE,) if has_any(lower, TO_BES) else ()),
        *((LOREM,) if "lorem" in lower else ()),
    ]
    for pattern in patterns:
        yield from (found.span() for found in pattern.finditer(source, whole.start, whole.end))


def _is_unseen(source: str, start: int, hidden: list[tuple[int, int]]) -> bool:
    """Stands it in a comment, or among what the front matter only tells the site generator?"""
    if any(first <= start < last for first, last in hidden):
        return True
    front = FRONT_MATTER.match(source)
    if front is None or start >= front.end():
        return False
    line = source.rfind("\n", 0, start) + 1
    return source[line:start].lstrip().startswith("#") or source.startswith("{{", start)


def _outermost(slots: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """ "[TBD]" is one slot, not two."""
    until = 0
    for start, end in slots:
        if start >= until:
            yield start, end
            until = end
