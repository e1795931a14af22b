"""What a list is: by its heading, and by what its lines read like where the heading says nothing or is not borne out.

Lines below one heading in; their section out, None where they are none of a posting's lists.
"""

import re
from collections.abc import Sequence

from postings.parsing.lexicon.headings import is_bare_heading, section_of
from postings.parsing.lexicon.looks import Look
from postings.parsing.look import look_of_list
from postings.vocabulary import Section

NEEDS = (Section.REQUIRED, Section.PREFERRED)
ASKED = (Section.RESPONSIBILITY, *NEEDS)
CLEAR = 0.55  # a share of one: a list without a telling heading is what it clearly reads like
CONTRADICTED = 0.12  # what its heading says may not look less likely than this …
PLAIN = 0.7  # … beside something that looks as likely as this
VAGUE = 0.3
FAIRLY = 0.45  # where nothing else is half as likely
FEWEST = 3  # lines that contradict a heading


# Below these, lines are duties whatever they read like; "About the role" may head anything.
DUTIES = re.compile(
    r"dut(?:y|ies)\b|responsib|function|accountab|\btasks?\b|(?:'ll|will|do you|you) (?:be |get to )?do(?:ing)?\b|aufgaben|missions|tareas|funciones"
)


ANYTHING = re.compile(r"additional information\W*\Z")
VAGUELY = re.compile(r"\b(?:overview|summary)\b")


def section_of_list(
    named: Section | None, lines: Sequence[str], above: Section | None, heading: str = ""
) -> Section:
    """Return the section of some bullets, given their heading, what it names, and what the list above was."""
    if named in ASKED and is_bare_heading(heading):
        return named  # "Requirements" is not to be denied
    look = look_of_list(lines)
    if named in ASKED and heading and section_of(heading)[1] is None and look.benefit > CLEAR:
        return Section.BENEFIT  # what the heading above its own says is not for it
    if named is Section.ABOUT and VAGUELY.search(heading) and look.duty > PLAIN:
        return Section.RESPONSIBILITY
    if named is Section.RESPONSIBILITY and not DUTIES.search(heading) and look.duty < VAGUE:
        return _below_a_story(look)
    if named in ASKED:
        claimed = look.duty if named is Section.RESPONSIBILITY else look.need
        if len(lines) >= FEWEST and claimed < CONTRADICTED and max(look.benefit, look.other) > PLAIN:
            return Section.BENEFIT if look.benefit > look.other else Section.OTHER
        return named
    if named is Section.BENEFIT and len(lines) >= FEWEST and look.benefit < CONTRADICTED:
        named = None  # "Bonus", "What we offer": a list of needs all the same
    if named is Section.OTHER and len(lines) >= FEWEST and ANYTHING.match(heading):
        named = None
    if named in (Section.OTHER, Section.ABOUT) and look.benefit > (
        CLEAR if above is Section.BENEFIT else PLAIN
    ):
        return Section.BENEFIT
    if named is not None:
        return named
    if look.need > CLEAR:
        return above if above in NEEDS else Section.REQUIRED
    sister = above is Section.BENEFIT and len(lines) > 1 and look.benefit == max(look)
    plainly = look.benefit > FAIRLY and len(lines) >= FEWEST and look.benefit > 2 * max(look.need, look.duty)
    if plainly or look.benefit > (VAGUE if sister else CLEAR):
        return Section.BENEFIT
    if look.duty > CLEAR or (above is Section.RESPONSIBILITY and look.duty == max(look)):
        return Section.RESPONSIBILITY
    return Section.OTHER


def _below_a_story(look: Look) -> Section:
    """What stands below "About the role" is of the role, unless it clearly is something else."""
    if look.need > PLAIN:
        return Section.REQUIRED
    if max(look.benefit, look.other) > CLEAR:
        return Section.BENEFIT if look.benefit > look.other else Section.OTHER
    return Section.RESPONSIBILITY
