"""A document → the postings that it holds, as stretches of its text.

Two postings are parted by a rule or a page break and the second begins with a title and repeats sections
of the first; the same rules inside one posting part its sections. Equal titles are two postings.
"""

import re
from itertools import pairwise

from postings.parsing.lexicon.headings import section_of
from postings.vocabulary import Section

RULE = re.compile(
    r"^[ \t]*(?:_{5,}|-{3,}|={5,}|\*{3,}|~{5,}|#{5,}|⸻+|—{2,}|(?:\*[ ]){3,}\*?|\f)[ \t_=*~—⸻-]*$",
    re.MULTILINE,
)
TITLE_LABEL = re.compile(
    r"^[ \t#*_>-]*(?:job title|position title|position|title|role|stellenbezeichnung|poste|puesto)[*_ ]*:[*_ ]*\S",
    re.MULTILINE | re.IGNORECASE,
)
TOP_HEADING = re.compile(r"^#[ ]+\S.*$", re.MULTILINE)
FRONT_MATTER = re.compile(r"\A\s*---[ ]*\n.*?^---[ ]*$", re.DOTALL | re.MULTILINE)
MARKS = re.compile(r"^[\W_]+|[\W_]+$")
ASKED = {Section.RESPONSIBILITY, Section.REQUIRED, Section.PREFERRED}
LEAST = 200  # characters of a posting


def split(text: str) -> tuple[tuple[int, int], ...]:
    """Return where each posting begins and ends; together they are the whole text."""
    front = FRONT_MATTER.match(text)
    body = front.end() if front else 0
    for pattern in (RULE, TITLE_LABEL, TOP_HEADING):
        cuts = [found.end() if pattern is RULE else found.start() for found in pattern.finditer(text, body)]
        parts = _accepted(text, cuts, by_rule=pattern is RULE)
        if len(parts) > 1:
            return parts
    return ((0, len(text)),)


def _accepted(text: str, cuts: list[int], *, by_rule: bool) -> tuple[tuple[int, int], ...]:
    """Keep the cuts after which a whole posting begins, before which one has ended."""
    kept = [0]
    for index, cut in enumerate(cuts):
        before = text[kept[-1] : cut]
        after = (
            text[cut : cuts[index + 1] if index + 1 < len(cuts) else len(text)] if not by_rule else text[cut:]
        )
        if min(len(before.strip()), len(after.strip())) < LEAST or not _begins_with_title(after):
            continue
        sections_before, sections_after = _sections(before), _sections(after)
        if sections_before & sections_after & ASKED and not _repeats(before, after):
            kept.append(cut)
    return tuple(pairwise([*kept, len(text)]))


def _repeats(before: str, after: str) -> bool:
    """Is the second nothing but the first once more? Boards print some texts twice."""
    lines = {line.strip() for line in after.splitlines() if len(line.strip()) > 20}
    return len(lines & {line.strip() for line in before.splitlines()}) >= 0.97 * len(lines)


def _begins_with_title(text: str) -> bool:
    first = next((line for line in text.splitlines() if MARKS.sub("", line)), "")
    words = MARKS.sub("", first)
    if ":" in words and TITLE_LABEL.match(first):
        return True
    known, section = section_of(words)
    return (
        1 <= len(words.split()) <= 14
        and len(words) <= 110
        and words[0].isupper()
        and not words.endswith(".")
        and not (known and section)
    )


def _sections(text: str) -> set[Section | None]:
    found = set()
    for line in text.splitlines():
        words = MARKS.sub("", line)
        if 3 < len(words) <= 70:
            known, section = section_of(words)
            if known and len(words.split()) <= 7:
                found.add(section)
    return found
