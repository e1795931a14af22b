"""How a text means what it says of a candidate: as a need, as a wish, or of somebody else altogether.

A part and a place in it come in; the weight that its section gives and the sentence around it come out.
"""

import re
from bisect import bisect_right
from enum import IntEnum

from postings.parsing.extract.near import has_any
from postings.parsing.part import Line, Part
from postings.vocabulary import Section


class Demand(IntEnum):
    """The higher, the surer that a candidate has to have it."""

    NOBODY = 0  # benefits and the company's own story
    WISHED = 1
    SAID = 2  # somewhere else in the text
    ASKED = 3  # in a list of requirements, or stated by a structured source


OF_SECTION = {
    Section.REQUIRED: Demand.ASKED,
    Section.ELIGIBILITY: Demand.ASKED,
    Section.PREFERRED: Demand.WISHED,
    Section.BENEFIT: Demand.NOBODY,
    Section.ABOUT: Demand.NOBODY,
}
# "B.S. Computer Science" and "Ph.D. Physics" are no two sentences; "of systems.Strong Java" lost a space.
# The mark goes first, what may stand before it is asked afterwards: that is ten times as fast.
BREAK = re.compile(
    r"""[.!?\s] (?:
        (?<= [.!?] ) (?<! \b [A-Za-z] . ) (?<! e\.g . ) (?<! i\.e . ) (?<! \b etc . ) (?<! \b Ph . )
        (?<! \b min . ) (?<! \b Min . ) (?<! \b yrs . ) (?<! \b equiv . ) (?<! \b resp . ) (?<! \b St . )
        (?: ["')\]]* \s+ (?= [^\Wa-z_] | ["'(•*-] ) | (?<= [a-z)][.!?] ) (?= [A-Z][a-z] ) )
      | (?<= \s ) (?= [•●▪·] ) )""",
    re.VERBOSE,
)
FARTHEST = 320  # characters; a longer sentence is a list that lost its breaks

# Words that make a wish of what follows them: "ideally 5 years". Between them and it stands no comma.
WISH_BEFORE = re.compile(
    r"""(?: \b (?: ideally | preferably | optionally | would\ (?: prefer | like | love )
          | (?:we|strongly|highly)\ prefer | preference\ (?:for|is|given\ to)
            | idealerweise | vorzugsweise | bestenfalls | bevorzugt | optimalerweise | wünschenswert\w*
            | idéalement | de\ préférence | si\ possible | idealmente | preferiblemente | preferentemente
              | de\ preferencia
            | bij\ voorkeur | gärna | mile\ widzian\w+ )
          | \b (?: preferred | desired | desirable | nice[ -]to[ -]haves? | (?:a\ )? bonus | (?:a\ )? plus
            | souhaité\w* | deseable )
            (?: \ (?: qualifications? | requirements? | skills | experience | education ) )? \s* [:-]
        ) [^.;,]{0,45} \Z""",
    re.VERBOSE,
)
# "5 years (preferred)", "a Master's degree is a plus"; not "5 years in the preferred stack".
WISHING = r"""(?: (?:strongly\ |highly\ |also\ )? (?: preferred | desired | desirable | advantageous
          | beneficial | optional | preferable )
        (?! \s+ (?:stack|languages?|tools?|technolog\w+|vendors?|candidates?\ (?:will|must)|by\ (?:the|our)) )
      | (?: an? \s+ (?:\w+\s+)? | considered\s+a\s+ ) (?: plus | bonus | asset | advantage ) \b
      | nice[ -]to[ -]have | not \s+ (?:strictly\s+|necessarily\s+)? (?: required | needed | necessary
        | mandatory | essential )
      | would\ be\ (?: ideal | great | nice | good | helpful | perfect )
      | von\ vorteil | wünschenswert | ein\ plus | gern\ gesehen | un\ plus | un\ atout
        | (?:est|serait)\ souhait\w+ | appréci\w+
      | (?:se\ )? valorar\w+ | se\ valora | deseable | valorable | un\ plus | diferencial | desejáve[li]s?
        | een\ pr[eé] | meriterande ) \b"""


# Every WISHING holds one of these.
WISHES = (
    *(
        "prefer",
        "desir",
        "plus",
        "bonus",
        "asset",
        "advantag",
        "nice",
        "not ",
        "not\n",
        "would be",
        "benefic",
        "optional",
    ),
    *(
        "vorteil",
        "wünsch",
        "gern",
        "atout",
        "souhait",
        "appréci",
        "valor",
        "deseable",
        "diferencial",
        "desej",
        "een pr",
        "merit",
    ),
)


def may_wish(words: str) -> bool:
    """Is it worth while to look for WISHING, which is tried at every letter?"""
    return has_any(words, WISHES)


def line_around(part: Part, offset: int) -> Line | None:
    index = bisect_right(part.lines, offset, key=lambda line: line.start) - 1
    if index < 0 or part.lines[index].end <= offset:
        return None
    return part.lines[index]


def demand_at(part: Part, offset: int) -> Demand:
    """Return what the section says of whatever stands here."""
    if offset < part.header_end:
        return Demand.ASKED if offset < part.declared_end else Demand.SAID
    line = line_around(part, offset)
    if line is None or line.section is None:
        return Demand.SAID
    if line.section is Section.REQUIRED and "alternat" in line.heading:  # what would do instead
        return Demand.NOBODY
    return OF_SECTION.get(line.section, Demand.SAID)


def sentence_around(part: Part, start: int, end: int) -> tuple[int, int]:
    """Return the sentence that text[start:end] stands in, within its line."""
    text = part.view.text
    line = line_around(part, start)
    first = line.start if line else text.rfind("\n", 0, start) + 1
    last = line.end if line else text.find("\n", end)
    last = max(end, last if last >= 0 else len(text))
    first, last = max(first, start - FARTHEST), min(last, end + FARTHEST)
    for found in BREAK.finditer(text, first, start + 1):  # it looks at the letter that it ends before
        first = found.end()
    found_end = BREAK.search(text, end, last)
    return first, found_end.start() + 1 if found_end else last
