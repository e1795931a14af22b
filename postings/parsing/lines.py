"""The words of a part → its lines as an author meant them: wrapped ones joined, fused ones parted.

A line is a stretch of the view. Nothing is dropped but blank lines, separators, the comments of a YAML front
matter, and a line that stands on every page.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from postings.parsing.lexicon.headings import section_of
from postings.parsing.run_on import COMPACT, leading_heading, pieces_of
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
    | [ ]* - (?= [A-Z][a-z] | \d{2,3}% )
    """,
    re.VERBOSE,
)
HASHES = re.compile(r"\#{1,6}[ ]+(?=\S)")
HASHED_BULLET = re.compile(
    r"[ ]{0,4}\#{1,6}[ ]+[•●▪·][ ]*(?=\w)"
)  # "### • Patience": a bullet in large letters
PICTURES = r"\U0001F1E6-\U0001F1FF\U0001F300-\U0001FAFF\u2600-\u27BF\u2B00-\u2BFF"
ANY_EMOJI = re.compile(rf"[{PICTURES}]")
EMOJI = re.compile(  # with what colours or joins it: "👨‍👧 Leave for parents", "💵$50 for bread"
    rf"[ ]{{0,40}}(?P<sign>[{PICTURES}])[{PICTURES}\uFE0F\u200D]{{0,8}}[ ]{{0,10}}(?=[^\W_]|[$£€])"
)
TOUCHING = re.compile(r"[a-z)][.;][-*•·] ?[A-Z0-9]")  # "Flexible hours;- Free bread"
LOWER_START = re.compile(r"[a-zà-ÿ(&]|/\w")
LONG = 60  # characters
LONGEST_HEAD = 90
TOLD = re.compile(r"[.!?] +[A-Z]")  # a paragraph, however it begins
FEWEST_PICTURES = 3  # lines in a row that begin with different emoji
PAGES = 3
UNFINISHED = re.compile(
    r"(?:[,/&(]|\b(?:and|or|of|the|to|in|with|for|a|an|und|oder|et|de|y|including|such as))\Z"
)


class RawLine(NamedTuple):
    start: int  # of its words, without bullet
    end: int
    bullet: bool
    indent: int
    blank_before: bool
    heading: bool = False  # it was cut out of a longer line as a heading


def raw_lines(view: View) -> list[RawLine]:
    physical = _without_running_heads(view, list(_physical(view)))
    return _joined(view, [piece for line in physical for piece in _parted(view, line)])


def _without_running_heads(view: View, lines: list[RawLine]) -> list[RawLine]:
    """What a printer puts on every page is no part of the text: its short lines that stand there again and again."""
    said = Counter(
        view.text[line.start : line.end] for line in lines if line.end - line.start <= LONGEST_HEAD
    )
    heads = {words for words, count in said.items() if count >= PAGES}
    seen: set[str] = set()
    kept = []
    for line in lines:
        words = view.text[line.start : line.end]
        if line.bullet or words not in heads or words not in seen:
            kept.append(line)
        seen.add(words)
    return kept


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
        if not bullet and found.start() in emoji_bullets:
            bullet = EMOJI.match(words)
        bullet = bullet or HASHED_BULLET.match(words)
        while bullet and (again := BULLET.match(words, bullet.end())):
            bullet = again  # "*     * item": a list in a list, of which only the inner has words
        first = found.start() + (bullet.end() if bullet else 0)
        if bullet and (marks := HASHES.match(text, first)):
            first = marks.end()  # "* ### MS Azure" is an item in large letters
        start, end = view.trimmed(first, found.end())
        if start < end:
            indent = len(words) - len(words.lstrip())
            yield RawLine(start, end, bullet is not None, indent, blank)
            blank = False


def _emoji_bullets(text: str) -> set[int]:
    """Return where lines begin that emoji mark as bullets: one sign on two lines that follow each other and wherever
    else it stands, or any on several short lines in a row. One alone decorates a heading.
    """
    if text.isascii() or not ANY_EMOJI.search(text):
        return set()
    signs: dict[int, str] = {}
    again: set[str] = set()
    runs: list[list[int]] = [[]]
    before = ""
    for found in LINE.finditer(text):
        words = found.group().rstrip()
        if not words.lstrip():
            continue
        emoji = EMOJI.match(words)
        sign = emoji["sign"] if emoji else ""
        if sign:
            signs[found.start()] = sign
        if sign and sign == before:
            again.add(sign)
        before = sign
        if not sign or BULLET.match(words) or words.endswith(":") or TOLD.search(words):
            runs.append([])
        else:
            runs[-1].append(found.start())
    several = {start for run in runs if len(run) >= FEWEST_PICTURES for start in run}
    return several | {start for start, sign in signs.items() if sign in again}


def _parted(view: View, line: RawLine) -> Iterator[RawLine]:
    """Part a line that holds several: inline bullets, lost line breaks, headings amid a paragraph."""
    if line.end - line.start < COMPACT and not TOUCHING.search(view.text, line.start, line.end):
        last = leading_heading(view.text, line.start, line.end) if not line.bullet else line.start
        if last > line.start:
            yield line._replace(end=last, heading=True)
            line = line._replace(start=view.trimmed(last, line.end)[0], blank_before=False)
        yield line
        return
    for piece in pieces_of(view, line.start, line.end):
        first = piece.start == line.start
        bullet = line.bullet if first else piece.bullet
        yield RawLine(piece.start, piece.end, bullet, line.indent, line.blank_before and first, piece.heading)


def _joined(view: View, lines: list[RawLine]) -> list[RawLine]:
    """Join lines that were broken at a margin to the ones that they go on from."""
    margin = _margin(view, lines)
    whole: list[RawLine] = []
    for line in lines:
        before = whole[-1] if whole else None
        if before and not _stands_alone(view, before, line) and _goes_on(view, before, line, margin):
            whole[-1] = RawLine(before.start, line.end, before.bullet, before.indent, before.blank_before)
        else:
            whole.append(line)
    return whole


def _stands_alone(view: View, before: RawLine, line: RawLine) -> bool:
    """A line below a blank one stands alone, unless a page break fell into a sentence."""
    if line.bullet or line.heading or before.heading:
        return True
    broken = view.text[before.end - 1] not in ".:;!?" and before.end - before.start > LONG
    return line.blank_before and not (broken and view.text[line.start].islower())


def _margin(view: View, lines: list[RawLine]) -> int:
    """Return where the whole text was broken, as PDF and e-mail do, or 0 where lines are whole."""
    lengths = sorted(line.end - line.start for line in lines if line.end - line.start > 60)
    lowercase = sum(1 for line in lines if not line.bullet and LOWER_START.match(view.text, line.start))
    if len(lengths) < 5 or lengths[-1] > 150 or lowercase < max(3, len(lines) * 0.08):
        return 0
    return lengths[int(len(lengths) * 0.9)]


def _begins_sentence(view: View, line: RawLine) -> bool:
    """ "You will be" above "responsible for ..." was torn off; a heading, or one of a list in small letters, was not."""
    words = view.text[line.start : line.end]
    return words[0].isupper() and " " in words and not section_of(words)[0]


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
        return length > 45 or (before.bullet and length > 20) or _begins_sentence(view, before)
    return bool(margin and length > 0.85 * margin and line.end - line.start > 3)
