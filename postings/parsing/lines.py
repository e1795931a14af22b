"""The words of a part → its lines as an author meant them: wrapped ones joined, fused ones parted.

A line is a stretch of the view. Nothing is dropped but blank lines, separators and the comments of a
YAML front matter.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from postings.parsing.lexicon.headings import section_of
from postings.parsing.view import View

LINE = re.compile(r"[^\n]+")
SEPARATOR = re.compile(r"[\W_]*\Z")  # "---", "⸻", "* * *": no letter and no digit
FRONT_MATTER = re.compile(r"\A\s*---[ ]*\n(?P<fields>.*?)^---[ ]*$", re.DOTALL | re.MULTILINE)
COMMENT = re.compile(r"[ ]*#")

BULLET = re.compile(
    r"""[ ]*
    (?: [-*+•·▪▫◦‣●○■□►▶➢➤➔→⇒⁃∙✓✔✅☑☐✗❖◆◇⬥★☆>»❑❯✦✨§¤]+
      | \(? \d{1,2} [.)] (?! \d )
      | \(? [a-hA-H] [.)]
      | o
      | [ivx]{1,4} [.)]
    ) [ ]+ (?= \S )
    | [ ]* [•●▪➢►✓✔☑◦] (?= \w )   # a bullet that touches its words
    """,
    re.VERBOSE,
)
EMOJI = re.compile(r"[ ]*(?P<sign>[\U0001F300-\U0001FAFF\u2600-\u27BF\u2B00-\u2BFF])[ ]*(?=[^\W\d_])")
COMPACT = 300  # characters; a longer line may hold several whose breaks were lost

# Where a line break was lost: best practicesDevelop, of the system.Education; not in PostgreSQL or Node.js
FUSED = re.compile(
    r"(?<=[a-z]{3}[.;:!?)])(?=[A-Z][a-z])"
    r"|(?<=[a-z]{3}[.;:!?]\))(?=[A-Z][a-z])"
    r"|(?<![A-Za-z])[a-z]{3,}(?=[A-Z][a-z])"
)
# Where a break was lost, a capital touches what stands before it; larger patterns are asked only there.
JOINT = re.compile(r"[a-z.;:!?)][A-Z]")
# "Who We AreLooker is", "SummaryWe are": a heading whose line break was lost
GLUED_HEADING = re.compile(r"(?<![\w/-])(?:[A-Z][\w'&/]* ){0,5}[A-Z][a-z]+(?=[A-Z][a-z']+\b)")
NOUNS = (
    *("Responsibilities", "Requirements", "Qualifications", "Education", "Experience", "Skills", "Duties"),
    *("Description", "Summary", "Benefits", "Competencies", "Overview"),
)
NOUN = f"(?:{'|'.join(NOUNS)})"
HEADING_WORDS = re.compile(
    r"(?<![A-Za-z\-/])(?P<heading>(?:Required|Preferred|Desired|Minimum|Basic|Key|Job|Role|Essential|Position|Main) "
    + NOUN
    + r")(?::|(?=\s*[A-Z][a-z]))|(?<![A-Z\-/])(?P<noun>"
    + NOUN
    + r")(?::|(?=[A-Z][a-z]))"
)
INLINE_BULLET = re.compile(r"(?:(?<=\s)|(?<=\S))(?:[•●▪➢►]|€¢|â€¢)[ ]*(?=\S)|(?<=[.;:] )[*·][ ]+(?=[A-Z])")
INLINE_SIGNS = "•●▪➢►€â*·"
LOWER_START = re.compile(r"[a-zà-ÿ(&]|/\w")
UNFINISHED = re.compile(
    r"(?:[,/&(]|\b(?:and|or|of|the|to|in|with|for|a|an|und|oder|et|de|y|including|such as))\Z"
)


@dataclass(frozen=True, slots=True)
class RawLine:
    start: int  # of its words, without bullet
    end: int
    bullet: bool
    indent: int
    blank_before: bool


def raw_lines(view: View) -> list[RawLine]:
    lines = [piece for line in _physical(view) for piece in _parted(view, line)]
    return _joined(view, lines)


def _physical(view: View) -> Iterator[RawLine]:
    text = view.text
    front = FRONT_MATTER.match(text)
    comments_end = front.end() if front else 0
    emoji_bullets = _emoji_bullets(text)
    blank, last = True, 0
    for found in LINE.finditer(text):
        blank = blank or text.count("\n", last, found.start()) > 1
        last = found.end()
        words = found.group()
        if SEPARATOR.match(words) or (found.start() < comments_end and COMMENT.match(words)):
            blank = True
            continue
        bullet = BULLET.match(words)
        if not bullet:
            emoji = EMOJI.match(words)
            bullet = emoji if emoji and emoji["sign"] in emoji_bullets else None
        first = found.start() + (bullet.end() if bullet else 0)
        start, end = view.trimmed(first, found.end())
        if start < end:
            indent = len(words) - len(words.lstrip())
            yield RawLine(start, end, bullet is not None, indent, blank)
            blank = False


def _emoji_bullets(text: str) -> set[str]:
    """Signs that open two lines or more that follow each other are bullets; one alone decorates a heading."""
    signs: set[str] = set()
    before = ""
    for found in LINE.finditer(text):
        if not found.group().strip():
            continue
        emoji = EMOJI.match(found.group())
        sign = emoji["sign"] if emoji else ""
        if sign and sign == before:
            signs.add(sign)
        before = sign
    return signs


def _parted(view: View, line: RawLine) -> Iterator[RawLine]:
    """Part a line that holds several: inline bullets, lost line breaks, headings amid a paragraph."""
    if line.end - line.start < COMPACT:
        yield line
        return
    cuts: dict[int, bool] = {line.start: line.bullet}
    skips: dict[int, int] = {}
    words = view.text[line.start : line.end]
    if any(sign in words for sign in INLINE_SIGNS):
        for found in INLINE_BULLET.finditer(view.text, line.start, line.end):
            cuts[found.end()] = True
            skips[found.end()] = found.start()
    touching = JOINT.search(words) is not None
    fused = list(FUSED.finditer(view.text, line.start, line.end)) if touching else []
    if len(fused) >= 2:
        cuts |= {found.end(): False for found in fused}
    headings = any(noun in words for noun in NOUNS)
    for found in HEADING_WORDS.finditer(view.text, line.start, line.end) if headings else ():
        known, section = section_of(found["heading"] or found["noun"])
        before = view.text[max(0, found.start() - 3) : found.start()].rstrip()
        ends_sentence = bool(found["heading"]) or before[-1:] in ".!?;:)" or found.start() in cuts
        if known and section and (ends_sentence or found.start() == line.start) and found.start() != line.end:
            cuts.setdefault(found.start(), False)
            cuts.setdefault(found.end(), False)
    for found in GLUED_HEADING.finditer(view.text, line.start, line.end) if touching else ():
        if section_of(found.group())[0] and (" " in found.group() or len(fused) >= 2):
            cuts.setdefault(found.start(), False)
            cuts.setdefault(found.end(), False)
    for first, last in pairwise([*sorted(cuts), line.end]):
        start, end = view.trimmed(first, min(last, skips.get(last, last)))
        if start < end:
            yield RawLine(start, end, cuts[first], line.indent, line.blank_before and first == line.start)


def _joined(view: View, lines: list[RawLine]) -> list[RawLine]:
    """Join lines that were broken at a margin to the ones that they go on from."""
    margin = _margin(view, lines)
    whole: list[RawLine] = []
    for line in lines:
        before = whole[-1] if whole else None
        if before and not line.bullet and not line.blank_before and _goes_on(view, before, line, margin):
            whole[-1] = RawLine(before.start, line.end, before.bullet, before.indent, before.blank_before)
        else:
            whole.append(line)
    return whole


def _margin(view: View, lines: list[RawLine]) -> int:
    """Return where the whole text was broken, as PDF and e-mail do, or 0 where lines are whole."""
    lengths = sorted(line.end - line.start for line in lines if line.end - line.start > 60)
    lowercase = sum(1 for line in lines if not line.bullet and LOWER_START.match(view.text, line.start))
    if len(lengths) < 5 or lengths[-1] > 150 or lowercase < max(3, len(lines) * 0.08):
        return 0
    return lengths[int(len(lengths) * 0.9)]


def _goes_on(view: View, before: RawLine, line: RawLine, margin: int) -> bool:
    last_line = view.text.rfind("\n", before.start, before.end) + 1
    length = before.end - max(before.start, last_line)
    tail = view.text[max(before.start, before.end - 20) : before.end]
    lower = bool(LOWER_START.match(view.text, line.start))
    if tail.endswith((":", "!", "?")):
        return False
    if tail.endswith("."):
        return lower or bool(margin and length > 0.9 * margin and last_line > before.start)
    if UNFINISHED.search(tail) and length > 25:
        return True
    if lower:
        return length > 45 or (before.bullet and length > 20)
    return bool(margin and length > 0.85 * margin and line.end - line.start > 3)
