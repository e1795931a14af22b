"""A document → the postings that it holds, as stretches of its text.

Two postings are parted by a rule or a page break and the second begins with a title and repeats sections
of the first; the same rules inside one posting part its sections. Equal titles are two postings.
"""

import re
from itertools import pairwise

from postings.parsing.header import JOB_NOUN
from postings.parsing.lexicon.headings import section_of
from postings.vocabulary import Section

RULE = re.compile(
    r"^[ \t]*(?:_{5,}|-{3,}|={5,}|\*{3,}|~{5,}|#{5,}|⸻+|—{2,}|(?:\*[ ]){3,}\*?|\f)[ \t_=*~—⸻-]*$",
    re.MULTILINE,
)
RULES = ("_____", "---", "=====", "\n***", " ***\n", "~~~~~", "#####", "⸻", "——", "* * *", "\f")
LABELS = ("title", "position", "role", "stellenbezeichnung", "poste", "puesto")
TITLE_LABEL = re.compile(
    r"^[ \t#*_>-]*(?:job title|position title|position|title|role|stellenbezeichnung|poste|puesto)[*_ ]*:[*_ ]*\S",
    re.MULTILINE | re.IGNORECASE,
)
TOP_HEADING = re.compile(r"^#[ ]+\S.*$", re.MULTILINE)
FRONT_MATTER = re.compile(r"\A\s*---[ ]*\n.*?^---[ ]*$", re.DOTALL | re.MULTILINE)
MARKS = re.compile(r"^[\W_]+|[\W_]+$")
BULLET_MARK = re.compile(r"\s*[-*•●▪◦+]\s")
QUESTION_WORD = re.compile(r"(?:being|what|how|why|about|as|your|our|who|where|full|part)\b", re.IGNORECASE)
ASKED = {Section.RESPONSIBILITY, Section.REQUIRED, Section.PREFERRED}
PLACE_LABEL = re.compile(
    r"\b(?:location|place of work|city|standort|arbeitsort|lieu|ubicación)\W{0,4}:", re.IGNORECASE
)
LONGEST_OPENING = 400  # characters that may stand before a title
LONGEST_LABEL = 24  # characters
LEAST = 120  # characters of a posting


def split(text: str) -> tuple[tuple[int, int], ...]:
    """Return where each posting begins and ends; together they are the whole text."""
    front = FRONT_MATTER.match(text)
    body = front.end() if front else 0
    rules = [found.end() for found in RULE.finditer(text, body)] if _has_any(text, RULES) else []
    labels = []
    if _count_labels(text) > 1:
        labels = [found.start() for found in TITLE_LABEL.finditer(text, body)]
    headings = [found.start() for found in TOP_HEADING.finditer(text, body)] if "\n# " in text else []
    if not rules and len(labels) < 2 and not headings:
        return ((0, len(text)),)
    opening = _first_words(text)
    for cuts, least in ((rules, 1), (labels[1:], 1), (headings, 2)):
        parts = _accepted(text, cuts, opening, least)
        if len(parts) > 1:
            return parts
    return ((0, len(text)),)


def _count_labels(text: str) -> int:
    """Count what may be labels of titles, quickly: most texts have none."""
    count, at = 0, text.find(":")
    while at >= 0:
        count += text[max(0, at - LONGEST_LABEL) : at].rstrip("*_ ").lower().endswith(LABELS)
        at = text.find(":", at + 1)
    return count


def _has_any(text: str, signs: tuple[str, ...]) -> bool:
    return any(sign in text for sign in signs)


def _accepted(text: str, cuts: list[int], opening: str, least: int) -> tuple[tuple[int, int], ...]:
    """Keep the cuts after which a whole posting begins, before which one has ended.

    The two must have at least so many of the lists that postings have in common.
    """
    kept = [0]
    starts = [cut for cut in cuts if _begins_with_title(text[cut : cut + LONGEST_OPENING], opening)]
    for cut, end in pairwise([*starts, len(text)]):
        before, after = text[kept[-1] : cut], text[cut:end]
        if min(len(before.strip()), len(after.strip())) < LEAST:
            continue
        shared = _sections(before) & _sections(after) & ASKED
        if len(shared) >= least and not _repeats(before, after):
            kept.append(cut)
    return tuple(pairwise([*kept, len(text)]))


def _first_words(text: str) -> str:
    return MARKS.sub("", next((line for line in text.splitlines() if MARKS.sub("", line)), ""))


def _begins_with_title(text: str, opening: str) -> bool:
    first = next((line for line in text.splitlines() if MARKS.sub("", line)), "")
    words = MARKS.sub("", first)
    if not words or BULLET_MARK.match(first):
        return False
    if TITLE_LABEL.match(first):
        words = words.partition(":")[2].strip(" *_")  # "Position: ★" leaves nothing
    known, section = section_of(words)
    if (
        not words
        or len(words) > 110
        or words.endswith(".")
        or (known and section)
        or QUESTION_WORD.match(words)
    ):
        return False
    return words == opening or first.startswith("# ") or bool(JOB_NOUN.search(words))


def _repeats(before: str, after: str) -> bool:
    """Is the second the first once more? Boards print some texts twice. The same job elsewhere is another."""
    lines = {line.strip() for line in after.splitlines() if len(line.strip()) > 8}
    new = lines - {line.strip() for line in before.splitlines()}
    return len(new) <= 0.2 * len(lines) and not any(PLACE_LABEL.search(line) for line in new)


def _sections(text: str) -> set[Section | None]:
    found = set()
    for line in text.splitlines():
        words = MARKS.sub("", line)
        if 3 < len(words) <= 70:
            known, section = section_of(words)
            if known and len(words.split()) <= 7:
                found.add(section)
    return found
